import { html } from '#domain/message/html.ts';
import type { Person } from '#domain/people/person.ts';

/** Where one chooses who one is, on a laptop: nothing is asked, since nothing here is secret. */
export const chooserPage = (people: readonly Person[], asked: Readonly<Record<string, string | undefined>>): string =>
  `<!doctype html>${html`<html lang="en"><head><meta charset="utf-8"><title>Sign in: Redress</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
ul { list-style: none; padding: 0 }
button { width: 100%; margin: .2rem 0; padding: .6rem 1rem; text-align: left; font: inherit; border: 1px solid #8888; border-radius: .5rem; background: none; color: inherit; cursor: pointer }
button:hover, button:focus-visible { border-color: currentColor; outline: 2px solid #0972d3 }
small { display: block; opacity: .75 }
</style></head><body>
<h1>Sign in</h1>
<p>This system runs on your own machine: choose who you are. On AWS people sign in with their own accounts.</p>
<form method="post" action="/local/oidc/authorize">
${Object.entries(asked).map(([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}">`)}
<ul>${people.map(
    ({ email, name, roles }) =>
      html`<li><button name="person" value="${email}">${name}<small>${roles.join(', ') || 'owner of findings'} · ${email}</small></button></li>`,
  )}</ul>
</form></body></html>`}`;
