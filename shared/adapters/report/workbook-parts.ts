import { posix } from 'node:path';
import JSZip from 'jszip';
import { ok, type Result } from '#domain/result.ts';
import { MAX_SHEET_LENGTH, MAX_SHEETS, MAX_UNPACKED_BYTES } from './limits.ts';
import { plainStyles } from './plain-styles.ts';
import { refuseFile, tooLarge } from './refusals.ts';
import { tags, withoutPrefix } from './xml-tags.ts';

/** An XLSX file as far as it was unpacked: the sheets are, one by one, when they are asked for. */
export interface WorkbookParts {
  readonly date1904: boolean;
  /** The visible sheets in the order of the tabs. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** XML of a part; refused where it is absent, damaged, or more than may be unpacked in all. */
  unpack(path: string): Promise<Result<string>>;
}

class UnpackedTooLarge extends Error {
  override readonly name = 'UnpackedTooLarge';
}

const EMPTY = '';

/** Streams, so that a part that unpacks to gigabytes is given up as soon as it passes `limit` bytes. */
const inflate = (entry: JSZip.JSZipObject, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = entry.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        stream.pause();
        reject(new UnpackedTooLarge());
      } else chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });

const DAMAGED = refuseFile('report-unreadable', 'The workbook is damaged: open it in a spreadsheet and save it again.');

const unpacker = (zip: JSZip) => {
  let left = MAX_UNPACKED_BYTES;
  return async (path: string): Promise<Result<string>> => {
    const entry = zip.file(path);
    if (entry === null) return DAMAGED;
    try {
      const bytes = await inflate(entry, left);
      left -= bytes.length;
      return ok(new TextDecoder('utf-8').decode(bytes));
    } catch (error) {
      if (error instanceof UnpackedTooLarge) {
        return tooLarge(
          `Unpacked, the workbook has more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MB: remove what does not belong to the findings, or split the file.`,
        );
      }
      return DAMAGED;
    }
  };
};

/** Other files that are ZIP archives too, by a part that only they have. */
const OTHER_ARCHIVES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, 'The file is a binary workbook (.xlsb): save it as .xlsx.'],
  [/^word\//, 'The file is a Word document: copy its table into a spreadsheet, and save it as .xlsx or .csv.'],
  [/^ppt\//, 'The file is a presentation: findings are read from .xlsx, .csv or OSCAL.'],
  [/^(?:mimetype|META-INF\/manifest\.xml)$/, 'The file is an OpenDocument file: save it as .xlsx or .csv.'],
  [/^Index\/.*\.iwa$/, 'The file is a Numbers document: export it as .xlsx or .csv.'],
];

const notAWorkbook = (zip: JSZip) => {
  const names = Object.keys(zip.files);
  const other = OTHER_ARCHIVES.find(([part]) => names.some((name) => part.test(name)));
  return refuseFile(
    'not-a-report',
    other?.[1] ?? 'The file is a ZIP archive without a workbook in it: upload the report itself.',
  );
};

const resolved = (base: string, target: string): string =>
  target.startsWith('/') ? posix.normalize(target.slice(1)) : posix.join(posix.dirname(base), target);

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

const relationsOf = (xml: string, base: string): readonly Relation[] =>
  tags(xml, 'Relationship').map(({ Id = EMPTY, Type = EMPTY, Target = EMPTY }) => ({
    id: Id,
    type: Type.slice(Type.lastIndexOf('/') + 1),
    path: resolved(base, Target.trim()),
  }));

const relationsPart = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** Opens the archive and finds the sheets; sheets that are hidden are left out. */
export async function openWorkbook(bytes: Uint8Array): Promise<Result<WorkbookParts>> {
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    return DAMAGED;
  }
  const unpack = unpacker(zip);
  const root = zip.file('_rels/.rels') === null ? ok(EMPTY) : await unpack('_rels/.rels');
  if (!root.ok) return root;
  const workbookPath =
    relationsOf(root.value, EMPTY).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (zip.file(workbookPath) === null || !/workbook\.xml$/i.test(workbookPath)) return notAWorkbook(zip);
  const workbook = await unpack(workbookPath);
  const relations = await unpack(relationsPart(workbookPath));
  if (!workbook.ok) return workbook;
  if (!relations.ok) return relations;
  const parts = relationsOf(relations.value, workbookPath);
  const sheets = tags(workbook.value, 'sheet')
    .filter(({ state = 'visible' }) => state === 'visible')
    .flatMap(({ name = EMPTY, ...sheet }) => {
      const id = Object.entries(sheet).find(([key]) => /(?:^|:)id$/.test(key))?.[1];
      const path = parts.find((part) => part.id === id && part.type === 'worksheet')?.path;
      return path === undefined ? [] : [{ name: name, path }];
    });
  const optional = async (type: string) => {
    const path = parts.find((part) => part.type === type)?.path;
    return path === undefined || zip.file(path) === null ? undefined : await unpack(path);
  };
  const sharedStrings = await optional('sharedStrings');
  const styles = await optional('styles');
  if (sharedStrings?.ok === false) return sharedStrings;
  if (sharedStrings && sharedStrings.value.length > MAX_SHEET_LENGTH)
    return tooLarge(
      'The workbook holds too much text: remove what does not belong to the findings, or split the file.',
    );
  if (styles?.ok === false) return styles;
  return ok({
    date1904: tags(workbook.value, 'workbookPr').some(({ date1904 = '0' }) => /^(?:1|true)$/i.test(date1904)),
    sheets: sheets.slice(0, MAX_SHEETS),
    unpack,
    ...(sharedStrings && { sharedStrings: withoutPrefix(sharedStrings.value, 'sst') }),
    ...(styles && { styles: plainStyles(styles.value) }),
  });
}
