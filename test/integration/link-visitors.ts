import type * as z from 'zod';
import type { LinkMade, UploadGranted } from '#contracts/http.ts';
import { sha256Of } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { House } from './house.ts';

/** Whom the links of the tests are for. */
export const supplier = 'otto@supplier.example';
export const reviewer = sample.leadAuditor.email;

type Made = z.infer<typeof LinkMade>;
export type LinkBody = Readonly<Record<string, unknown>>;

export interface MadeLink extends Made {
  /** Path of the page. */
  readonly path: string;
  readonly secret: string;
}

/** Makes a link as the ISMS manager does. */
export const makeLink = async (house: House, audit: string, body: LinkBody): Promise<MadeLink> => {
  const made = await house.people.ismsManager.call<Made>('POST', `/audits/${audit}/links`, { body });
  const { pathname } = new URL(made.url);
  return { ...made, path: pathname, secret: pathname.split('/').at(-1) ?? '' };
};

export const uploadLink = (house: House, audit: string, finding: string, more: LinkBody = {}): Promise<MadeLink> =>
  makeLink(house, audit, { purpose: 'upload-evidence', email: supplier, finding, ...more });

export const reviewLink = (house: House, audit: string, finding: string, more: LinkBody = {}): Promise<MadeLink> =>
  makeLink(house, audit, { purpose: 'review', email: reviewer, finding, ...more });

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Fields of a form; several values of one name as a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without scripts: it keeps cookies, and follows nothing unless it is asked to. */
export interface Visitor {
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string): Promise<Page>;
  /** Posts a form, as it stands in the page. */
  post(path: string, fields?: Fields): Promise<Page>;
  /** Posts JSON, as the page's script does. */
  json(path: string, body: unknown): Promise<Page>;
  /** Has a code sent, reads the mail and gives it. @throws when that does not open the link */
  open(link: Pick<MadeLink, 'path' | 'link'>): Promise<void>;
}

const formOf = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      (typeof values === 'string' ? [values] : values).map((value): [string, string] => [name, value]),
    ),
  ).toString();

/** The texts of the mails to an address, newest first. */
export const mailTo = (house: House, email: string): readonly string[] =>
  house.system.mailbox
    .list()
    .filter(({ to }) => to === email)
    .map(({ id }) => house.system.mailbox.get(id)?.text ?? '');

/** The newest code that was sent to an address. @throws when none was */
export const codeTo = (house: House, email: string): string => {
  const code = mailTo(house, email)
    .map((text) => /one-time code is (\d{6})/.exec(text)?.[1])
    .find((each) => each !== undefined);
  if (code === undefined) throw new Error(`no code was sent to ${email}`);
  return code;
};

/** Some other code. */
export const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

export const visit = (house: House): Visitor => {
  const cookies = new Map<string, string>();
  const ask = async (method: string, path: string, type?: string, body?: string): Promise<Page> => {
    const response = await fetch(`${house.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(type !== undefined && { 'content-type': type }),
        ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      },
      ...(body !== undefined && { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const visitor: Visitor = {
    cookies,
    get: (path) => ask('GET', path),
    post: (path, fields = {}) => ask('POST', path, 'application/x-www-form-urlencoded', formOf(fields)),
    json: (path, body) => ask('POST', path, 'application/json', JSON.stringify(body)),
    open: async ({ path, link }) => {
      const sent = await visitor.post(`${path}/code`);
      if (sent.status !== 303) throw new Error(`no code was sent: ${sent.text}`);
      const opened = await visitor.post(`${path}/open`, { code: codeTo(house, link.email) });
      if (opened.status !== 303) throw new Error(`the link did not open: ${opened.text}`);
    },
  };
  return visitor;
};

/** A visitor who has given the code. */
export const visitOpened = async (house: House, link: Pick<MadeLink, 'path' | 'link'>): Promise<Visitor> => {
  const visitor = visit(house);
  await visitor.open(link);
  return visitor;
};

/** A text file as the upload page declares it. */
export const declare = (content: string, fileName = 'restore-log.txt') => {
  const bytes = new TextEncoder().encode(content);
  return { fileName, type: 'text/plain', size: bytes.length, sha256: sha256Of(bytes), bytes };
};

/** What of a declared file goes into the form, or the JSON. */
export const declared = ({ bytes: _bytes, ...file }: ReturnType<typeof declare>) => file;

/** Posts the form that was granted, as a browser does, and waits for the checks. The answer is the status. */
export const sendFile = async (
  house: House,
  upload: UploadGranted['upload'],
  file: Pick<ReturnType<typeof declare>, 'bytes' | 'fileName'>,
): Promise<number> => {
  if (!upload) throw new Error('no form was granted');
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([file.bytes]), file.fileName);
  const { status } = await fetch(upload.url, { method: 'POST', body: form, redirect: 'manual' });
  await house.system.settled();
  return status;
};

/** The messages that a page says, without its markup. */
export const textOf = (page: Page): string =>
  page.text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
