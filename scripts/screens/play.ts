import { sample } from '#local/sample/people.ts';
import { correctionOf, laterPlan, remediationOf, wholePlan } from './handed-in.ts';
import type { Stage } from './scene.ts';

/** The audits, by their short names. */
export const audits = { stage2: '2026-stage-2', internal: '2026-internal' } as const;

/** Who reviews by a link, without an account. */
export const byLink = sample.leadAuditor.email;

export const uploader = 'sam.auditor@cb.example';

/** The address that mail comes back from. */
const bounced = sample.topManagement.email;

export interface Played {
  /** The import that waits for somebody to mend its rows. */
  readonly toConfirm: string;
  /** Addresses of links. */
  readonly links: Readonly<Record<'review' | 'upload' | 'calendar', string>>;
}

const accept = (stage: Stage, number: string, comment: string): Promise<void> =>
  stage.give('leadAuditor', number, 'accept', { means: 'documents', comment });

const plan = (stage: Stage, number: string, who: 'owner' | 'secondOwner' = 'owner'): Promise<void> =>
  stage.give(who, number, 'submit', wholePlan);

const correction = async (
  stage: Stage,
  number: string,
  requirement: string,
  who: 'owner' | 'secondOwner' = 'owner',
) => {
  const evidence = await stage.evidence(who, number, 'restore-test.csv', 'training-rate.png');
  await stage.give(who, number, 'submit', correctionOf(requirement, stage.today(), evidence));
};

const remediation = async (stage: Stage, number: string): Promise<void> => {
  const evidence = await stage.evidence('owner', number, 'minutes.txt', 'restore-test.csv');
  await stage.give('owner', number, 'submit', remediationOf(stage.today(), evidence));
};

const march = async (stage: Stage): Promise<void> => {
  await stage.audit(
    {
      id: audits.stage2,
      kind: 'stage-2',
      title: 'Stage 2 audit 2026',
      scope: 'The ISMS of the whole organization',
      criteria: 'ISO/IEC 27001:2022',
      dates: {
        firstDay: '2026-03-02',
        lastDay: '2026-03-05',
        closingMeeting: '2026-03-05',
        reportIssued: '2026-03-06',
        reportReceived: '2026-03-09',
        nextAudit: '2027-03-01',
      },
      team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
    },
    'stage-2-report.csv',
  );
  await stage.until('2026-03-13');
  for (const number of ['NC-01', 'NC-02', 'NC-04', 'NC-07']) await plan(stage, number);
  await plan(stage, 'NC-03', 'secondOwner');
  await stage.until('2026-03-17');
  for (const number of ['NC-01', 'NC-03', 'NC-04', 'NC-07'])
    await accept(stage, number, 'The actions remove the causes.');
  await stage.give('leadAuditor', 'NC-02', 'return', {
    codes: ['cause-not-addressed'],
    comment: 'Say why nobody noticed that the audits were not held.',
    means: 'documents',
  });
  await stage.until('2026-03-19');
  await plan(stage, 'NC-02');
  await stage.until('2026-03-20');
  await accept(stage, 'NC-02', 'Now it is clear.');
  await stage.until('2026-03-27');
  await correction(stage, 'NC-01', 'A.8.13 Information backup');
  await correction(stage, 'NC-07', 'A.5.24 Information security incident management');
  await correction(stage, 'NC-03', 'A.6.3 Awareness', 'secondOwner');
  await stage.until('2026-03-30');
  for (const number of ['NC-01', 'NC-03', 'NC-07']) await accept(stage, number, 'Follows from the evidence.');
};

const april = async (stage: Stage): Promise<void> => {
  await stage.until('2026-04-07');
  await stage.give('owner', 'NC-04', 'request-extension', {
    newDueDate: '2026-04-24',
    reason: 'The supplier of the directory delivers the interface a week later.',
  });
  await remediation(stage, 'NC-01');
  await stage.until('2026-04-08');
  await stage.give('internalAuditor', 'NC-01', 'verify', {
    confirmed: true,
    statement: 'I saw the logs of two quarters and asked two administrators.',
  });
  await stage.until('2026-04-09');
  await accept(stage, 'NC-01', 'Five systems sampled, all restored.');
  await stage.give('leadAuditor', 'NC-05', 'withdraw', {
    reason: 'The tickets had been closed in time; a second scanner was read by mistake.',
  });
  await stage.until('2026-04-13');
  await stage.audit(
    {
      id: audits.internal,
      kind: 'internal',
      title: 'Internal audit, spring 2026',
      scope: 'Development and sales',
      criteria: 'ISO/IEC 27001:2022',
      dates: {
        firstDay: '2026-04-08',
        lastDay: '2026-04-09',
        reportIssued: '2026-04-10',
        reportReceived: '2026-04-13',
      },
      team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
    },
    'internal-report.csv',
  );
  await correction(stage, 'NC-02', '9.2 Internal audit');
  await remediation(stage, 'NC-07');
  await stage.until('2026-04-14');
  await stage.give('owner', 'IA-01', 'submit', laterPlan);
  await stage.until('2026-04-15');
  await stage.give('leadAuditor', 'IA-01', 'return', {
    codes: ['scope-incomplete'],
    comment: 'And the mail archive? Say how the other services keep their logs.',
    means: 'documents',
  });
};

const link = async (stage: Stage, body: object): Promise<string> => {
  const path = `/audits/${audits.stage2}/links`;
  return (await stage.people.ismsManager.call<{ url: string }>('POST', path, { body })).url;
};

const mailTo = async ({ url }: Stage, email: string): Promise<{ id: string } | undefined> => {
  const { mail } = (await (await fetch(`${url}/local/mail`)).json()) as { mail: { id: string; to: string }[] };
  return mail.find(({ to }) => to === email);
};

/** A mail that comes back, a calendar, comments. */
const beside = async (stage: Stage): Promise<void> => {
  const { people, url } = stage;
  for (const [who, text] of [
    ['owner', 'The two missing audits are booked for May: Iris and an external auditor.'],
    ['leadAuditor', 'Thank you. Please add the programme for 2027 too.'],
  ] as const)
    await people[who].call('POST', `/findings/${stage.idOf('NC-02')}/comments`, { body: { text } });
  await people.owner.call('POST', '/me/calendar', {});
  const sent = await mailTo(stage, bounced);
  if (sent) await fetch(`${url}/local/mailbox/${sent.id}/bounce`, { method: 'POST' });
};

/** Plays five weeks of an organization with two audits, up to 2026-04-16. */
export const play = async (stage: Stage): Promise<Played> => {
  await march(stage);
  await april(stage);
  await stage.until('2026-04-16');
  await beside(stage);
  const toConfirm = await stage.report(audits.internal, 'second-site-report.csv');
  const links = {
    upload: await link(stage, { purpose: 'upload-report', email: uploader, uses: 3 }),
    calendar: await link(stage, { purpose: 'calendar', email: sample.decisionMaker.email }),
    review: await link(stage, { purpose: 'review', email: byLink, finding: stage.idOf('NC-02') }),
  };
  // Last of all: from now on nothing happens that it would be called with.
  await stage.people.administrator.call('POST', '/webhooks', {
    body: { name: 'Tickets', url: 'https://hooks.example.org/redress?team=isms', format: 'redress' },
  });
  return { toConfirm, links };
};
