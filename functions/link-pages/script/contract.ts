/*
 * What the pages of links, their script, their style and the tests in a browser agree on. The server writes these ids,
 * classes and data attributes; the others read them. Nothing is imported here, so that everybody may import it.
 *
 * The upload page, after the code was given:
 *
 *   <section id="upload" data-link="…" data-files="/links/SECRET/files" data-types="application/pdf text/csv"
 *            data-largest-bytes="100000000" data-uses-left="3" data-words="{…}">
 *     …the plain forms for a browser without scripts…
 *   </section>
 *
 * The script replaces what is in the section, but for its first h2. It speaks JSON with the routes under `data-files` (`accept` and, with a
 * body, `content-type` are `application/json`), and expects:
 *   - POST data-files                 → 200 or 201, `UploadGranted`
 *   - GET  data-files/{file}          → 200, `LinkFile`
 *   - GET  data-files/{file}/parts    → 200, `PartsList`
 *   - POST data-files/{file}/parts    → 200 or 201, `PartsGranted`
 *   - POST data-files/{file}/complete → 200 or 202, `LinkFile`
 *   - what is refused: `application/problem+json` with `detail` as everywhere in the API. 401: the session has ended, the
 *     code is to be given again. 404 on POST data-files: the link is dead. A link that is used up goes on answering, in
 *     its session, for the files that were granted under it.
 *
 * The page is `<!doctype html><html lang="…">` with, in its head, the style, and the script as `<script type="module">`
 * (or `defer`): both are files of the page's own origin, so that a Content-Security-Policy without `unsafe-inline` does.
 * There are no `style` attributes.
 */

/** Ids of elements. */
export const ids = {
  /** The section that the script takes over. */
  upload: 'upload',
  /** The section that lists what came by this link: the script puts it there anew when a file's checks have ended. */
  uploaded: 'uploaded',
  /** Form that has a code sent (`sendLinkCode`), and the one that gives it (`openLink`, field `code`). */
  sendCode: 'send-code',
  giveCode: 'give-code',
  /** The section of the review page that lists the evidence: the script of the previews puts its buttons there. */
  evidence: 'evidence',
  /** Forms of the review page (`acceptByLink`, `returnByLink`). */
  accept: 'accept',
  return: 'return',
  /** Without scripts: the form that declares a file (`requestLinkUpload`), and the one that sends it to the intake. */
  declare: 'declare',
  send: 'send',
} as const;

/** Data attributes of the upload section. */
export const uploadData = {
  /** The link's id (not its secret): what the browser remembers of broken uploads is kept under it. */
  link: 'data-link',
  /** Path of `requestLinkUpload`. */
  files: 'data-files',
  /** The media types that this link takes, with a space between. */
  types: 'data-types',
  /** Bytes of a file that policy takes, at most. */
  largestBytes: 'data-largest-bytes',
  /** How many files the link still takes. Left out: as many as one likes. */
  usesLeft: 'data-uses-left',
  /** What the script says, in the language of the page: `LinkScriptWords` as JSON. */
  words: 'data-words',
} as const;

/** Data attributes for the script of the previews. */
export const previewData = {
  /** Of the section: what the script says, in the language of the page: `PreviewWords` as JSON. */
  words: 'data-words',
  /** Of the place beside each file that may be read: path of `downloadByLink`. */
  address: 'data-download',
  name: 'data-name',
  /** Media type. */
  type: 'data-type',
  /** Bytes. */
  size: 'data-size',
  sha256: 'data-sha256',
} as const;

/**
 * Classes the style knows, beside plain elements (header, main, footer, h1-h3, p, dl, table, form, label, input, select,
 * textarea, fieldset, button, progress, details), which need none.
 */
export const classes = {
  /** A box around one thing to read or do: `<section class="card">`. */
  card: 'card',
  /** `<dl class="facts">`: two columns of name and value. */
  facts: 'facts',
  /** What just happened or must be known: `<p class="notice" role="status">`; `good` or `bad` beside it. */
  notice: 'notice',
  good: 'good',
  bad: 'bad',
  /** `<div class="scroll" role="region" aria-label="…" tabindex="0">` around a wide table. */
  scroll: 'scroll',
  /** A label with its field and hint: `<p class="field">`; an error in it: `<span class="error" id="…">`. */
  field: 'field',
  hint: 'hint',
  error: 'error',
  /** One box or dot with its label, in a fieldset: `<label class="choice"><input type="checkbox"> …</label>`. */
  choice: 'choice',
  /** The field for the one-time code. */
  code: 'code',
  /** A hash or another long word, broken anywhere. */
  hash: 'hash',
  /** A button that is not the main thing to do. `bad` beside it: it refuses something. */
  quiet: 'quiet',
  /** Where a file stands: `<span class="status" data-status="registered">`. */
  status: 'status',
  /** The place where a file is shown. */
  preview: 'preview',
  /** Read by screen readers alone. */
  unseen: 'unseen',
} as const;
