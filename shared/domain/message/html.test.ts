import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('a template', () => {
  it('escapes what it is given, in text and in attributes', () => {
    const nasty = `"><script>alert('1')</script>&amp;`;
    expect(String(html`<p title="${nasty}">${nasty}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>',
    );
  });

  it('takes other templates as they are, alone and in lists', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(String(html`<ul>${items}</ul>${html`<p>${1}</p>`}`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><p>1</p>');
  });

  it('leaves out what is not there', () => {
    expect(String(html`<p>${undefined}${false}${''}${0}</p>`)).toBe('<p>0</p>');
  });

  it('escapes what only looks like HTML of ours', () => {
    const fake = { toString: () => '<b>' };
    expect(String(html`${String(fake)}`)).toBe('&lt;b&gt;');
    expect(String(html`${['<i>', ['<u>']]}`)).toBe('&lt;i&gt;&lt;u&gt;');
  });
});
