import type { Email } from 'postal-mime';
import type { KeptMessage } from '#adapters/local/mailbox.ts';
import { type Html, html } from '#domain/message/html.ts';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
li { margin: .4rem 0 }
dt { font-weight: bold }
dd { margin: 0 0 .4rem }
pre { white-space: pre-wrap; padding: .8rem; border: 1px solid #8888; border-radius: .4rem }
iframe { width: 100%; height: 32rem; border: 1px solid #8888; border-radius: .4rem }
`;

const page = (title: string, main: Html): string =>
  String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style}</style></head><body>
${main}
</body></html>
`);

/** All messages, newest first. */
export const mailboxPage = (messages: readonly KeptMessage[]): string =>
  page(
    'Mailbox',
    html`<h1>Mailbox</h1>
<p>Nothing leaves this machine: every message that would have been sent is here. <a href="/">Start page</a></p>
${
  messages.length === 0
    ? html`<p>No message yet.</p>`
    : html`<ol reversed>${messages.map(
        ({ id, at, to, subject }) =>
          html`<li><a href="/local/mailbox/${id}">${subject}</a><br>${to}, <time datetime="${at}">${at}</time></li>`,
      )}</ol>`
}`,
  );

/** One message as it would have travelled: its headers, its text, its HTML, and the files with it. */
export const messagePage = ({ id, at, to, reference }: KeptMessage, email: Email): string =>
  page(
    email.subject ?? 'Message',
    html`<p><a href="/local/mailbox">Mailbox</a></p>
<h1>${email.subject}</h1>
<dl>
<dt>From</dt><dd>${email.from?.name} ${email.from?.address}</dd>
<dt>To</dt><dd>${to}</dd>
<dt>Sent</dt><dd>${at}</dd>
<dt>Reference</dt><dd>${reference}</dd>
</dl>
<h2>HTML</h2>
<iframe title="The message as HTML" sandbox src="/local/mailbox/${id}/html"></iframe>
<h2>Text</h2>
<pre>${email.text}</pre>
<h2>With it</h2>
<ul>
${email.attachments.map(
  ({ filename, mimeType, method }, i) =>
    html`<li><a href="/local/mailbox/${id}/files/${i}">${filename ?? 'in the message itself'}</a> (${mimeType}${method !== undefined && html`, ${method}`})</li>`,
)}
<li><a href="/local/mail/${id}">The whole message as it travelled</a> (message/rfc822)</li>
</ul>`,
  );
