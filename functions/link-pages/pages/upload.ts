import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { evidenceTypes, maxPieceBytes } from '#domain/evidence/types.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { UploadGrant } from '#ports/evidence.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes, ids, uploadData } from '../script/contract.ts';
import type { Speech } from '../speech.ts';
import { errorSummary, selectField, type Tried, textField, triedIn } from './fields.ts';
import { factList, layout } from './layout.ts';

type Upload = Extract<LinkPage, { kind: 'upload' }>;

const fileRow = (
  speech: Speech,
  file: EvidenceRecord,
): Html => html`<tr><th scope="row">${file.fileName}</th><td>${speech.size(file.size)}</td>
<td><span class="${classes.status}" data-status="${file.status}">${speech.terms.evidence[file.status]}</span>${file.reason !== undefined && html`<br>${speech.sentence(file.reason)}`}</td>
<td><code class="${classes.hash}">${file.sha256}</code></td></tr>`;

const fileTable = (speech: Speech, files: readonly EvidenceRecord[]): Html => {
  const { files: words, upload } = speech.pages;
  return files.length === 0
    ? html`<p>${upload.none}</p>`
    : html`<div class="${classes.scroll}" role="region" aria-label="${upload.uploadedFiles}" tabindex="0"><table>
<thead><tr><th scope="col">${words.file}</th><th scope="col">${words.size}</th><th scope="col">${words.standing}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${files.map((file) => fileRow(speech, file))}</tbody></table></div>`;
};

/** Without scripts the person says what the browser cannot find out by itself. */
const declareForm = (speech: Speech, page: Upload, path: string, tried: Tried | undefined): Html => {
  const { declare } = speech.pages.upload;
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
<p>${declare.lead}</p>
${textField(field('fileName', declare.name, declare.nameHint), html`type="text" maxlength="200" autocomplete="off"`)}
${selectField(
  field('type', declare.kind),
  page.types.map((type) => [type, `.${evidenceTypes[type].join(', .')} (${type})`] as const),
)}
${textField(field('size', declare.size, declare.sizeHint(largest)), html`type="text" inputmode="numeric" pattern="[0-9]+" autocomplete="off"`)}
${textField(
  field('sha256', 'SHA-256', declare.sha256Hint),
  html`type="text" autocomplete="off" spellcheck="false" maxlength="200"`,
)}
<button type="submit">${declare.goOn}</button>
</form>`;
};

const uploadSection = (
  speech: Speech,
  page: Upload,
  path: string,
  tried: Tried | undefined,
): Html => html`<section id="${ids.upload}" class="${classes.card}"
 ${uploadData.link}="${page.facts.id}" ${uploadData.files}="${path}/files" ${uploadData.types}="${page.types.join(' ')}"
 ${uploadData.largestBytes}="${page.largestBytes}"${
   page.facts.usesLeft !== undefined && html` ${uploadData.usesLeft}="${page.facts.usesLeft}"`
 } ${uploadData.words}="${JSON.stringify(speech.pages.script)}">
<h2>${speech.pages.upload.title}</h2>
${declareForm(speech, page, path, tried)}
</section>`;

/** Where the holder of the link uploads: to whom, until when, and what has come so far. */
export const uploadPage = (speech: Speech, page: Upload, path: string, tried?: Tried): string => {
  const { upload } = speech.pages;
  return layout(speech, {
    title: speech.terms.link.purposes[page.facts.purpose],
    organization: page.facts.organization,
    script: page.full === undefined ? 'upload' : undefined,
    main: html`${errorSummary(tried)}
<p>${upload.lead(page.facts.organization)}</p>
${factList(speech, page.facts)}
${page.full === undefined ? uploadSection(speech, page, path, tried) : html`<p class="${classes.notice}" role="status">${upload.full[page.full]}</p>`}
<section id="${ids.uploaded}" class="${classes.card}"><h2>${upload.uploaded}</h2>${fileTable(speech, page.files)}
<p><a href="${path}">${upload.lookAgain}</a></p></section>`,
  });
};

/** Without scripts: the form that sends the file that was declared straight to the intake. */
export const sendPage = (
  speech: Speech,
  { facts }: Pick<Upload, 'facts'>,
  file: Pick<EvidenceRecord, 'fileName' | 'size' | 'sha256'>,
  upload: UploadGrant,
  path: string,
): string => {
  const { send } = speech.pages.upload;
  const word = speech.pages.files.file;
  return layout(speech, {
    title: speech.terms.link.purposes[facts.purpose],
    organization: facts.organization,
    main: html`<section class="${classes.card}"><h2>${send.title}</h2>
<p>${send.lead}</p>
<dl class="${classes.facts}"><div><dt>${word}</dt><dd>${send.described(file.fileName, file.size)}</dd></div>
<div><dt>SHA-256</dt><dd><code class="${classes.hash}">${file.sha256}</code></dd></div></dl>
<form id="${ids.send}" method="post" action="${upload.url}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="${classes.field}"><label for="file">${word}</label><input id="file" name="file" type="file" required></p>
<button type="submit">${send.send}</button>
</form>
<p>${send.on}</p>
<p><a href="${path}">${send.list}</a></p></section>`,
  });
};
