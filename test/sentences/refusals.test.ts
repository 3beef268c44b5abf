import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createReportReader } from '#adapters/report/report-reader.ts';
import { parsed } from '#contracts/parsed.ts';
import { routes } from '#contracts/routes.ts';
import { commandNames } from '#domain/finding/commands.ts';
import { readReport } from '#domain/report/read-report.ts';
import { parseRequirements } from '#domain/requirement/requirement.ts';
import type { Result } from '#domain/result.ts';
import { germanOf } from '#domain/words/sentences/german/index.ts';
import { inLanguage } from '#domain/words/sentences/index.ts';
import { aNonconformity, anOfi, bodies, createLife } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';

/** English that no German sentence has; what was typed is in quotation marks, and does not count. */
const english = /\b(?:the|is|are|of|with|this|there|you|not|(?<!-)stage|finding|deadline|holds|give|none)\b/i;
const unquoted = (text: string): string => text.replaceAll(/„[^“]*“/g, '');

const expectGerman = (sentences: readonly string[]): void => {
  for (const sentence of sentences) {
    const said = germanOf(sentence);
    expect(said, sentence).toBeDefined();
    expect(unquoted(said ?? ''), sentence).not.toMatch(english);
    // No place is left open, and no code of the program shows.
    expect(unquoted(said ?? '')).not.toMatch(/[{}]|\b[a-z]+[A-Z]\w+/);
  }
};

const messagesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ message }) => message);

test('English stays as it is, and so does what Redress did not say', () => {
  expect(inLanguage('There is no such audit.', 'en')).toBe('There is no such audit.');
  expect(inLanguage('There is no such audit.', 'de')).toBe('Dieses Audit gibt es nicht.');
  expect(inLanguage('Our platform team is on leave.', 'de')).toBe('Our platform team is on leave.');
});

describe('commands on findings', () => {
  const steps = ['plan.awaiting', 'plan.validating', 'plan.verifying', 'plan.in-review', 'closed'] as const;
  const lives = [
    ...steps.map((step) => () => aNonconformity().reach(step)),
    () => aNonconformity('minor'),
    anOfi,
    createLife,
  ];
  const refused = lives.flatMap((made) =>
    commandNames.flatMap((name) =>
      Object.values(cast).flatMap((actor) => messagesOf(made().give(name, actor, bodies[name]))),
    ),
  );
  test('every refusal is said in German', () => {
    const sentences = [...new Set(refused)];
    expect(sentences.length).toBeGreaterThan(100);
    expectGerman(sentences);
  });
});

describe('what a schema says', () => {
  const bodiesAndQueries = routes.flatMap(({ body, query }) => [body, query]).filter((each) => each !== undefined);
  const texts = {
    '': '',
    long: 'x'.repeat(100_000),
    word: 'word',
    date: '2026-02-30',
    number: '7',
    past: '1700-01-01',
  };
  const junk = [
    undefined,
    null,
    7,
    -1,
    1.5,
    true,
    [],
    {},
    Array.from({ length: 200 }, () => 'x'),
    ...Object.values(texts),
  ];
  /** Every field of an object with the same junk in it. */
  const filledWith = (schema: z.ZodType, value: unknown): unknown =>
    schema instanceof z.ZodObject ? Object.fromEntries(Object.keys(schema.shape).map((key) => [key, value])) : value;
  test('of every body and query, about all sorts of junk', () => {
    const sentences = bodiesAndQueries.flatMap((schema) =>
      junk.flatMap((value) =>
        [value, filledWith(schema, value)].flatMap((each) => messagesOf(parsed('junk', schema, each))),
      ),
    );
    const found = [...new Set(sentences)];
    expect(found.length).toBeGreaterThan(40);
    expectGerman(found);
  });
});

describe('reports', () => {
  const read = async (text: string | Uint8Array, name = 'list.csv'): Promise<readonly string[]> => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const source = await createReportReader().read(bytes, name);
    if (!source.ok) return messagesOf(source);
    const report = readReport(source.value, { today: '2026-03-10' });
    if (!report.ok) return messagesOf(report);
    return report.value.rows.flatMap(({ refusals, notes }) => [...refusals.map(({ message }) => message), ...notes]);
  };
  test.each([
    '',
    'nothing here',
    '%PDF-1.7',
    '<?xml version="1.0"?><x/>',
    '{"catalog": {}}',
    '{"assessment-results": {}}',
    '{"x": ',
    'Statement;Grade',
    'Number;Grade;Statement;Requirement;Owner;Raised on\n1;Huge;;99.1;a@x.org, b@x.org;31.02.2026\n1;NC;It is so;A.5;;7',
    'Number;Grade;Statement;Requirement;Raised on\nÄ;Major;It is so;A.9.1.1 and 4.9 and 6.1.3 z)-q);2030-01-01\n"',
  ])('%s', async (text) => {
    const sentences = await read(text);
    expect(sentences.length).toBeGreaterThan(0);
    expectGerman(sentences);
  });
  test('bytes that are none', async () => {
    expectGerman([
      ...(await read(Uint8Array.of(0x50, 0x4b, 3, 4), 'list.xlsx')),
      ...(await read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))),
      ...(await read(Uint8Array.of(0, 1, 2, 3, 0xff))),
    ]);
  });
});

test.each([
  'A.9.1.1',
  'A.8',
  'A.8.99',
  'Annex A',
  '4.9',
  '8.13',
  '9.2.1.1 of ISO 27001',
  'ISO 27001:2013 9.2',
  'ISO/IEC 27001 is it',
  'A.8.1-A.5.3',
  '4.1 a)',
  `POL ${'x'.repeat(300)}`,
  'A.8.1-A.8.34',
])('the requirement %s', (text) => {
  const sentences = messagesOf(parseRequirements(text));
  expect(sentences.length).toBeGreaterThan(0);
  expectGerman(sentences);
});

describe('why deadlines moved', () => {
  const whys = (life: ReturnType<typeof createLife>): readonly string[] =>
    life.events.flatMap((event) => ('dueChanges' in event.data ? event.data.dueChanges.map(({ why }) => why) : []));
  test('by extension, regrade, appeal and reopening', () => {
    const extended = aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor);
    const regraded = aNonconformity().must('regrade', cast.leadAuditor);
    const appealed = aNonconformity()
      .must('appeal', cast.owner)
      .on('2026-03-14')
      .must('decideAppeal', cast.decisionMaker);
    const reopened = aNonconformity().reach('closed').on('2026-06-10').must('reopen', cast.leadAuditor);
    const sentences = [extended, regraded, appealed, reopened].flatMap(whys);
    expect(sentences.length).toBeGreaterThan(6);
    expectGerman(sentences);
  });
});

test('a file that is none says why, one sentence in another', () => {
  const reason = 'ClamAV found malware in this file: ClamAV found Win.Test.EICAR_HDB-1.';
  expect(germanOf(`log.zip was refused: ${reason} Upload the right file.`)).toBe(
    'log.zip wurde abgelehnt: ClamAV hat in dieser Datei Schadsoftware gefunden: ClamAV hat Win.Test.EICAR_HDB-1 gefunden. Laden Sie die richtige Datei hoch.',
  );
  expect(germanOf('“a “b” c.zip” in the file holds “../x”, a path that leads out of it.')).toBe(
    '„a “b” c.zip“ in der Datei enthält „../x“: einen Pfad, der hinausführt.',
  );
});
