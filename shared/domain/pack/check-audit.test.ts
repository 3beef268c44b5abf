import { describe, expect, it } from 'vitest';
import { digest } from '#adapters/runtime/digest.ts';
import { stage2 } from '../../../test/builders/audit.ts';
import { sealed, vaultFile } from '../../../test/builders/pack.ts';
import { cast } from '../../../test/builders/people.ts';
import type { AuditCommand } from '../audit/commands.ts';
import { decideAudit } from '../audit/decide.ts';
import type { AuditEvent } from '../audit/events.ts';
import { type AuditParts, checkAudit } from './check-audit.ts';
import { auditFolder, contentPath, inFolder } from './format.ts';
import { listingOf } from './listing.ts';
import { packedRecord } from './packed-record.ts';

const folder = inFolder(auditFolder);
const report = vaultFile('report-1', 'NC-1', { kind: 'audit', aggregate: 'a', fileName: 'report.csv' });
const rows = [{ row: 1 }];
const findings = [{ number: 'NC-1' }];
const importId = report.record.sha256.slice(0, 32);

/** An audit whose report was imported, confirmed and issued. */
const imported = (): AuditEvent[] => {
  const events: AuditEvent[] = [];
  const commands: readonly [AuditCommand, typeof cast.ismsManager | typeof cast.system][] = [
    [{ name: 'open', body: stage2 }, cast.ismsManager],
    [
      { name: 'importReport', body: { importId, fileName: 'report.csv', evidence: report.record.id } },
      cast.ismsManager,
    ],
    [{ name: 'reportRead', body: { importId, rows: digest(rows) } }, cast.system],
    [{ name: 'confirmImport', body: { importId, findings: digest(findings) } }, cast.ismsManager],
    [{ name: 'finishImport', body: { importId, issued: ['a_nc-1'] } }, cast.system],
  ];
  for (const [command, actor] of commands) {
    const given = { command, actor, id: `command-${events.length}`, fingerprint: 'print' };
    const context = {
      auditId: 'a',
      now: '2026-03-10T10:00:00.000Z',
      rolesOf: (person: string) => Object.values(cast).find((each) => each.person === person)?.roles,
    };
    const event = decideAudit(events.at(-1)?.state, given, context);
    if (!event.ok) throw new Error(JSON.stringify(event.refusals));
    events.push(event.value);
  }
  return events;
};

const file = (path: string) => ({ path, size: report.record.size, sha256: report.record.sha256 });
const reportPath = `${folder.reports}report.csv`;
const parts = (change: Partial<AuditParts> = {}): AuditParts => {
  const events = sealed(imported());
  const last = events.at(-1);
  const contents = new Map<string, unknown>([rows, findings].map((each) => [contentPath(folder, digest(each)), each]));
  return {
    stated: { id: 'a', events: events.length, lastHash: last?.hash ?? '', title: stage2.title },
    folder,
    files: listingOf({
      files: [...[...contents.keys()].map(file), { ...file(reportPath), versionId: report.record.kept?.versionId }],
    }),
    events: JSON.parse(JSON.stringify(events)),
    records: [packedRecord(report.record, reportPath)],
    contents,
    findings: [
      { id: 'a_nc-1', events: 1, lastHash: 'a'.repeat(64), number: 'NC-1', grade: 'major', status: 'awaiting' },
    ],
    ...change,
  };
};
const where = (change: Partial<AuditParts>): string | undefined => checkAudit(parts(change), digest)?.where;

describe("an audit's own part of a pack", () => {
  it('fits', () => {
    expect(checkAudit(parts(), digest)).toBeUndefined();
  });

  it('is told where its trail does not fit', () => {
    const events = parts().events as { at: string }[];
    for (const [i, event] of events.entries()) {
      const changed = events.with(i, { ...event, at: '2020-01-01T00:00:00.000Z' });
      expect(where({ events: changed })).toBe(`${folder.events}#${i + 1}`);
    }
    expect(where({ events: 'none' })).toBe(folder.events);
    expect(where({ stated: { ...parts().stated, id: 'b' } })).toBe(folder.events);
    expect(where({ stated: { ...parts().stated, title: 'Other' } })).toBe(`${folder.events}#5`);
    expect(where({ stated: { ...parts().stated, events: 4 } })).toBe(`${folder.events}#5`);
  });

  it('is told where a content is missing, another, or named by nobody', () => {
    const { contents, files } = parts();
    const [first, second] = [...contents.keys()] as [string, string];
    const lacking = { ...files, get: (path: string) => (path === first ? undefined : files.get(path)) };
    expect(where({ files: lacking })).toBe(`${folder.events}#3`);
    expect(where({ contents: new Map([...contents, [second, []]]) })).toBe(second);
    const more = { ...files, under: (prefix: string) => [...files.under(prefix), `${folder.contents}other.json`] };
    expect(where({ files: more })).toBe(`${folder.contents}other.json`);
  });

  it('is told where the report that was imported is missing', () => {
    expect(where({ records: {} })).toBe(folder.records);
    const other = vaultFile('report-1', 'NC-2', { kind: 'audit', aggregate: 'a', fileName: 'report.csv' });
    const { size, sha256, kept } = other.record;
    const files = listingOf({
      files: [
        ...[...parts().contents.keys()].map(file),
        { path: reportPath, size, sha256, versionId: kept?.versionId },
      ],
    });
    expect(where({ files, records: [packedRecord(other.record, reportPath)] })).toBe(`${folder.events}#2`);
  });

  it('is told where a finding that was issued is missing', () => {
    expect(where({ findings: [] })).toBe(`${folder.events}#5`);
  });
});
