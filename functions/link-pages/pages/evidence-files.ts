import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { Review } from '#use-cases/links/read-review.ts';
import { classes, ids, previewData } from '../script/contract.ts';
import type { Speech } from '../speech.ts';

/** What the script of the previews needs to know of a file that may be downloaded. */
const previewable = (file: EvidenceRecord, path: string): Html =>
  html` ${previewData.address}="${path}" ${previewData.name}="${file.fileName}" ${previewData.type}="${file.type}" ${previewData.size}="${file.size}" ${previewData.sha256}="${file.sha256}"`;

const fileRow = (speech: Speech, file: EvidenceRecord, path: string, isUsedUp: boolean): Html => {
  const download = `${path}/evidence/${file.id}/download`;
  const mayBeRead = file.status === 'registered' && !isUsedUp;
  return html`<tr><th scope="row">${file.fileName}</th><td>${speech.size(file.size)}</td>
<td>${file.by}</td>
<td><span class="${classes.status}" data-status="${file.status}">${speech.terms.evidence[file.status]}</span>${
    file.reason !== undefined && html`<br>${speech.sentence(file.reason)}`
  }${file.scan?.detail !== undefined && html`<br>${speech.sentence(file.scan.detail)}`}</td>
<td${mayBeRead && previewable(file, download)}>${
    mayBeRead &&
    html`<form method="post" action="${download}"><button type="submit" class="${classes.quiet}">${speech.pages.files.download}<span class="${classes.unseen}"> ${file.fileName}</span></button></form>`
  }</td></tr>`;
};

/** The files of a finding, each with where it stands. Whoever may read them downloads them, or looks at them here. */
export const evidenceFiles = (speech: Speech, { evidence }: Review, path: string, isUsedUp: boolean): Html => {
  const { files: words, review, preview } = speech.pages;
  return html`<section id="${ids.evidence}" class="${classes.card}" ${previewData.words}="${JSON.stringify(preview)}"><h2>${review.evidence}</h2>
${
  evidence.length === 0
    ? html`<p>${review.noEvidence}</p>`
    : html`<div class="${classes.scroll}" role="region" aria-label="${review.evidence}" tabindex="0"><table>
<thead><tr><th scope="col">${words.file}</th><th scope="col">${words.size}</th><th scope="col">${words.from}</th><th scope="col">${words.standing}</th><th scope="col"><span class="${classes.unseen}">${words.download}</span></th></tr></thead>
<tbody>${evidence.map((file) => fileRow(speech, file, path, isUsedUp))}</tbody></table></div>
<p class="${classes.hint}">${review.onRecord}</p>`
}</section>`;
};
