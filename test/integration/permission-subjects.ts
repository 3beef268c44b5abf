import type * as z from 'zod';
import type { AuditView, FindingView, ImportView, LinkMade, PackView, WebhookMade } from '#contracts/http.ts';
import type { FindingCommandName } from '#contracts/routes.ts';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { seal } from '#domain/trail/chain.ts';
import { type Client, signInAs } from '#local/client.ts';
import { exampleOrganization } from '#local/organization.ts';
import type { Life } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { issueBody, log } from './findings.ts';
import type { House } from './house.ts';
import { audit, audits, everybody } from './permission-people.ts';
import { foreign, steps } from './permission-steps.ts';
import { csv, row } from './reports.ts';

/** Larger than what goes up in one piece, so that its parts can be asked for: this organization allows it. */
export const large = { fileName: 'video.zip', type: 'application/zip', size: 120_000_000, sha256: 'c'.repeat(64) };
export const settings = {
  ...exampleOrganization,
  policy: { ...defaultPolicy, evidence: { ...defaultPolicy.evidence, largestBytes: 200_000_000 } },
};

export interface Finding {
  readonly id: string;
  readonly version: number;
}

/** What requests are about. `new…` is for whoever may: nobody else is given the same one, or it is that person's own. */
export interface Subjects {
  readonly auditVersion: number;
  /** In review, with a file and a pack; `hash` of a submission of it. No command is given on it. */
  readonly main: Finding & { readonly hash: string };
  readonly evidence: string;
  readonly report: string;
  readonly importId: string;
  readonly pack: string;
  readonly auditPack: string;
  readonly link: string;
  readonly webhook: string;
  /** A finding on which this command may be given now. */
  standing(command: FindingCommandName): Finding;
  newFinding(command: FindingCommandName): Promise<Finding>;
  newAudit(): Promise<string>;
  newReport(email: string): string;
  newImport(email: string): string;
  newParts(email: string): Promise<string>;
  newLink(): Promise<string>;
  /** An address that nothing is sent to. */
  newSuppressed(): Promise<string>;
}

/** Findings at every step, by what their trails would say last: how a finding stands, its newest event says alone. */
const createFindings = async ({ store }: House['system']) => {
  const write = async (life: Life): Promise<Finding> => {
    const event = life.events.at(-1);
    if (!event) throw new Error('a life without events');
    await store.findings.append(seal(event, null, store.digest));
    return { id: event.aggregate, version: event.seq };
  };
  const commands = Object.keys(steps) as FindingCommandName[];
  const standing = new Map(
    await Promise.all(commands.map(async (name) => [name, await write(steps[name](`standing-${name}`))] as const)),
  );
  await write(foreign());
  let count = 0;
  return {
    standing: (command: FindingCommandName): Finding => standing.get(command) ?? { id: '', version: 0 },
    newFinding: (command: FindingCommandName): Promise<Finding> => {
      count += 1;
      return write(steps[command](`new-${count}-${command}`));
    },
  };
};

/** A finding whose plan was accepted and whose correction is in review, as the people make it. */
const createMain = async (house: Pick<House, 'system'>, clientOf: (email: string) => Client) => {
  const owner = clientOf(cast.owner.person);
  const lead = clientOf(cast.leadAuditor.person);
  const issued = await lead.call<FindingView>('POST', `/audits/${audit}/findings`, {
    body: issueBody('NC-01', { owner: owner.email }),
  });
  const { id } = issued.finding.facts;
  const file = await owner.addEvidence(id, log);
  const give = async (who: Client, command: string, body: object): Promise<FindingView> => {
    await house.system.settled();
    const { version } = await who.call<FindingView>('GET', `/findings/${id}`);
    return who.call<FindingView>('POST', `/findings/${id}/${command}`, { body, version });
  };
  await give(owner, 'submit', completeSubmission('plan'));
  await give(lead, 'accept', { means: 'documents' });
  const { finding } = await give(
    owner,
    'submit',
    completeSubmission('correction', { correctedOn: '2026-03-10', evidence: [file] }),
  );
  await house.system.settled();
  const { version } = await owner.call<FindingView>('GET', `/findings/${id}`);
  return { main: { id, version, hash: 'submission' in finding ? finding.submission.hash : '' }, evidence: file.id };
};

/** One for each person, made when it is asked for first. */
const onceEach = (make: (email: string) => Promise<string>) => {
  const made = new Map<string, Promise<string>>();
  return (email: string): Promise<string> => {
    const one = made.get(email) ?? make(email);
    made.set(email, one);
    return one;
  };
};

/** Fills an empty house with the people, three audits, and something of everything; then it is hushed. */
export const createSubjects = async (house: Pick<House, 'url' | 'system'>, hush: () => void): Promise<Subjects> => {
  const { store, settled } = house.system;
  for (const person of everybody) await store.people.put(person);
  const clients = new Map(
    await Promise.all(everybody.map(async ({ email }) => [email, await signInAs(house.url, email)] as const)),
  );
  const clientOf = (email: string): Client => {
    const client = clients.get(email);
    if (!client) throw new Error(`${email} is not signed in`);
    return client;
  };
  const planners = [cast.ismsManager.person, cast.leadAuditor.person];
  const make = async <T>(path: string, body?: object, who = cast.ismsManager.person): Promise<T> => {
    const made = await clientOf(who).call<T>('POST', path, { ...(body && { body }) });
    await settled();
    return made;
  };
  let count = 0;
  const openAudit = async (id: string): Promise<string> => {
    await make('/audits', { id, ...(audits[id] ?? audits[audit]) });
    return id;
  };
  const uploadReport = async (email: string): Promise<string> => {
    count += 1;
    const file = csv([row(`NC-9${count}`, { owner: cast.owner.person })]);
    const id = await clientOf(email).upload(`/audits/${audit}/uploads`, file);
    await clientOf(email).registered(`/audits/${audit}/uploads/${id}`);
    return id;
  };
  const readReport = async (upload: string, who?: string): Promise<string> =>
    (await make<z.infer<typeof ImportView>>(`/audits/${audit}/imports`, { upload }, who)).id;
  const forPlanners = async (one: (email: string) => Promise<string>) => {
    const each = new Map<string, string>();
    for (const email of planners) each.set(email, await one(email));
    return (email: string): string => each.get(email) ?? 'none';
  };
  const makeLink = async (): Promise<string> => {
    const wish = { purpose: 'calendar', email: cast.auditor.person };
    return (await make<z.infer<typeof LinkMade>>(`/audits/${audit}/links`, wish)).link.id;
  };
  const makeWebhook = async (): Promise<string> => {
    const wish = { name: 'Tickets', url: 'https://hooks.example.org' };
    return (await make<z.infer<typeof WebhookMade>>('/webhooks', wish, cast.administrator.person)).webhook.id;
  };
  const makePack = async (path: string): Promise<string> => (await make<z.infer<typeof PackView>>(`${path}/packs`)).id;

  for (const id of Object.keys(audits)) await openAudit(id);
  const { main, evidence } = await createMain(house, clientOf);
  const report = await uploadReport(cast.ismsManager.person);
  const made = {
    main,
    evidence,
    report,
    importId: await readReport(report),
    pack: await makePack(`/findings/${main.id}`),
    auditPack: await makePack(`/audits/${audit}`),
    link: await makeLink(),
    newReport: await forPlanners(uploadReport),
    newImport: await forPlanners(async (email) => readReport(await uploadReport(email), email)),
  };
  hush();
  const { version: auditVersion } = await clientOf(cast.ismsManager.person).call<z.infer<typeof AuditView>>(
    'GET',
    `/audits/${audit}`,
  );
  return {
    ...made,
    auditVersion,
    // Once it is quiet: nobody is called.
    webhook: await makeWebhook(),
    ...(await createFindings(house.system)),
    newAudit: () => {
      count += 1;
      return openAudit(`2026-new-${count}`);
    },
    newParts: onceEach(
      async (email) =>
        (await clientOf(email).call<{ id: string }>('POST', `/findings/${main.id}/uploads`, { body: large })).id,
    ),
    newLink: makeLink,
    newSuppressed: async () => {
      count += 1;
      const address = `back-${count}@example.org`;
      await store.suppressions.add({ address, kind: 'bounce', reason: 'No such user.', at: store.clock.now() });
      return address;
    },
  };
};
