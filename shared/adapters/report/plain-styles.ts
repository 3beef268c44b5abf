import { element, tags, withoutPrefix } from './xml-tags.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The styles of a workbook down to number formats, which tell dates from numbers: fonts, fills and borders grow to
 * megabytes in files that were edited for years.
 */
export function plainStyles(styles: string): string {
  const xml = withoutPrefix(styles, 'styleSheet');
  const formats = tags(element(xml, 'numFmts').inner, 'numFmt')
    .map(
      ({ numFmtId = '', formatCode = '' }) =>
        `<numFmt numFmtId="${escaped(numFmtId)}" formatCode="${escaped(formatCode)}"/>`,
    )
    .join('');
  // In the order of the file, which is what the cells refer to.
  const cells = tags(element(xml, 'cellXfs').inner, 'xf')
    .map(({ numFmtId = '0' }) => `<xf numFmtId="${escaped(numFmtId)}"/>`)
    .join('');
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${formats}</numFmts><cellXfs>${cells || '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`;
}
