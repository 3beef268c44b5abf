import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { SigningKey } from '#contracts/http.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { findingFolder, inFolder, verifierPath } from '#domain/pack/format.ts';
import type { PackedRecord } from '#domain/pack/packed-record.ts';
import { type Client, sha256Of } from '#local/client.ts';
import type { Store } from '#local/functions.ts';
import { confirmReport, uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import { bufferSource } from '#verifier/source.ts';
import { verifyPack } from '#verifier/verify.ts';
import { newSigner } from '../builders/pack.ts';
import {
  type Files,
  fileIn,
  manifestIn,
  repack,
  resigned,
  unpack,
  withFile,
  withManifest,
} from '../builders/repack.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { give, issue, openAudit, pass } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { fetchedFrom, type Made, madePack, type Pack, packOf, request } from './pack-requests.ts';
import { csv, row } from './reports.ts';
import { eicar, png, refusalOf, uploaded } from './uploads.ts';

const run = promisify(execFile);
const audit = '2026-surveillance';

let house: House;
let folder: string;
/** A finding with three stages behind it, and one whose plan was accepted by a transcribed decision. */
let closed: string;
let transcribed: string;
let quarantined: string;
let unnamed: string;
/** The vault hands out other bytes than it was given. */
let damaged = false;

const damage = (store: Store): Store =>
  new Proxy(store, {
    get: (target, property) => {
      if (property !== 'vault' || !damaged) return Reflect.get(target, property);
      const stream = async function* () {
        yield new TextEncoder().encode('another file');
      };
      return { ...target.vault, stream };
    },
  });

const transcribe = async (finding: string): Promise<void> => {
  const { owner, ismsManager } = house.people;
  await give(house, owner, finding, 'submit', completeSubmission('plan'));
  const { id } = await ismsManager.addEvidence(finding, { ...png, fileName: 'decision.png' });
  const transcription = { decidedBy: 'Dora Klein', decidedOn: '2026-03-09', document: id };
  await give(house, ismsManager, finding, 'accept', { means: 'documents', transcription });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-packs-'));
  house = await openHouse({ around: damage });
  const { ismsManager, owner } = house.people;
  await openAudit(ismsManager, audit);
  const report = await uploadReport(ismsManager, audit, csv([row('NC-1'), row('NC-2')]));
  await confirmReport(ismsManager, audit, report.id, { rows: [] });
  await house.system.settled();
  closed = await issue(house, audit, 'NC-3');
  transcribed = await issue(house, audit, 'NC-4');
  ({ id: quarantined } = await uploaded(house, owner, closed, eicar));
  ({ id: unnamed } = await owner.addEvidence(closed, png));
  for (const _stage of ['plan', 'correction', 'remediation']) await pass(house, closed);
  await transcribe(transcribed);
}, 120_000);
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const signingKey = (): Promise<z.infer<typeof SigningKey>> => house.people.owner.call('GET', '/signing-key');
const jsonIn = <T>(files: Files, path: string): T => JSON.parse(fileIn(files, path).toString());
const namesIn = (files: Files): string[] => files.map(([path]) => path);

/** The verifier of the pack itself, run by Node alone in an empty folder. */
const runVerifier = async (bytes: Buffer, ...more: readonly string[]) => {
  const here = await mkdtemp(join(folder, 'verify-'));
  await writeFile(join(here, 'pack.zip'), bytes);
  await writeFile(join(here, verifierPath), fileIn(await unpack(bytes), verifierPath));
  try {
    const { stdout } = await run(process.execPath, [verifierPath, 'pack.zip', ...more], { cwd: here, env: {} });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, stdout };
  }
};

describe('the pack of a finding', () => {
  let made: Made;
  beforeAll(async () => {
    made = await madePack(house, house.people.ismsManager, `findings/${closed}`);
  });

  it('is made in the background and downloaded as an attachment', () => {
    const { pack, response, bytes } = made;
    expect(pack).toMatchObject({ status: 'ready', kind: 'finding', aggregate: closed, by: sample.ismsManager.email });
    expect(pack).toMatchObject({ size: bytes.length, sha256: sha256Of(bytes), done: pack.of });
    expect(pack).not.toHaveProperty('key');
    expect(pack.of).toBe(made.files.length);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-disposition')).toContain(`evidence-pack-${closed}-2026-03-09.zip`);
  });

  it('fits, and the verifier in it says so too, run by Node alone', async () => {
    const { publicKey, fingerprint } = await signingKey();
    expect(await verifyPack(bufferSource(made.bytes), publicKey)).toMatchObject({ ok: true, fingerprint });
    const key = join(folder, 'key.pem');
    await writeFile(key, publicKey);
    const { code, stdout } = await runVerifier(made.bytes, '--key', key);
    expect(stdout).toContain('pack.zip fits.');
    expect(stdout).toContain(`finding ${closed}`);
    expect(stdout.replaceAll(' ', '')).toContain(fingerprint);
    expect(code).toBe(0);
    expect((await runVerifier(made.bytes)).stdout).toContain('compare the fingerprint');
  });

  it('holds the trail and everything on the record', async () => {
    const { ismsManager } = house.people;
    const paths = inFolder(findingFolder(closed));
    const { events } = await ismsManager.call<{ events: FindingEvent[] }>('GET', `/findings/${closed}/events`);
    expect(jsonIn(made.files, paths.events)).toEqual(events);
    const { findings } = manifestIn(made.files);
    expect(findings).toEqual([
      expect.objectContaining({ id: closed, number: 'NC-3', status: 'closed', events: events.length }),
    ]);
    const { notices } = await ismsManager.call<{ notices: object[] }>('GET', `/findings/${closed}/notices`);
    expect(notices.length).toBeGreaterThan(3);
    expect(jsonIn(made.files, paths.notices)).toMatchObject(notices);
    expect(jsonIn(made.files, paths.accesses)).toEqual([
      expect.objectContaining({ kind: 'pack-requested', person: sample.ismsManager.email, subject: made.pack.id }),
    ]);
  });

  it('holds the documents by stage and round; what was quarantined is listed and not contained', () => {
    const paths = inFolder(findingFolder(closed));
    const evidence = namesIn(made.files).filter((path) => path.startsWith(paths.evidence));
    expect(evidence.toSorted()).toEqual([
      `${paths.evidence}correction/c1-r1/restore-log.txt`,
      `${paths.evidence}remediation/c1-r1/restore-log.txt`,
      `${paths.evidence}unnamed/rate.png`,
    ]);
    expect(fileIn(made.files, `${paths.evidence}unnamed/rate.png`)).toEqual(Buffer.from(png.bytes));
    const records = jsonIn<PackedRecord[]>(made.files, paths.records);
    expect(records.find(({ id }) => id === unnamed)).toMatchObject({ path: `${paths.evidence}unnamed/rate.png` });
    const refused = records.find(({ id }) => id === quarantined);
    expect(refused).toMatchObject({ status: 'quarantined', reason: expect.stringMatching(/malware|EICAR/i) });
    expect(refused).not.toHaveProperty('path');
    const listed = manifestIn(made.files).files.find(({ path }) => path === `${paths.evidence}unnamed/rate.png`);
    const { kept } = records.find(({ id }) => id === unnamed) ?? {};
    expect(listed).toMatchObject({ sha256: sha256Of(png.bytes), versionId: kept?.versionId });
  });

  it('changed by somebody is told by the verifier in it, with its place', async () => {
    const paths = inFolder(findingFolder(closed));
    const name = `${paths.evidence}correction/c1-r1/restore-log.txt`;
    const changed = await repack(
      withFile(made.files, name, Buffer.from('2026-03-09 restore of the ledger: complete!\n')),
    );
    const { code, stdout } = await runVerifier(changed);
    expect(stdout).toContain('does NOT fit');
    expect(stdout).toContain(name);
    expect(code).toBe(1);
  });
});

describe('the pack of a finding with a transcribed decision', () => {
  it('holds the document with the round that it ended', async () => {
    const { bytes, files } = await madePack(house, house.people.leadAuditor, `findings/${transcribed}`);
    expect(await verifyPack(bufferSource(bytes))).toMatchObject({ ok: true });
    expect(namesIn(files)).toContain(`${findingFolder(transcribed)}/evidence/plan/c1-r1/decision.png`);
  });
});

describe('the pack of an audit', () => {
  let made: Made;
  beforeAll(async () => {
    made = await madePack(house, house.people.ismsManager, `audits/${audit}`);
  }, 60_000);

  it('holds the audit, its report and all its findings, and fits', async () => {
    const verdict = await verifyPack(bufferSource(made.bytes));
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.failure));
    expect(verdict.manifest.findings.map(({ number }) => number)).toEqual(['NC-1', 'NC-2', 'NC-3', 'NC-4']);
    expect(verdict.manifest.subject).toEqual({ kind: 'audit', id: audit });
    expect(namesIn(made.files)).toContain('audit/reports/report.csv');
    expect(namesIn(made.files).filter((path) => path.startsWith('audit/contents/'))).toHaveLength(2);
    const { code, stdout } = await runVerifier(made.bytes);
    expect(stdout).toContain(`audit ${audit}`);
    expect(code).toBe(0);
  });

  it('lacks no finding that its report brought, even signed anew', async () => {
    const gone = findingFolder(`${audit}_nc-1`);
    const { audit: stated, ...manifest } = manifestIn(made.files);
    const findings = manifest.findings.filter(({ number }) => number !== 'NC-1');
    const rest = made.files.filter(([path]) => !path.startsWith(`${gone}/`));
    const resignedFiles = await resigned(
      withManifest(rest, { ...manifest, ...(stated && { audit: stated }), findings }),
      newSigner(),
    );
    const verdict = await verifyPack(bufferSource(await repack(resignedFiles)));
    expect(verdict).toMatchObject({ ok: false, failure: { where: expect.stringMatching(/^audit\/events.json#\d+$/) } });
  });
});

describe('who may', () => {
  const may = async (who: Client, subject: string): Promise<number> =>
    (await refusalOf(request(who, subject)).catch(() => undefined))?.status ?? 202;

  it.each<[keyof typeof sample, number, number]>([
    ['ismsManager', 202, 202],
    ['internalAuditor', 202, 202],
    ['leadAuditor', 202, 202],
    ['decisionMaker', 202, 202],
    ['owner', 403, 403],
    ['topManagement', 403, 403],
    ['administrator', 403, 403],
    ['secondOwner', 403, 403],
  ])('have a pack made: %s', async (name, ofFinding, ofAudit) => {
    const who = house.people[name];
    expect([await may(who, `findings/${closed}`), await may(who, `audits/${audit}`)]).toEqual([ofFinding, ofAudit]);
    await house.system.settled();
  });

  it('see and download one that somebody else asked for', async () => {
    const { internalAuditor, owner } = house.people;
    const { packs } = await internalAuditor.call<{ packs: Pack[] }>('GET', `/findings/${closed}/packs`);
    const [newest] = packs;
    if (!newest) throw new Error('there is no pack');
    expect(packs.map(({ by }) => by)).toContain(sample.ismsManager.email);
    const download = `/findings/${closed}/packs/${newest.id}/download`;
    expect((await fetchedFrom(await internalAuditor.call('POST', download))).response.status).toBe(200);
    for (const path of [`/findings/${closed}/packs`, `/findings/${closed}/packs/${newest.id}`])
      expect((await refusalOf(owner.call('GET', path))).status).toBe(403);
    expect((await refusalOf(owner.call('POST', download))).status).toBe(403);
    const elsewhere = `/findings/${transcribed}/packs/${newest.id}`;
    expect((await refusalOf(internalAuditor.call('GET', elsewhere))).status).toBe(404);
  });
});

describe('a pack that is asked for once', () => {
  const detailOf = ({ kind, aggregate, id }: Pack) => ({ kind, aggregate, id });

  it('is made once, however often its message comes', async () => {
    const { ismsManager } = house.people;
    const { pack } = await madePack(house, ismsManager, `findings/${transcribed}`);
    const detail = detailOf(pack);
    for (let time = 0; time < 3; time += 1) await house.system.bus.publish([{ detailType: 'pack-requested', detail }]);
    await house.system.settled();
    expect(await packOf(ismsManager, `findings/${transcribed}`, pack.id)).toEqual(pack);
  });

  it('fails, with the path, where the vault no longer has what was registered', async () => {
    const { ismsManager } = house.people;
    damaged = true;
    const { id } = await request(ismsManager, `findings/${closed}`);
    await house.system.settled();
    damaged = false;
    const pack = await packOf(ismsManager, `findings/${closed}`, id);
    expect(pack.status).toBe('failed');
    expect(pack.reason).toContain(`${findingFolder(closed)}/evidence/`);
    const refusal = await refusalOf(ismsManager.call('POST', `/findings/${closed}/packs/${id}/download`));
    expect([refusal.status, refusal.code]).toEqual([409, 'wrong-state']);
    expect(house.faults).toEqual([]);
  });

  it('is begun anew after the process died while it was being made', async () => {
    const { pack } = await madePack(house, house.people.ismsManager, `findings/${transcribed}`);
    const { size: _size, sha256: _sha256, ...asked } = pack;
    const died = { ...asked, id: 'died-on-the-way', status: 'building', begun: 1, done: 2, version: 7 } as const;
    await house.system.store.packs.add({ ...died, key: `finding/${transcribed}/died-on-the-way-1.zip` });
    // What a killed process leaves: a message that was given to the function and never worked off.
    const database = new DatabaseSync(join(house.data, 'local.sqlite'));
    database
      .prepare('INSERT INTO bus_delivery (subscriber, detail_type, detail) VALUES (?, ?, ?)')
      .run('build-pack', 'pack-requested', JSON.stringify(detailOf(died)));
    database.close();
    house = await house.reopen(house.system.clock.now());
    const made = await packOf(house.people.ismsManager, `findings/${transcribed}`, died.id);
    expect(made).toMatchObject({ status: 'ready', begun: 2 });
    const stored = await house.system.store.packs.get(made, made.id);
    expect(stored?.key).toBe(`finding/${transcribed}/died-on-the-way-2.zip`);
  }, 60_000);
});
