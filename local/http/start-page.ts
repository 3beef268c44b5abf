import type { LocalSystem } from '../system.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** Says what runs here and where to begin. The browser application takes its place once it is there. */
export const startPage = async (system: LocalSystem): Promise<string> => {
  const people = await system.store.people.all();
  const { items } = await system.store.register.findings({ limit: 100 });
  const [first] = people;
  const url = escaped(system.store.baseUrl);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Redress</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
td:nth-child(n+4):nth-child(-n+5) { white-space: nowrap }
td, th { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; vertical-align: top }
code, pre { font-family: ui-monospace, monospace; font-size: .85rem }
pre { padding: .8rem; border: 1px solid #8884; border-radius: .4rem; overflow: auto }
</style></head><body>
<h1>Redress</h1>
<p>${escaped(system.organization)}, ${escaped(system.timeZone)}. It is ${escaped(system.clock.now())}${system.advance ? ' by a virtual clock' : ''}.</p>
<h2>Findings</h2>
${
  items.length === 0
    ? '<p>None yet. Open an audit, upload its report, confirm the rows: see the API reference.</p>'
    : `<table><tr><th>Number</th><th>Grade</th><th>Requirements</th><th>Where it stands</th><th>Due</th><th>Owner</th><th>Statement</th></tr>
${items
  .map((item) =>
    row(
      escaped(item.number),
      item.grade,
      escaped(item.requirements.join('; ')),
      [item.stage, item.status].filter(Boolean).join(': '),
      item.due ?? '',
      escaped(item.owner),
      escaped(item.summary),
    ),
  )
  .join('\n')}</table>`
}
<h2>People</h2>
<table><tr><th>Sign in as</th><th>Name</th><th>Roles</th></tr>
${people.map((person) => row(`<code>${escaped(person.email)}</code>`, escaped(person.name), person.roles.join(', ') || 'owner of findings')).join('\n')}</table>
<h2 id="api">Where to go</h2>
<ul>
<li><a href="/openapi.json">/openapi.json</a>: the API's reference (OpenAPI 3.1)</li>
<li><a href="/local/mailbox">/local/mailbox</a>: the mailbox, every message that went out</li>
<li><a href="/local/executions">/local/executions</a>: the state machines and where each stands</li>
</ul>
<pre>curl -s ${url}/local/sign-in -d '{"email":"${escaped(first?.email ?? '')}"}'   # {"token": …}
curl -s ${url}/findings -H "Authorization: Bearer $TOKEN"</pre>
</body></html>`;
};
