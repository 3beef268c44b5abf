import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, File } from '#local/client.ts';
import { FileRefused, sha256Of } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { atStage, eventsOf, give, issue, log, openAudit, pass, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { declared, docx, eicar, grantFor, png, recordOf, text, uploaded, zipFile } from './uploads.ts';

const audit = '2026-surveillance';

let house: House;
let owner: Client;
let finding: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  owner = house.people.owner;
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
});
afterAll(() => house.close());

const mailAbout = (id: string) =>
  house.system.mailbox.list().filter(({ reference }) => reference.includes(`#file#${id}#`));

const zeros = new Uint8Array(20_000_000);

describe('a file that arrived is checked', () => {
  it.each<[string, () => File | Promise<File>, string]>([
    [
      'a picture that says it is a PDF',
      () => ({ ...png, fileName: 'a.pdf', type: 'application/pdf' }),
      'holds image/png',
    ],
    ['a picture that says it is text', () => ({ ...png, fileName: 'a.txt', type: 'text/plain' }), 'holds image/png'],
    [
      'bytes that say they are a table',
      () => ({ fileName: 'a.csv', type: 'text/csv', bytes: text('a,b\n1,\0') }),
      'holds binary data',
    ],
    [
      'text that says it is a PDF',
      () => ({ fileName: 'a.pdf', type: 'application/pdf', bytes: text('no PDF') }),
      'holds something else',
    ],
    [
      'a ZIP that says it is a letter',
      async () => ({
        ...(await docx()),
        ...(await zipFile({ a: 'a' })),
        fileName: 'a.docx',
        type: (await docx()).type,
      }),
      'its main part is missing',
    ],
    ['malware', () => eicar, 'found malware'],
    ['a ZIP bomb', () => zipFile({ 'a.log': zeros }), ''],
    ['a ZIP that leads out of its folder', () => zipFile({ '../../etc/passwd': 'root' }), ''],
    ['a letter with a macro', () => docx({ 'word/vbaProject.bin': 'Sub AutoOpen()' }), 'macro'],
  ])('and %s is refused: the record says why for good, and its uploader is told once', async (_what, make, why) => {
    const file = await make();
    const record = await uploaded(house, owner, finding, file);
    expect(record).toMatchObject({ status: 'quarantined', reason: expect.stringContaining(why) });
    expect(record.kept).toBeUndefined();
    const [mail, ...more] = mailAbout(record.id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: sample.owner.email,
      subject: expect.stringContaining(`${file.fileName} was refused`),
    });
    const { text: said } = house.system.mailbox.get(mail?.id ?? '') ?? {};
    expect(said).toContain(record.reason);
    expect(said).toContain(`/findings/${finding}`);
    expect(await recordOf(owner, finding, record.id)).toEqual(record);
  });

  it.each<[string, () => File | Promise<File>]>([
    ['a picture', () => png],
    ['a letter', () => docx()],
    ['a ZIP', () => zipFile({ 'a.log': '2026-03-09 restored\n' })],
  ])('and %s is taken: nobody is told of what went as it should', async (_what, make) => {
    const { id } = await owner.addEvidence(finding, await make());
    expect(await recordOf(owner, finding, id)).toMatchObject({ status: 'registered' });
    expect(mailAbout(id)).toEqual([]);
  });

  it('and who uploads by the client is told why at once', async () => {
    const refused = await owner.addEvidence(finding, eicar).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefused);
    expect((refused as FileRefused).file).toMatchObject({ status: 'quarantined', fileName: eicar.fileName });
  });
});

describe('a submission', () => {
  const reasonsOf = async () => {
    const [last] = (await eventsOf(owner, finding)).slice(-1);
    if (last?.type !== 'found-incomplete') throw new Error(`the submission was ${last?.type}`);
    return last.data.reasons.map(({ code, field }) => [code, field]);
  };

  it('comes back with every file that is no registered evidence of its finding', async () => {
    await pass(house, finding);
    const other = await issue(house, audit, `OTHER-${count}`);
    const foreign = await owner.addEvidence(other, log);
    const { id: uploading } = await grantFor(owner, finding);
    const { id: quarantined } = await uploaded(house, owner, finding, eicar);
    const good = await owner.addEvidence(finding, log);

    const { sha256 } = declared(log);
    const evidence = [
      { id: uploading, sha256 },
      foreign,
      { id: quarantined, sha256: sha256Of(eicar.bytes) },
      { id: good.id, sha256: 'b'.repeat(64) },
      { id: 'never-heard-of', sha256 },
      good,
    ];
    const correctedOn = '2026-03-09';
    const handIn = (change: object) =>
      give(house, owner, finding, 'submit', completeSubmission('correction', { correctedOn, ...change }));

    expect(atStage(await handIn({ evidence }))).toMatchObject({ stage: 'correction', status: 'awaiting', round: 2 });
    expect(await reasonsOf()).toEqual([
      ['evidence-missing', 'evidence[0]'],
      ['evidence-missing', 'evidence[1]'],
      ['evidence-quarantined', 'evidence[2]'],
      ['evidence-hash-differs', 'evidence[3]'],
      ['evidence-missing', 'evidence[4]'],
    ]);

    await handIn({ evidence: [] });
    expect(await reasonsOf()).toEqual([['missing-part', 'evidence']]);

    expect((await handIn({ evidence: [good] })).finding.status).toBe('in-review');
    expect((await view(owner, finding)).finding.seq).toBe(10);
  });
});
