/*
 * What the previews of evidence say in English, on the pages of links and in the application. As JSON: a name in braces is
 * where a value goes.
 */

export const previewEn = {
  preview: 'Preview',
  close: 'Close the preview',
  title: 'Preview of {name}',
  onRecord: 'On the record as a download.',
  noPreview: 'No preview of this kind of file: download it.',
  loading: 'The file is being fetched …',
  page: 'Page {page} of {pages}',
  cut: 'Only the beginning is shown. Download the file to see all of it.',
  failures: {
    'too-large': 'The file is too large to be shown here. Download it.',
    unreachable: 'The file could not be fetched. Try again, or download it.',
    'differs-from-record': 'What arrived is not what the record says: its SHA-256 differs. It is not shown.',
    'not-its-type': 'The file is not what its type says. It is not shown; download it.',
    unreadable: 'The file cannot be shown here. Download it.',
    password: 'The file is protected by a password. Download it.',
  },
};

/** As JSON holds it. */
export type PreviewWords = typeof previewEn;
