const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
    const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

/** More than any of the lists that are read has in a file that is no attack. */
const MOST = 100_000;

/**
 * The attributes of every tag of that name, in order, whatever its prefix. For the few small parts of a workbook that
 * only list others; what holds text is read by exceljs.
 */
export const tags = (xml: string, name: string): readonly Readonly<Record<string, string>>[] => {
  const tag = new RegExp(String.raw`<(?:\w+:)?${name}((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,60})\s*/?>`, 'g');
  const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  return [...xml.matchAll(tag).take(MOST)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(attribute)].map(([, key = '', double, single]) => [key, decoded(double ?? single ?? '')]),
    ),
  );
};

/** Elements written as `<x:row>` are as good as `<row>`, but exceljs knows only the latter. */
export const withoutPrefix = (xml: string, root: string): string => {
  const prefix = new RegExp(String.raw`<(\w{1,20}):${root}[\s>]`).exec(xml.slice(0, 4096))?.[1];
  return prefix === undefined ? xml : xml.replaceAll(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1');
};

/** What stands between the first `<name>` and the last `</name>`, and what comes after it; empty where there is none. */
export const element = (xml: string, name: string): { readonly inner: string; readonly after: string } => {
  const open = new RegExp(String.raw`<${name}(?:\s[^<>]*)?>`).exec(xml);
  const end = xml.lastIndexOf(`</${name}>`);
  if (open === null || end < open.index) return { inner: '', after: xml };
  return { inner: xml.slice(open.index + open[0].length, end), after: xml.slice(end) };
};
