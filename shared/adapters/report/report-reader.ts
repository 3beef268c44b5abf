import { fileTypeFromBuffer } from 'file-type';
import type { ReportSource } from '#domain/report/source.ts';
import type { Result } from '#domain/result.ts';
import type { ReportReader } from '#ports/report-reader.ts';
import { decodeText } from './decode-text.ts';
import { MAX_REPORT_BYTES } from './limits.ts';
import { refuseFile, tooLarge } from './refusals.ts';

const ACCEPTED = 'A report is a table (.csv or .xlsx) or OSCAL assessment results in JSON.';
const ZIP = [0x50, 0x4b];
/** Compound file: old .xls, and .xlsx with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Text that is no table, by how it begins. */
const OTHER_TEXTS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /^%PDF-/,
    (name) => `${name} is a PDF: ask for the list of findings as a spreadsheet, or copy it into one. ${ACCEPTED}`,
  ],
  [/^\{\\rtf/, (name) => `${name} is a rich text document: copy its table into a spreadsheet. ${ACCEPTED}`],
  [
    /^<\?xml|^<(?:assessment-results|plan-of-action-and-milestones)\b/i,
    (name) => `${name} is XML: OSCAL is read in its JSON form. ${ACCEPTED}`,
  ],
  [
    /^<(?:!doctype\s+html|html|table|head)\b/i,
    (name) => `${name} is a web page: open it in a spreadsheet and save it as .xlsx or .csv. ${ACCEPTED}`,
  ],
  [/^(?:---\s+)?assessment-results:\s/, (name) => `${name} is YAML: OSCAL is read in its JSON form. ${ACCEPTED}`],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const quoted = (fileName: string): string => `"${fileName.replace(/\s+/g, ' ').slice(0, 100).toWellFormed()}"`;

const unknownBinary = async (bytes: Uint8Array, fileName: string): Promise<Result<ReportSource>> => {
  const type = await fileTypeFromBuffer(bytes);
  const name = quoted(fileName);
  return refuseFile(
    'not-a-report',
    type === undefined
      ? `${name} is neither text nor a workbook. ${ACCEPTED}`
      : `${name} is of the type ${type.mime}. ${ACCEPTED}`,
  );
};

/** `{` begins JSON; `[` only where all of it is, for a table may well begin with "[Confidential]". */
const isJson = (text: string): boolean => {
  const first = text.trimStart().slice(0, 2);
  return first.startsWith('{') || /^\[(?:[[{"\]]|\s)/.test(first);
};

const readText = async (text: string, fileName: string): Promise<Result<ReportSource>> => {
  const start = text.trimStart().slice(0, 200);
  if (start === '') return refuseFile('report-empty', `${quoted(fileName)} is empty. ${ACCEPTED}`);
  const other = OTHER_TEXTS.find(([beginning]) => beginning.test(start));
  if (other !== undefined) return refuseFile('not-a-report', other[1](quoted(fileName)));
  if (isJson(text)) return (await import('./oscal.ts')).readOscal(text);
  return (await import('./csv.ts')).readCsv(text);
};

/**
 * Reads reports by their content: XLSX, OSCAL in JSON, or text with delimiters. The parser of each is loaded only when
 * such a file comes, for a function that starts cold should not wait for all of them.
 */
export function createReportReader(): ReportReader {
  return {
    async read(bytes, fileName) {
      if (bytes.length === 0) return refuseFile('report-empty', `${quoted(fileName)} is empty. ${ACCEPTED}`);
      if (bytes.length > MAX_REPORT_BYTES) {
        return tooLarge(
          `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB, and 10 MB is the most: remove what does not belong to the findings, or split the file.`,
        );
      }
      if (startsWith(bytes, COMPOUND_FILE)) {
        return refuseFile(
          'not-a-report',
          `${quoted(fileName)} is an old .xls workbook, or one with a password: save it as .xlsx without a password.`,
        );
      }
      if (startsWith(bytes, ZIP)) return (await import('./xlsx.ts')).readXlsx(bytes);
      const text = decodeText(bytes);
      return text === undefined ? unknownBinary(bytes, fileName) : readText(text, fileName);
    },
  };
}
