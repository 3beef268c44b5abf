/**
 * Requirements that are not ISO/IEC 27001's are taken as they are; this only tells whose they are. `NAMED` go by the name
 * in front, which is taken off; `BY_NUMBER` by the shape of the number.
 */

export const OWN_POLICY = 'own policy';
/** Neither a framework this project knows by name nor recognisably the organization's own document. */
export const OTHER = 'other';

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:nist[\s-]*)?(?:sp[\s-]*)?800-53[ab]?(?:\s*rev(?:ision)?\.?\s*\d|\s*r\d)?/i, 'NIST SP 800-53'],
  [/^(?:nist[\s-]*)?(?:sp[\s-]*)?800-171(?:\s*rev(?:ision)?\.?\s*\d|\s*r\d)?/i, 'NIST SP 800-171'],
  [/^nist\s*csf(?:\s*v?\d\.\d)?/i, 'NIST CSF'],
  [/^(?:aicpa\s*)?soc\s*2(?:\s*type\s*(?:1|2|ii?))?/i, 'SOC 2'],
  [/^(?:gdpr|eu[\s-]*gdpr|ds-?gvo)/i, 'GDPR'],
  [/^pci[\s-]*dss(?:\s*v?\d\.\d(?:\.\d)?(?=\s))?/i, 'PCI DSS'],
  [/^hipaa/i, 'HIPAA'],
  [/^(?:tisax|vda[\s-]*isa)(?:\s*v?\d\.\d(?:\.\d)?(?=\s))?/i, 'TISAX'],
  [/^cis\s*(?:controls?|csc)(?:\s*v\d(?:\.\d)?)?/i, 'CIS Controls'],
  [/^nis[\s-]*2/i, 'NIS 2'],
  [/^dora/i, 'DORA'],
  [/^cobit(?:\s*\d{1,4})?/i, 'COBIT'],
  [/^csa\s*ccm(?:\s*v\d(?:\.\d)?)?/i, 'CSA CCM'],
  [/^bsi\s*c5(?::20\d\d)?/i, 'BSI C5'],
  [/^bsi\s*(?:it-)?grundschutz/i, 'BSI IT-Grundschutz'],
];

const ISO_STANDARD = /^(iso|iec)(\/(?:iec|ts|tr))*[\s-]*(\d{4,5}(?:-\d{1,2})?)(?:\s*:\s*(20\d\d))?/i;

const BY_NUMBER: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ac|at|au|ca|cm|cp|ia|ir|ma|mp|pe|pl|pm|ps|pt|ra|sa|sc|si|sr)-\d{1,2}(?:\(\d{1,2}\)|\.\d{1,2})?(?:\s?\(?[a-z]\)?)?(?:\s|$)/i,
    'NIST SP 800-53',
  ],
  [/^(?:gv|id|pr|de|rs|rc)\.[a-z]{2}-\d{1,2}(?:\s|$)/i, 'NIST CSF'],
  [/^(?:cc|pi)\d\.\d{1,2}(?:\s|$)/i, 'SOC 2'],
];

const OWN_DOCUMENT =
  /(?:\b(?:pol|policy|policies|sop|procedure|guideline|handbook|manual|work instruction)\b|richtlinie|leitlinie|verfahren|arbeitsanweisung|handbuch)/i;

/** `SOP-HR-09`, `POL-BKP`, `SLA_4`: an identifier that stands for a requirement of its own. */
export const isDocumentNumber = (text: string): boolean =>
  /^[A-Z]{2,}[-_.](?:[A-Z0-9._-]*\d|[A-Z]{2,})(?:\s|$)/.test(text);

export interface OtherReading {
  readonly framework: string;
  /** As written, without the framework's name. */
  readonly id: string;
  /** The framework's name stood in front, so that a following bare number belongs to it too. */
  readonly named: boolean;
}

/** Undefined: neither name nor shape of the number tells the framework. */
export function readKnownFramework(text: string): OtherReading | undefined {
  for (const [pattern, framework] of NAMED) {
    const name = pattern.exec(text)?.[0];
    if (name === undefined || /^[\p{L}\d]/u.test(text.slice(name.length))) continue;
    return { framework, id: text.slice(name.length).replace(/^[\s:,–—-]+/, '') || text, named: true };
  }
  const standard = ISO_STANDARD.exec(text);
  if (standard !== null) {
    const issuer = text.slice(0, standard[0].search(/[\s-]*\d/)).toUpperCase();
    const year = standard[4] === undefined ? '' : `:${standard[4]}`;
    const id = text.slice(standard[0].length).replace(/^[\s:,–—-]+/, '') || text;
    return { framework: `${issuer} ${standard[3]}${year}`, id, named: true };
  }
  const byNumber = BY_NUMBER.find(([pattern]) => pattern.test(text));
  return byNumber === undefined ? undefined : { framework: byNumber[1], id: text, named: false };
}

export const readFreeText = (text: string): OtherReading => ({
  framework: OWN_DOCUMENT.test(text) || isDocumentNumber(text) ? OWN_POLICY : OTHER,
  id: text,
  named: false,
});
