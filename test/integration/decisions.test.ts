import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { FindingList } from '#contracts/http.ts';
import type { File } from '#local/client.ts';
import type { Store } from '#local/functions.ts';
import { sample } from '#local/sample/people.ts';
import type { Verdict } from '#ports/evidence.ts';
import { eventsOf, give, handIn, issue, nonconformity, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { refusalOf } from './life-looks.ts';
import { mailTo, reviewLink, visitOpened } from './link-visitors.ts';
import { countWrites } from './port-calls.ts';

/*
 * The certification body's decision comes by three ways, and nothing that shows it takes one for another: the trail, the
 * rounds, the register, its CSV, the notices.
 */

const audit = '2026-surveillance';
const today = '2026-03-09';
const { ismsManager, leadAuditor, owner } = sample;
const letter: File = {
  fileName: 'decision.txt',
  type: 'text/plain',
  bytes: new TextEncoder().encode('The certification body accepts the plan.\n'),
};
const clean: Verdict = { verdict: 'clean', by: 'GuardDuty' };

let verdict: Verdict = clean;
const scan: Store['scan'] = async () => verdict;
const { around } = countWrites(() => ({ scan }));

let house: House;
let count = 0;
beforeAll(async () => {
  house = await openHouse({ around });
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
afterAll(() => house.close());

/** A plan that waits for the certification body. */
const inReview = async (): Promise<string> => {
  count += 1;
  const finding = await issue(house, audit, `NC-${count}`);
  await handIn(house, finding);
  return finding;
};
const uploadLetter = async (finding: string): Promise<string> => {
  const id = await house.people.ismsManager.upload(`/findings/${finding}/uploads`, letter);
  await house.system.settled();
  return id;
};
const transcribe = (finding: string, document: string, decidedBy = 'Lena Fischer') =>
  give(house, house.people.ismsManager, finding, 'accept', {
    means: 'documents',
    transcription: { decidedBy, decidedOn: today, document },
  });

/** Everything that shows the newest decision on a finding. */
const shown = async (finding: string) => {
  const asManager = house.people.ismsManager;
  const event = (await eventsOf(asManager, finding)).at(-1);
  const { rounds } = nonconformity(await view(asManager, finding));
  const { findings } = await asManager.call<z.infer<typeof FindingList>>('GET', '/findings');
  const rows: Record<string, string>[] = parse(await asManager.text('/register.csv'), { columns: true, bom: true });
  const { decision, decidedOn, decidedBy, decidedVia, transcribedBy } = rows.find(({ id }) => id === finding) ?? {};
  return {
    actor: event?.actor,
    round: rounds.at(-1),
    register: findings.find(({ id }) => id === finding)?.decision,
    csv: [decision, decidedOn, decidedBy, decidedVia, transcribedBy],
    notice: mailTo(house, owner.email).find((text) => text.includes(`/findings/${finding}`)),
  };
};

describe('a decision of the certification body', () => {
  it('by the lead auditor, signed in', async () => {
    const finding = await inReview();
    await give(house, house.people.leadAuditor, finding, 'accept', { means: 'documents' });
    const { actor, round, register, csv, notice } = await shown(finding);
    const by = leadAuditor.email;
    expect(actor).toEqual({ person: by, role: 'lead-auditor' });
    expect(round).toMatchObject({ by, via: 'account' });
    expect(register).toEqual({ stage: 'plan', outcome: 'accepted', on: today, by, via: 'account' });
    expect(csv).toEqual(['plan accepted', today, by, 'account', '']);
    expect(notice).toMatch(/^The corrective action plan was accepted\. Next: /);
    expect(notice).toContain(`\nBy: ${by}\n`);
  });

  it('by the lead auditor, through a link', async () => {
    const finding = await inReview();
    const link = await reviewLink(house, audit, finding);
    const visitor = await visitOpened(house, link);
    const { version } = await view(house.people.ismsManager, finding);
    const form = { version: String(version), means: 'documents', codes: 'cause-not-addressed', comment: 'Who was it?' };
    expect((await visitor.post(`${link.path}/return`, form)).status).toBe(303);
    await house.system.settled();
    const { actor, round, register, csv, notice } = await shown(finding);
    const by = leadAuditor.email;
    expect(actor).toEqual({ person: by, role: 'lead-auditor', link: link.link.id });
    expect(round).toMatchObject({ by, via: 'link' });
    expect(register).toEqual({ stage: 'plan', outcome: 'returned', on: today, by, via: 'link' });
    expect(csv).toEqual(['plan returned', today, by, 'link', '']);
    expect(notice).toMatch(/^The corrective action plan was returned:\n\n> Who was it\?\n\n/);
    expect(notice).toMatch(new RegExp(`^Because: +The cause is not addressed\nBy: +${by}, by link$`, 'm'));
  });

  it('transcribed by the ISMS manager, with the document', async () => {
    const finding = await inReview();
    const document = await uploadLetter(finding);
    await transcribe(finding, document);
    const { actor, round, register, csv, notice } = await shown(finding);
    const by = ismsManager.email;
    expect(actor).toEqual({ person: by, role: 'isms-manager' });
    expect(round).toMatchObject({
      by,
      via: 'transcription',
      transcription: { decidedBy: 'Lena Fischer', decidedOn: today, document, fileName: letter.fileName },
    });
    expect(register).toEqual({
      stage: 'plan',
      outcome: 'accepted',
      on: today,
      by: 'Lena Fischer',
      via: 'transcription',
      transcribedBy: by,
    });
    expect(csv).toEqual(['plan accepted', today, 'Lena Fischer', 'transcription', by]);
    expect(notice).toMatch(
      /^Decided by: +Lena Fischer\nDecided on: +\d+ \w+ \d{4}\nFrom the document: +decision\.txt\nTranscribed by: +\S+$/m,
    );
    expect(notice).toContain(by);
  });
});

describe('the document of a transcription is evidence of the finding', () => {
  const refusalWith = async (scanned: Verdict) => {
    const finding = await inReview();
    verdict = scanned;
    const document = await uploadLetter(finding);
    verdict = clean;
    return refusalOf(transcribe(finding, document));
  };

  it('not one that is still being checked', async () => {
    expect(await refusalWith({ verdict: 'pending' })).toMatchObject({ status: 422, code: 'evidence-checking' });
  });
  it('not one that is held', async () => {
    const undecided = { verdict: 'undecided', by: 'GuardDuty', detail: 'UNSUPPORTED' } as const;
    expect(await refusalWith(undecided)).toMatchObject({ status: 422, code: 'evidence-held' });
  });
  it('not one that was refused', async () => {
    const infected = { verdict: 'infected', by: 'GuardDuty' } as const;
    expect(await refusalWith(infected)).toMatchObject({ status: 422, code: 'evidence-quarantined' });
  });
  it('not one of another finding', async () => {
    const document = await uploadLetter(await inReview());
    expect(await refusalOf(transcribe(await inReview(), document))).toEqual({ status: 422, code: 'evidence-missing' });
  });
});

describe('who handed in does not decide, by whatever way', () => {
  it('not by being named in the transcription', async () => {
    const finding = await inReview();
    const document = await uploadLetter(finding);
    for (const decidedBy of [owner.email, owner.name, ismsManager.name])
      expect(await refusalOf(transcribe(finding, document, decidedBy))).toEqual({ status: 422, code: 'own-decision' });
  });
  it('not the ISMS manager who handed in, by transcribing', async () => {
    count += 1;
    const finding = await issue(house, audit, `NC-${count}`);
    await handIn(house, finding, house.people.ismsManager);
    const document = await uploadLetter(finding);
    expect(await refusalOf(transcribe(finding, document))).toEqual({ status: 403, code: 'own-work' });
  });
});
