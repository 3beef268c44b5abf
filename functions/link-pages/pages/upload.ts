import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { evidenceTypes, maxPieceBytes } from '#domain/evidence/types.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { UploadGrant } from '#ports/evidence.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes, ids, uploadData } from '../script/contract.ts';
import { errorSummary, selectField, type Tried, textField, triedIn } from './fields.ts';
import { factList, layout } from './layout.ts';
import { evidenceWords, purposeWords, sizeWords } from './words.ts';

type Upload = Extract<LinkPage, { kind: 'upload' }>;

const fileRow = (
  file: EvidenceRecord,
): Html => html`<tr><th scope="row">${file.fileName}</th><td>${sizeWords(file.size)}</td>
<td><span class="${classes.status}" data-status="${file.status}">${evidenceWords[file.status]}</span>${file.reason !== undefined && html`<br>${file.reason}`}</td>
<td><code class="${classes.hash}">${file.sha256}</code></td></tr>`;

const fileTable = (files: readonly EvidenceRecord[]): Html =>
  files.length === 0
    ? html`<p>Nothing yet.</p>`
    : html`<div class="${classes.scroll}" role="region" aria-label="Files uploaded by this link" tabindex="0"><table>
<thead><tr><th scope="col">File</th><th scope="col">Size</th><th scope="col">Where it stands</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${files.map(fileRow)}</tbody></table></div>`;

/** Without scripts the person says what the browser cannot find out by itself. */
const declareForm = (page: Upload, path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'requestLinkUpload');
  const field = (name: string, label: string, hint?: string) => ({
    name,
    id: name,
    label,
    ...(hint !== undefined && { hint }),
    value: form.typed(name),
    error: form.error(name),
  });
  const largest = Math.min(page.largestBytes, maxPieceBytes);
  return html`<form id="${ids.declare}" method="post" action="${path}/files">
<p>Your browser runs no script here. Say what the file is; then you get a form to send it with.</p>
${textField(field('fileName', 'Name of the file', 'As it is on your computer, such as restore-log.pdf.'), html`type="text" maxlength="200" autocomplete="off"`)}
${selectField(
  field('type', 'Kind'),
  page.types.map((type) => [type, `.${evidenceTypes[type].join(', .')} (${type})`] as const),
)}
${textField(field('size', 'Size in bytes', `Exactly, at most ${largest}.`), html`type="text" inputmode="numeric" pattern="[0-9]+" autocomplete="off"`)}
${textField(
  field(
    'sha256',
    'SHA-256',
    'Computed on your computer: "shasum -a 256 FILE" on macOS and Linux, "certutil -hashfile FILE SHA256" on Windows.',
  ),
  html`type="text" autocomplete="off" spellcheck="false" maxlength="200"`,
)}
<button type="submit">Go on</button>
</form>`;
};

const uploadSection = (
  page: Upload,
  path: string,
  tried: Tried | undefined,
): Html => html`<section id="${ids.upload}" class="${classes.card}"
 ${uploadData.link}="${page.facts.id}" ${uploadData.files}="${path}/files" ${uploadData.types}="${page.types.join(' ')}"
 ${uploadData.largestBytes}="${page.largestBytes}"${
   page.facts.usesLeft !== undefined && html` ${uploadData.usesLeft}="${page.facts.usesLeft}"`
 }>
<h2>Upload a file</h2>
${declareForm(page, path, tried)}
</section>`;

/** Where the holder of the link uploads: to whom, until when, and what has come so far. */
export const uploadPage = (page: Upload, path: string, tried?: Tried): string =>
  layout({
    title: purposeWords[page.facts.purpose],
    organization: page.facts.organization,
    scripted: page.full === undefined,
    main: html`${errorSummary(tried)}
<p>What you upload here goes to ${page.facts.organization} and becomes part of its audit record. Nothing you upload can be changed afterwards.</p>
${factList(page.facts)}
${page.full === undefined ? uploadSection(page, path, tried) : html`<p class="${classes.notice}" role="status">${page.full}</p>`}
<section id="${ids.uploaded}" class="${classes.card}"><h2>Uploaded by this link</h2>${fileTable(page.files)}
<p><a href="${path}">Look again</a></p></section>`,
  });

/** Without scripts: the form that sends the file that was declared straight to the intake. */
export const sendPage = (
  { facts }: Pick<Upload, 'facts'>,
  file: Pick<EvidenceRecord, 'fileName' | 'size' | 'sha256'>,
  upload: UploadGrant,
  path: string,
): string =>
  layout({
    title: purposeWords[facts.purpose],
    organization: facts.organization,
    main: html`<section class="${classes.card}"><h2>Send the file</h2>
<p>Choose exactly the file you described, within five minutes. Any other is refused.</p>
<dl class="${classes.facts}"><div><dt>File</dt><dd>${file.fileName}, ${file.size} bytes</dd></div>
<div><dt>SHA-256</dt><dd><code class="${classes.hash}">${file.sha256}</code></dd></div></dl>
<form id="${ids.send}" method="post" action="${upload.url}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="${classes.field}"><label for="file">File</label><input id="file" name="file" type="file" required></p>
<button type="submit">Send</button>
</form>
<p>While the file is on its way your browser shows that it is loading; once it has arrived you see the
<a href="${path}">list of your files</a> again.</p></section>`,
  });
