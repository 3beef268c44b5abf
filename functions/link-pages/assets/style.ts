/**
 * The style of every page of a link. Which elements and classes it knows: functions/link-pages/script/contract.ts.
 * Phone first; colours are at least 4.5:1 on what they stand on, light and dark.
 */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f6f3;
  --sheet: #ffffff;
  --text: #1c2024;
  --soft: #5a626b;
  --line: #d5d7da;
  --edge: #7d858e;
  --main: #0b5a83;
  --on-main: #ffffff;
  --main-over: #08415f;
  --good: #1a6637;
  --good-sheet: #e9f5ec;
  --bad: #a3211c;
  --bad-sheet: #fcedec;
  --wait: #7a4d00;
  --wait-sheet: #fdf3df;
  --gap: 1rem;
  font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14171a;
    --sheet: #1d2125;
    --text: #e8eaed;
    --soft: #a7aeb6;
    --line: #363c42;
    --edge: #7f8891;
    --main: #7cc4ec;
    --on-main: #06202f;
    --main-over: #a9daf5;
    --good: #7fd49a;
    --good-sheet: #16291d;
    --bad: #ff9d94;
    --bad-sheet: #351a19;
    --wait: #f0c069;
    --wait-sheet: #30260f;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); overflow-wrap: break-word; }
body > header, main, body > footer { max-width: 52rem; margin: 0 auto; padding: 0 var(--gap); }
body > header { padding-top: 1.25rem; color: var(--soft); font-size: .95rem; }
body > header p { margin: 0; }
body > footer { padding-top: 1rem; padding-bottom: 3rem; color: var(--soft); font-size: .9rem; }
main { padding-bottom: 1rem; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
h1 { margin: .5rem 0 1rem; font-size: 1.6rem; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; }
h3, h4 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
h5 { margin: 1rem 0 .4rem; font-size: .95rem; }
p, ul, ol, dl { margin: 0 0 .9rem; }
ul, ol { padding-left: 1.3rem; }
a { color: var(--main); text-underline-offset: .15em; }
a:hover { color: var(--main-over); }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.25rem 0; }
blockquote { margin: 0 0 .9rem; padding-left: .9rem; border-left: 3px solid var(--line); }
code, pre, .hash { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
.hash { overflow-wrap: anywhere; }
pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .4rem; white-space: pre-wrap; }
small { font-size: .88em; color: var(--soft); }

:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; border-radius: .25rem; }
[tabindex="-1"]:focus { outline: none; }
[tabindex="-1"]:focus-visible { outline: 3px solid var(--main); }

.card {
  margin: 0 0 1.25rem; padding: 1.1rem var(--gap) .4rem;
  background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem;
}
.notice {
  margin: 0 0 1.25rem; padding: .75rem var(--gap);
  background: var(--wait-sheet); border-left: 4px solid var(--wait); border-radius: .25rem;
}
.notice > :last-child { margin-bottom: 0; }
.notice.good { background: var(--good-sheet); border-color: var(--good); }
.notice.bad { background: var(--bad-sheet); border-color: var(--bad); }

.facts { display: grid; gap: .1rem; }
.facts > div { min-width: 0; }
.facts dt { color: var(--soft); font-size: .92rem; }
.facts dd { margin: 0 0 .6rem; min-width: 0; }

.scroll { overflow-x: auto; margin: 0 0 1rem; }
.scroll > table { min-width: 36rem; }
.scroll .hash { min-width: 11rem; }
table { width: 100%; border-collapse: collapse; font-size: .94rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { padding: .5rem .9rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--soft); font-weight: 500; white-space: nowrap; }
td > :last-child, th > :last-child { margin-bottom: 0; }

form { margin: 0 0 1rem; }
td form { margin: 0; }
.field { margin: 0 0 1rem; }
label { font-weight: 600; }
.field > label { display: block; margin-bottom: .25rem; }
.field > .hint { margin-bottom: .3rem; }
.field > .error { margin-top: .3rem; }
.hint { display: block; color: var(--soft); font-size: .92rem; font-weight: 400; }
p.hint { margin-top: .4rem; }
.error { display: block; color: var(--bad); font-weight: 600; }
input, select, textarea, button { font: inherit; color: inherit; }
input, select, textarea {
  min-height: 2.75rem; padding: .5rem .7rem;
  background: var(--sheet); border: 1px solid var(--edge); border-radius: .35rem;
}
input:not([type="checkbox"], [type="radio"], [type="file"]), select, textarea { width: 100%; max-width: 30rem; }
textarea { min-height: 7rem; max-width: none; resize: vertical; }
select { max-width: 100%; }
input[aria-invalid="true"], textarea[aria-invalid="true"], select[aria-invalid="true"] {
  border-color: var(--bad); box-shadow: 0 0 0 1px var(--bad);
}
input.code {
  max-width: 12rem; font: 600 1.5rem/1.3 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  letter-spacing: .25em; font-variant-numeric: tabular-nums;
}
input[type="file"] { display: block; width: 100%; padding: .35rem; font-weight: 400; }
input[type="file"]::file-selector-button {
  min-height: 2.75rem; margin: -.05rem .8rem -.05rem 0; padding: 0 1.1rem; cursor: pointer;
  font: inherit; font-weight: 600; color: var(--on-main); background: var(--main); border: 0; border-radius: .3rem;
}
input[type="file"]::file-selector-button:hover { background: var(--main-over); }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .25rem; font-weight: 600; }
.choice {
  display: flex; gap: .7rem; align-items: flex-start; min-height: 2.75rem; padding: .55rem 0; font-weight: 400;
}
.choice > input { flex: none; width: 1.35rem; height: 1.35rem; min-height: 0; margin: .1rem 0 0; accent-color: var(--main); }

button {
  min-height: 2.75rem; min-width: 2.75rem; padding: .5rem 1.2rem; cursor: pointer; font-weight: 600;
  color: var(--on-main); background: var(--main); border: 1px solid var(--main); border-radius: .35rem;
}
button:hover { background: var(--main-over); border-color: var(--main-over); }
button.quiet { color: var(--main); background: transparent; }
button.quiet:hover { color: var(--main-over); background: var(--page); }
button.bad { color: var(--sheet); background: var(--bad); border-color: var(--bad); }
button.quiet.bad { color: var(--bad); background: transparent; }
button:disabled { cursor: not-allowed; opacity: .6; }

td > button + form { margin-top: .4rem; }
.preview { margin: 0 0 1rem; padding-top: .8rem; border-top: 1px solid var(--line); }
.preview h3 { overflow-wrap: anywhere; }
.preview-frame { display: block; width: 100%; height: 70vh; min-height: 20rem; margin: 0 0 .9rem; border: 1px solid var(--line); border-radius: .35rem; }

details { margin: 0 0 1rem; }
summary { min-height: 2.75rem; padding: .6rem 0; cursor: pointer; font-weight: 600; color: var(--main); }

.status {
  display: inline-block; padding: .05rem .55rem; border-radius: .8rem; font-size: .88rem; font-weight: 600;
  color: var(--wait); background: var(--wait-sheet); border: 1px solid;
}
.status[data-status="registered"], .status[data-status="accepted"], .status[data-status="closed"] {
  color: var(--good); background: var(--good-sheet);
}
.status[data-status="quarantined"], .status[data-status="returned"] { color: var(--bad); background: var(--bad-sheet); }

progress {
  -webkit-appearance: none; appearance: none; display: block; width: 100%; height: .6rem; margin: .3rem 0;
  border: 0; border-radius: .3rem; overflow: hidden; background: var(--line); color: var(--main);
}
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--main); }
progress::-moz-progress-bar { background: var(--main); }
progress:indeterminate { background: repeating-linear-gradient(-45deg, var(--main) 0 .5rem, var(--line) .5rem 1rem); }
progress:indeterminate::-webkit-progress-bar { background: transparent; }
progress:indeterminate::-moz-progress-bar { background: transparent; }

.drop { margin: 0 0 1rem; padding: 1rem; border: 2px dashed var(--edge); border-radius: .6rem; }
.drop > p:first-child { margin-bottom: .6rem; }
.drop > p:last-child { margin-bottom: 0; }
.drop label {
  display: inline-flex; align-items: center; min-height: 2.75rem; margin-right: .5rem; padding: .5rem 1.2rem; cursor: pointer;
  color: var(--on-main); background: var(--main); border-radius: .35rem;
}
.drop label:hover { background: var(--main-over); }
.drop input:focus-visible + label { outline: 3px solid var(--main); outline-offset: 2px; }
.drop input:disabled + label { cursor: not-allowed; opacity: .6; }
.drop[data-over] { border-color: var(--main); background: var(--page); }
.files { list-style: none; padding: 0; }
.file { padding: .8rem 0; border-top: 1px solid var(--line); }
.file p { margin: 0 0 .3rem; }
.file .name { display: flex; flex-wrap: wrap; gap: 0 .8rem; justify-content: space-between; }
.file .name strong { overflow-wrap: anywhere; }
.file .name span { color: var(--soft); white-space: nowrap; }
.file .saying { color: var(--soft); font-variant-numeric: tabular-nums; }
.file[data-stand="registered"] .saying { color: var(--good); }
.file[data-stand="held"] .saying { color: var(--wait); }
.file[data-stand="refused"] .saying, .file[data-stand="broken"] .saying, .file[data-stand="dead"] .saying { color: var(--bad); }
.file .buttons { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: .6rem; }
/* What is not seen must not widen the page either. */
.drop, .scroll, .file { position: relative; }
.unseen, input.unseen {
  position: absolute; width: 1px; height: 1px; min-height: 0; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0;
}
[hidden] { display: none !important; }

@media (min-width: 40rem) {
  :root { --gap: 1.5rem; }
  h1 { font-size: 1.9rem; }
  body > header { padding-top: 2rem; }
  .facts { grid-template-columns: minmax(8rem, max-content) 1fr; gap: .45rem 1.5rem; }
  .facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
  .facts dt, .facts dd { margin: 0; font-size: 1rem; }
}
@media (pointer: coarse) {
  .drop label + span { display: none; }
}
@media (forced-colors: active) {
  button, .status, .card, .notice { border: 1px solid; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .drop { transition: background-color .12s, border-color .12s; }
}
@media print {
  :root { color-scheme: only light; --page: #ffffff; --text: #000000; --soft: #333333; --line: #999999; }
  body > header, main, body > footer { max-width: none; padding-left: 0; padding-right: 0; }
  form, button, .drop, .preview, .unseen, .card:has(> h2 + form) { display: none !important; }
  .card { border: 0; border-top: 1px solid #999; border-radius: 0; padding: .6rem 0 0; break-inside: auto; }
  .scroll { overflow: visible; }
  tr, .file, .facts > * { break-inside: avoid; }
  a { color: inherit; }
}
`.trim();
