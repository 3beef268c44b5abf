/** What a column of an audit report may hold. */
export const columnFields = [
  'number',
  'grade',
  'requirements',
  'statement',
  'objectiveEvidence',
  'process',
  'auditor',
  'raisedOn',
  'owner',
] as const;
export type ColumnField = (typeof columnFields)[number];

/**
 * Headers in use by certification bodies, normalized as by {@link headerWords}. The earlier of two in one file wins, so
 * that "Statement of nonconformity" is preferred to "Description".
 */
const SYNONYMS: Readonly<Record<ColumnField, readonly string[]>> = {
  number:
    list(`finding no; finding id; finding ref; finding reference; nonconformity no; nonconformity id; nonconformity ref;
    no; id; ref; ref no; reference no; item; item no; item id; index; report no; car no; sl no; s no; sr no; n; observation no; ofi no;
    lfd no; lfdnr; laufende no; kennung; feststellung no; feststellungsnr; feststellungsnummer; abweichung no; abweichungsnr;
    abweichungsnummer; pos; position; reference; referenz`),
  grade:
    list(`grade; grading; grade of finding; grade of nonconformity; finding grade; nonconformity grade; classification;
    finding classification; nonconformity classification; class; category; finding category; nonconformity category; type; finding type;
    nonconformity type; type of finding; type of nonconformity; severity; level; rating; major minor; minor major; major minor ofi;
    einstufung; bewertung; klassifizierung; klassifikation; kategorie; art; art der abweichung; art der feststellung; abweichungsart;
    schweregrad; grad; typ`),
  requirements:
    list(`requirement; requirements; requirement not fulfilled; requirement affected; affected requirement; requirement ref;
    clause; clauses; clause no; clause ref; clause reference; clause of standard; standard clause; standard requirement; standard reference;
    standard; standard ref; requirement of standard; norm reference; control; controls; control no; control id; control ref;
    control reference; annex a; annex a control; annex a controls; annex a ref; annex a reference; annex control; annex; clause control;
    clause or control; clause annex; criterion; criteria; audit criterion; audit criteria; criteria reference;
    norm; normkapitel; normabschnitt; normforderung; normanforderung; normpunkt; normbezug; norm kapitel; norm abschnitt; kapitel;
    abschnitt; anforderung; anforderungen; betroffene anforderung; forderung; anhang a; bezug`),
  statement:
    list(`statement of nonconformity; nonconformity statement; statement; finding statement; statement of finding;
    text of finding; nonconformity description; description of nonconformity; description of the nonconformity; finding description; description of finding; description of the finding;
    details of nonconformity; nonconformity details; finding details; details of finding; finding text; audit finding; description;
    beschreibung der abweichung; beschreibung der feststellung; abweichungsbeschreibung; feststellungstext; abweichungstext; beschreibung;
    sachverhalt; details; text; summary; title; titel`),
  objectiveEvidence:
    list(`objective evidence; objective evidences; audit evidence; evidence; evidence observed; evidence found; supporting evidence;
    evidence of nonconformity; objektiver nachweis; objektive nachweise; auditnachweis; auditnachweise; nachweis; nachweise; beleg; belege; evidenz`),
  process:
    list(`process; processes; process area; process site; area; area process; department; department process; site; location; function; unit;
    organizational unit; organisational unit; business unit; auditee area; audited area; audited process;
    prozess; bereich; prozess bereich; abteilung; standort; organisationseinheit; ort; auditierter bereich`),
  auditor:
    list(`auditor; auditors; auditor name; name of auditor; raised by; issued by; identified by; found by; assessor; reported by; auditor in;
    auditorin; pruefer; prufer; erfasst durch; erfasst von; festgestellt durch; festgestellt von`),
  raisedOn:
    list(`raised on; date raised; raised; date of finding; finding date; issue date; date of issue; issued on; date issued; identified on;
    date identified; detected on; date detected; found on; report date; audit date; date of audit; date; datum der feststellung;
    feststellungsdatum; festgestellt am; erfasst am; erstellt am; auditdatum; datum des audits; datum`),
  owner:
    list(`owner e mail; owner email; owner mail; finding owner; nonconformity owner; owner; email of owner; responsible email; responsible e mail;
    responsible person; person responsible; responsible; responsibility; responsible owner; responsible party; assigned to; assignee; assigned owner;
    e mail; email; verantwortlich; verantwortlicher; verantwortliche; verantwortliche r; verantwortliche person; verantwortung; zustandig; zustandige person;
    eigentumer; eigner; process owner; action owner; risk owner`),
};

/** Headers that name the number in one report and the statement in the next; settled by what else is there. */
const NUMBER_OR_STATEMENT: ReadonlySet<string> = new Set(
  list('finding; findings; nonconformity; nonconformities; observation; observations; feststellung; abweichung'),
);

function list(text: string): readonly string[] {
  return text.split(';').map((entry) => entry.trim().replace(/\s+/g, ' '));
}

interface Meaning {
  readonly field: ColumnField;
  /** Lower is surer; {@link LOOSE} and above is a guess by a single word. */
  readonly rank: number;
}

export const LOOSE = 1000;

/** Headers about what comes after the audit, which no finding is made from. */
const NOT_OF_THE_FINDING =
  /\b(?:correct\w*|actions?|roots?|causes?|due|target|clos\w+|complet\w+|status|responses?|remed\w+|implement\w+|verif\w+|plan\w*|follow|comments?|effective\w*|deadline|approv\w+|signature|revision|version|massnahmen?|ursachen?|frist|termin|erledigt|korrektur\w*|kommentar|unterschrift)\b/;

/** The first word that is found decides: "Description of evidence" is evidence. */
const LOOSELY: readonly (readonly [RegExp, ColumnField])[] = [
  [/\b(?:evidences?|nachweise?)\b/, 'objectiveEvidence'],
  [/\b(?:grade|grading|severity|classification|einstufung|schweregrad)\b/, 'grade'],
  [/\b(?:auditors?|assessor)\b/, 'auditor'],
  [/\b(?:owner|responsible|assignee|verantwortlich\w*|email|e mail)\b/, 'owner'],
  [/\b(?:clauses?|controls?|requirements?|annex|criteri(?:a|on)|norm\w*|kapitel|anforderung\w*)\b/, 'requirements'],
  [/\b(?:date|datum)\b/, 'raisedOn'],
  [/\b(?:statement|description|beschreibung)\b/, 'statement'],
  [/\b(?:process|department|prozess|bereich|abteilung|standort)\b/, 'process'],
];
const LONGEST_LOOSE_HEADER = 60;

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  columnFields.flatMap((field) => SYNONYMS[field].map((synonym, rank) => [synonym, { field, rank }] as const)),
);

const STANDARD = /\b(?:din\s+)?(?:en\s+)?iso(?:\s*\/\s*iec)?[\s-]*2700[12](?:\s*:\s*20\d\d)?/gi;

/** Lower case, without accents, punctuation and the standard's name; one word for "number" and "nonconformity". */
export const headerWords = (header: string): string =>
  header
    .replace(STANDARD, (name, at: number) => (at === 0 && name.length === header.trim().length ? 'standard' : ' '))
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\((?:s|e?n)\)/g, (plural) => plural.slice(1, -1))
    .replace(/\bn\s*\/\s*c\b/g, 'nonconformity')
    .replace(/non[\s-]*conform(?:ity|ance|ities|ances)/g, (word) =>
      word.endsWith('s') ? 'nonconformities' : 'nonconformity',
    )
    .replace(/\b(?:ncr?|nk)\b/g, 'nonconformity')
    .replace(/\b(?:number|nummer|num|nr)\b|#/g, ' no ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export type HeaderMeaning = Meaning | 'number-or-statement' | undefined;

/** The one meaning of the whole header, else of its parts ("Process / site", "Befund | Finding"), where they agree. */
export function meaningOf(header: string): HeaderMeaning {
  const direct = meaningOfWords(headerWords(header));
  if (direct !== undefined) return direct;
  const withoutBrackets = header.replace(STANDARD, ' ').replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const whole = meaningOfWords(headerWords(withoutBrackets));
  if (whole !== undefined) return whole;
  const meanings = withoutBrackets
    .split(/[/|\n;,:]|\s[–—-]\s|\s&\s|\band\b|\bund\b/i)
    .map((part) => meaningOfWords(headerWords(part)))
    .filter((meaning) => meaning !== undefined);
  const sure = meanings.filter((meaning) => meaning !== 'number-or-statement');
  const fields = new Set(sure.map(({ field }) => field));
  if (fields.size > 1) return undefined;
  return sure[0] ?? meanings[0] ?? looseMeaning(headerWords(header));
}

const looseMeaning = (words: string): Meaning | undefined => {
  if (words.length > LONGEST_LOOSE_HEADER || NOT_OF_THE_FINDING.test(words)) return undefined;
  const place = LOOSELY.findIndex(([word]) => word.test(words));
  const field = LOOSELY[place]?.[1];
  return field === undefined ? undefined : { field, rank: LOOSE + place };
};

const meaningOfWords = (words: string): HeaderMeaning =>
  MEANINGS.get(words) ?? (NUMBER_OR_STATEMENT.has(words) ? 'number-or-statement' : undefined);

/** Header of a column that holds controls alone, so that `8.8` is A.8.8 there. */
export const isAnnexHeader = (header: string): boolean =>
  /\b(?:annex|anhang)\b/.test(headerWords(header)) &&
  !/\b(?:clauses?|kapitel|abschnitt|requirements?)\b/.test(headerWords(header));
