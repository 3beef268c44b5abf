/** A report of 500 findings with long texts has under 2 MB. */
export const MAX_REPORT_BYTES = 10 * 1024 * 1024;
/** Unpacked, of all parts of a workbook that are read. */
export const MAX_UNPACKED_BYTES = 40 * 1024 * 1024;
/** Of one sheet after what is empty was left out, in characters of XML. */
export const MAX_SHEET_LENGTH = 16 * 1024 * 1024;
/** Rows with something in them, title rows and all; how many may be findings is the domain's rule. */
export const MAX_ROWS = 5000;
export const MAX_CELLS = 200_000;
/** Columns beyond are not looked at. */
export const MAX_COLUMNS = 200;
/** Sheets looked through for one with a header. */
export const MAX_SHEETS = 30;
/** OSCAL nests some 20 deep. */
export const MAX_JSON_DEPTH = 100;
