import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMail } from '#adapters/mail/compose.ts';
import { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import type { Finding } from '#domain/finding/state.ts';
import { codeLetter, linkLetter } from '#domain/link/letters.ts';
import { Link, linkPurposes } from '#domain/link/link.ts';
import type { Letter, LetterSetting } from '#domain/message/letter.ts';
import { type Written, written } from '#domain/message/written.ts';
import type { DeadlineNotice } from '#domain/notice/deadline-notice.ts';
import { changeLetter } from '#domain/notice/letters/change.ts';
import { digestLetter } from '#domain/notice/letters/digest.ts';
import { refusedFileLetter, reportCameLetter } from '#domain/notice/letters/file.ts';
import { returnedMailLetter } from '#domain/notice/letters/returned-mail.ts';
import { languages } from '#domain/people/preferences.ts';
import { aNonconformity, anOfi } from '../builders/finding.ts';
import { aLink } from '../builders/link.ts';
import { cast } from '../builders/people.ts';
import { completeSubmission, registered } from '../builders/submissions.ts';
import { type FreeField, filled, freeFields } from './mail-fields.ts';

const sender = { name: 'Example AG', address: 'redress@example.org' };
const at = '2026-03-10T08:00:00.000Z';
const baseUrl = 'https://redress.example.org';

/** One of each event that a letter is written of, and of each way a decision comes. */
const events: readonly FindingEvent[] = [
  aNonconformity()
    .must('withdraw', cast.leadAuditor)
    .must('decideWithdrawal', cast.decisionMaker, { confirmed: false, reason: 'No.' })
    .must('requestExtension', cast.owner)
    .must('decideExtension', cast.leadAuditor, { granted: false, reason: 'No.' })
    .must('requestExtension', cast.owner)
    .must('decideExtension', cast.leadAuditor)
    .must('assign', cast.ismsManager, { owner: cast.owner.person })
    .handIn(completeSubmission('plan', { rootCause: undefined }))
    .reach('plan.in-review')
    .must('return', { ...cast.leadAuditor, link: 'link-1' })
    .reach('plan.in-review')
    .must('accept', cast.ismsManager, {
      means: 'documents',
      comment: 'Fine.',
      transcription: { decidedBy: 'Lena Fischer', decidedOn: '2026-03-09', document: registered.id },
    })
    .reach('remediation.verifying')
    .must('verify', cast.internalAuditor, { confirmed: false, statement: 'No.' })
    .reach('closed')
    .must('reopen', cast.leadAuditor)
    .must('appeal', cast.owner)
    .must('decideAppeal', cast.secondDecisionMaker)
    .must('regrade', cast.leadAuditor)
    .must('recordFault', cast.system)
    .must('withdraw', cast.leadAuditor)
    .must('decideWithdrawal', cast.decisionMaker),
  aNonconformity('minor').revise({ nextAudit: '2027-03-15' }).must('followAudit', cast.system),
  anOfi()
    .must('respond', cast.owner)
    .must('implement', cast.owner)
    .must('close', cast.leadAuditor, { comment: 'Seen.' }),
  anOfi().must('respond', cast.owner, { accepted: false, comment: 'No.' }),
].flatMap((life) => life.events);

const open = aNonconformity().finding();
const notices: readonly DeadlineNotice[] = [
  { kind: 'deadline', waitsFor: 'owner', clock: 'plan#1#1#owner', due: '2026-03-23', offset: -7 },
  { kind: 'cap', reason: 'six-months', on: '2026-04-01', state: 'near' },
];
const files = [
  { ...registered, status: 'held', reason: 'It has a password.', link: 'link-1' },
  { ...registered, status: 'quarantined', reason: 'It holds image/png.' },
] as const;

const eventFields = new Map(events.map((event) => [event, freeFields(FindingEvent, event)]));
const recordFields = freeFields(EvidenceRecord, files[0]);
const linkFields = freeFields(Link, aLink());

/** Every kind of letter with one text in every field that a person can fill. */
const lettersWith = (text: string, language: LetterSetting['language']): readonly (readonly [string, Letter])[] => {
  const setting = { language, organization: text, baseUrl };
  const ofEvents = events.flatMap((event) => {
    const nasty = filled(event, eventFields.get(event) ?? [], text);
    return (['told', 'calendar'] as const).map(
      (reader) => [`${event.type}, ${reader}`, changeLetter(nasty, setting, reader)] as const,
    );
  });
  const finding: Finding = { ...open, facts: { ...open.facts, id: text, audit: text, number: text, statement: text } };
  const entries = notices.map((notice) => ({ finding, notice, escalated: false }));
  const link = filled(aLink({ stage: 'plan' }), linkFields, text);
  const known = { auditTitle: text, number: text, madeBy: text, timeZone: 'Europe/Zurich' };
  const abouts = [
    { about: { kind: 'finding', number: text }, url: `${baseUrl}/findings/f` },
    { about: { kind: 'audit', title: text } },
  ] as const;
  return [
    ...ofEvents,
    ['digest of one', digestLetter({ date: '2026-03-16', entries: entries.slice(0, 1) }, setting)],
    ['digest', digestLetter({ date: '2026-03-16', entries }, setting)],
    ...files.flatMap((file) =>
      abouts.map((about) => {
        const nasty = filled(file, recordFields, text);
        return [`file ${file.status}`, refusedFileLetter(nasty, about, setting)] as const;
      }),
    ),
    ['report', reportCameLetter(filled(files[0], recordFields, text), abouts[0], setting)],
    ...linkPurposes.map(
      (purpose) => [`link ${purpose}`, linkLetter({ ...link, purpose }, known, `${baseUrl}/links/s`, setting)] as const,
    ),
    ['code', codeLetter(link, known, '048213', setting)],
    ...([true, false] as const).map(
      (suppressed) =>
        [
          `returned ${suppressed}`,
          returnedMailLetter(
            { address: text, kind: suppressed ? 'bounce' : 'complaint', reason: text, about: [text], suppressed },
            setting,
          ),
        ] as const,
    ),
  ];
};

const composed = (content: Written, text: string): Promise<Buffer> =>
  composeMail({ ...content, to: cast.owner.person, reference: `finding#${text}` }, { ...sender, name: text }, at);

/** Tags as they stand, without the addresses of links: what is left is the template's alone. */
const tagsOf = (html: string): readonly string[] =>
  (html.match(/<[^>]*>?/g) ?? []).map((tag) =>
    tag.replace(/^<a href="https:\/\/redress\.example\.org\/[^"<>\s]*">$/, '<a>'),
  );

/** Tags that a template may have. Lines of a quote and items of lists come as often as there are some. */
const templateTags = new Set([
  ...tagsOf(
    written({
      language: 'en',
      subject: 'A',
      blocks: [
        { kind: 'heading', text: 'A' },
        { kind: 'paragraph', text: 'A' },
        { kind: 'quote', text: 'A\nB' },
        { kind: 'list', items: ['A'] },
        { kind: 'facts', rows: [['A', 'B']] },
        { kind: 'link', text: 'A', url: `${baseUrl}/` },
      ],
    }).html,
  ),
  '<html lang="de">',
]);

const headersOf = (mime: Buffer): readonly string[] => {
  const text = mime.toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')));
};

const plainHeaders = headersOf(await composed(written({ language: 'en', subject: 'A', blocks: [] }), 'A'));

const attacks = [
  'a\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>',
  '</p></blockquote></div><img src=x onerror=alert(1)>"\' style="x',
  '"><a href="https://evil.example">x</a>\u2028Bcc: x\u0000\u202e',
  '=?utf-8?q?=0D=0ABcc:_x@example.org?= --boundary\n.\nX-Evil: x',
  'javascript:alert(1) &lt;b&gt; \ud83d',
];
const texts = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''),
  fc
    .string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '\r', '\n', ':', 'B', 'c', ' ', '=', '?'),
      minLength: 2,
      maxLength: 60,
    })
    .map((text) => `x${text}`),
);

describe.each(languages)('whatever text stands in every field that a person can fill (%s)', (language) => {
  test('a message has the headers, the recipient and the elements that are ours, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (text, choice) => {
        const letters = lettersWith(text, language);
        for (const [name, letter] of letters) {
          const { html, text: plain, subject } = written(letter);
          const faults = [
            ...tagsOf(html).filter((tag) => !templateTags.has(tag)),
            ...(plain.match(/^(Bcc|X-Evil|\.$|<script).*/m) ?? []),
            ...(subject.match(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u) ?? []),
            ...(subject.length < 400 ? [] : ['a long subject']),
          ];
          expect(faults, name).toEqual([]);
        }
        // Parsing takes longer: one message of each run, and all of them below.
        const [name = '', letter] = letters[choice % letters.length] ?? [];
        if (letter) await expectOurs(name, letter, text);
      }),
      { numRuns: 20, examples: attacks.map((attack, i) => [attack, i * 7]) },
    );
  });
  test.each(attacks)('each kind of message: %j', async (attack) => {
    for (const [name, letter] of lettersWith(attack, language)) await expectOurs(name, letter, attack);
  });
});

const expectOurs = async (name: string, letter: Letter, text: string): Promise<void> => {
  const content = written(letter);
  const mime = await composed(content, text);
  expect(headersOf(mime), name).toEqual(plainHeaders);
  const mail = await simpleParser(mime, { skipHtmlToText: true, skipTextToHtml: true });
  // A part of a subject that looks encoded is taken apart, so that nobody decodes it.
  expect(mail.subject, name).toBe(content.subject.replaceAll('=?', '= ?'));
  expect(
    [mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address)),
    name,
  ).toEqual([cast.owner.person]);
  expect(mail.cc ?? mail.bcc, name).toBeUndefined();
  expect(
    mail.from?.value.map(({ address }) => address),
    name,
  ).toEqual([sender.address]);
  expect(mail.text?.trimEnd(), name).toBe(content.text.trimEnd());
  expect(String(mail.html).trimEnd(), name).toBe(content.html.trimEnd());
  expect(mail.attachments, name).toEqual([]);
};

test('the fields that a person can fill are found by themselves', () => {
  const named = (fields: readonly FreeField[]) => fields.map(({ path }) => path.join('.'));
  const fields = named([...eventFields.values()].flat());
  for (const each of [
    'actor.person',
    'state.facts.number',
    'state.facts.statement',
    'state.owner',
    'data.reason',
    'data.comment',
    'data.grounds',
    'data.transcription.decidedBy',
    'data.transcription.fileName',
    'data.reasons.0.message',
    'data.reasons.0.field',
    'data.error',
    'state.facts.requirements.0.id',
  ])
    expect(fields).toContain(each);
  expect(fields).not.toContain('state.grade');
  expect(named(recordFields)).toEqual(expect.arrayContaining(['fileName', 'reason']));
});
