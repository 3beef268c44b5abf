import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { addDays, civilDateOf } from '#domain/calendar/civil-date.ts';
import type { EvidenceType } from '#domain/evidence/evidence.ts';
import type { ReportRow } from '#domain/report/row.ts';
import type { Booted } from '#local/boot.ts';
import { type Client, moveClock, signInAs } from '#local/client.ts';
import { confirmReport, uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import { type PartName, partOf, parts } from './parts.ts';
import { type FindingResult, resultOf } from './result.ts';
import { type Cast, createScene } from './stage.ts';

export interface Played {
  readonly findings: readonly FindingResult[];
  readonly refusedRows: readonly {
    readonly row: number;
    readonly number: string;
    readonly reasons: readonly string[];
  }[];
}

/** The report cannot be played: nothing in it can be issued, and this is why. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';
}

const types: Readonly<Record<string, EvidenceType>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/plain',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const readReportFile = async (file: string) => {
  const type = types[extname(file).toLowerCase()];
  if (!type) throw new ReportRefused(`${file}: give a report as .csv, .xlsx or OSCAL .json.`);
  const ending = extname(file).toLowerCase() === '.tsv' ? `${basename(file, extname(file))}.txt` : basename(file);
  return { fileName: ending, type, bytes: await readFile(file) };
};

const openAudit = async (ismsManager: Client, today: string): Promise<string> => {
  const id = 'demo-audit';
  const dates = {
    firstDay: addDays(today, -7),
    lastDay: addDays(today, -5),
    closingMeeting: addDays(today, -5),
    reportIssued: addDays(today, -1),
    reportReceived: today,
    nextAudit: addDays(today, 330),
  };
  const team = [{ person: sample.leadAuditor.email, role: 'lead-auditor' }];
  await ismsManager.call('POST', '/audits', {
    body: { id, kind: 'surveillance', title: 'The report of the demo', dates, team },
  });
  return id;
};

/** Owners whom the report names and nobody knows yet are added, as an administrator would. */
const addOwners = async (url: string, rows: readonly ReportRow[]): Promise<void> => {
  const administrator = await signInAs(url, sample.administrator.email);
  for (const owner of new Set(rows.flatMap((row) => (row.owner === undefined ? [] : [row.owner])))) {
    const { people } = await administrator.call<{ people: { email: string }[] }>('GET', '/people');
    if (people.some((person) => person.email === owner)) continue;
    const body = { name: owner.split('@')[0] ?? owner, roles: [] };
    await administrator.call('PUT', `/people/${encodeURIComponent(owner)}`, { body });
  }
};

const issueReport = async (url: string, ismsManager: Client, file: string, today: string) => {
  const report = await readReportFile(file);
  const audit = await openAudit(ismsManager, today);
  const read = await uploadReport(ismsManager, audit, report);
  if (read.status === 'refused')
    throw new ReportRefused(
      (read.reasons ?? []).map((reason) => reason.message).join(' ') || 'The report was refused.',
    );
  const usable = read.rowList.filter((row) => row.status !== 'refused');
  if (usable.length === 0) throw new ReportRefused('Every row of the report was refused.');
  await addOwners(url, usable);
  const lacking = usable.filter((row) => row.missing.includes('grade'));
  await confirmReport(ismsManager, audit, read.id, {
    owner: sample.owner.email,
    rows: lacking.map(({ row }) => ({ row, grade: 'major' })),
  });
  const refusedRows = read.rowList
    .filter((row) => row.status === 'refused')
    .map(({ row, number, refusals }) => ({ row, number, reasons: refusals.map((refusal) => refusal.message) }));
  return { audit, issued: usable.length, refusedRows };
};

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly grade: string;
  readonly owner: string;
}

/** The register follows the trail a moment later: it is read until all that was issued is in it. */
const issuedFindings = async (ismsManager: Client, audit: string, count: number): Promise<readonly Listed[]> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const listed: Listed[] = [];
    let total = 0;
    for (let page = 1; page === 1 || listed.length < total; page += 1) {
      const answer = await ismsManager.call<{ findings: Listed[]; total: number }>(
        'GET',
        `/findings?audit=${audit}&size=200&page=${page}`,
      );
      listed.push(...answer.findings);
      total = answer.total;
    }
    if (listed.length >= count) return listed;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`of ${count} issued findings not all are in the register`);
};

const castOf = async (url: string, ismsManager: Client, owners: ReadonlySet<string>): Promise<Cast> => {
  const signIn = (person: { readonly email: string }) => signInAs(url, person.email);
  const clients = new Map(
    await Promise.all([...owners].map(async (email) => [email, await signInAs(url, email)] as const)),
  );
  return {
    ismsManager,
    internalAuditor: await signIn(sample.internalAuditor),
    leadAuditor: await signIn(sample.leadAuditor),
    decisionMaker: await signIn(sample.decisionMaker),
    secondOwner: await signIn(sample.secondOwner),
    ownerOf: (finding) => {
      const client = clients.get(finding.owner);
      if (!client) throw new Error(`${finding.owner} owns ${finding.facts.number} and is not signed in`);
      return client;
    },
  };
};

/** Plays a report from its import to the last decision, on a virtual clock, by the public API alone. */
export const playReport = async (booted: Booted, file: string, tell: (text: string) => void): Promise<Played> => {
  const { url, system } = booted;
  const today = (): string => civilDateOf(system.clock.now(), system.timeZone);
  const ismsManager = await signInAs(url, sample.ismsManager.email);
  const { audit, issued, refusedRows } = await issueReport(url, ismsManager, file, today());
  const findings = await issuedFindings(ismsManager, audit, issued);
  tell(`${findings.length} findings issued, ${refusedRows.length} rows refused`);

  const cast = await castOf(url, ismsManager, new Set(findings.map((finding) => finding.owner)));
  const graded = findings.filter((finding) => finding.grade !== 'ofi').map((finding) => finding.id);
  const partFor = ({ id, grade }: { id: string; grade: string }): PartName =>
    grade === 'ofi' ? 'ofi' : partOf(graded.indexOf(id));
  const acting = findings.map((finding) => {
    const scene = createScene(finding, cast, (text) => tell(`${today()}  ${text}`));
    return { next: today(), playing: parts[partFor(finding)](scene, today) };
  });

  // Whoever acts first goes next, once the clock has been moved to that day.
  while (acting.length > 0) {
    acting.sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0));
    const [first] = acting;
    if (!first) break;
    while (today() < first.next) await moveClock(url, 'P1D');
    const step = await first.playing.next();
    // Redress carries on what the person did (validation, the next wait) before anybody else acts.
    await system.settled();
    if (step.done) acting.shift();
    else first.next = step.value;
  }
  const results = [];
  for (const finding of findings) results.push(await resultOf(ismsManager, finding.id, partFor(finding), today()));
  return { findings: results, refusedRows };
};
