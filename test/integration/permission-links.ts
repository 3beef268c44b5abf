import type { LinkRoute } from '#contracts/link-routes.ts';
import type { LinkPurpose } from '#domain/link/link.ts';
import { bodies } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import type { House } from './house.ts';
import { codeTo, type LinkBody, type MadeLink, makeLink, type Visitor, visit, visitOpened } from './link-visitors.ts';
import { audit, stepsAudit } from './permission-people.ts';
import { large, type Subjects } from './permission-subjects.ts';

const emails: Readonly<Record<LinkPurpose, string>> = {
  'upload-report': 'rita@cb.example',
  'upload-evidence': 'otto@supplier.example',
  review: cast.leadAuditor.person,
  calendar: 'kai@supplier.example',
};
const ofFinding: readonly LinkPurpose[] = ['upload-evidence', 'review'];

const file = { fileName: 'report.csv', type: 'text/csv', size: 3, sha256: 'a'.repeat(64) };
const part = { number: 1, size: 16 * 1024 * 1024, sha256: 'b'.repeat(64) };
const means = 'documents';
const codes = ['evidence-insufficient'];

/** What the page's script or form sends. Left out: nothing. */
const sent: Readonly<Record<string, (version: number, code: string) => LinkBody>> = {
  openLink: (_version, code) => ({ code }),
  requestLinkUpload: () => file,
  grantLinkParts: () => ({ parts: [part] }),
  acceptByLink: (version) => ({ version, means }),
  returnByLink: (version) => ({ version, means, codes, comment: bodies.return.comment }),
};

const decisions: Readonly<Record<string, 'accept' | 'return'>> = { acceptByLink: 'accept', returnByLink: 'return' };

/** Somebody at a link, and what requests by it are about. */
interface Visit {
  readonly link: MadeLink;
  /** The finding's. */
  readonly version: number;
  readonly visitor: Visitor;
  /** The file that came by this very link. */
  readonly file: string;
}

const statusOf = async ({ method, name, path }: LinkRoute, at: Visit, evidence: string, code = ''): Promise<number> => {
  const ids: Readonly<Record<string, string>> = { link: at.link.secret, evidence, file: at.file };
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, id: string) => ids[id] ?? '');
  const body = sent[name]?.(at.version, code) ?? {};
  return (await (method === 'GET' ? at.visitor.get(address) : at.visitor.json(address, body))).status;
};

/** At an address that was never made. */
export const statusAtDeadLink = (house: House, route: LinkRoute): Promise<number> => {
  const link = { secret: 'A'.repeat(43) } as MadeLink;
  return statusOf(route, { link, version: 1, visitor: visit(house), file: 'no-file' }, 'no-evidence', '000000');
};

/** Asks by links of each purpose: opened by the code where there is one, or before that. */
export const createLinkAsker = (house: House, subjects: Subjects) => {
  const { main, evidence } = subjects;
  const make = (purpose: LinkPurpose, where = audit, finding = main.id): Promise<MadeLink> =>
    makeLink(house, where, { purpose, email: emails[purpose], ...(ofFinding.includes(purpose) && { finding }) });

  const enter = async (purpose: LinkPurpose): Promise<Visit> => {
    const link = await make(purpose);
    const visitor = purpose === 'calendar' ? visit(house) : await visitOpened(house, link);
    const isUpload = purpose === 'upload-report' || purpose === 'upload-evidence';
    const granted =
      isUpload && (await visitor.json(`${link.path}/files`, purpose === 'upload-evidence' ? large : file));
    const uploaded: { id: string } = granted ? JSON.parse(granted.text) : { id: 'no-file' };
    return { link, version: main.version, visitor, file: uploaded.id };
  };
  const entered = new Map<LinkPurpose, Promise<Visit>>();
  const visitBy = (purpose: LinkPurpose): Promise<Visit> => {
    const at = entered.get(purpose) ?? enter(purpose);
    entered.set(purpose, at);
    return at;
  };

  /** A decision is taken once: each way to decide has a finding, and a link, of its own. */
  const visitToDecide = async (command: 'accept' | 'return'): Promise<Visit> => {
    const { id, version } = await subjects.newFinding(command);
    const link = await make('review', stepsAudit, id);
    return { link, version, visitor: await visitOpened(house, link), file: 'no-file' };
  };

  /** A link that nobody has asked a code for yet. */
  const giveCode = async (purpose: LinkPurpose, route: LinkRoute): Promise<number> => {
    const link = await make(purpose);
    const at = { link, version: main.version, visitor: visit(house), file: 'no-file' };
    if (route.name === 'sendLinkCode' || purpose === 'calendar') return statusOf(route, at, evidence);
    await at.visitor.post(`${link.path}/code`);
    return statusOf(route, at, evidence, codeTo(house, link.link.email));
  };

  return {
    opened: async (purpose: LinkPurpose, route: LinkRoute): Promise<number> => {
      if (route.name === 'sendLinkCode' || route.name === 'openLink') return giveCode(purpose, route);
      const command = decisions[route.name];
      const at = command && purpose === 'review' ? await visitToDecide(command) : await visitBy(purpose);
      return statusOf(route, at, evidence);
    },
    unopened: async (purpose: LinkPurpose, route: LinkRoute): Promise<number> =>
      statusOf(route, { ...(await visitBy(purpose)), visitor: visit(house) }, evidence),
  };
};
