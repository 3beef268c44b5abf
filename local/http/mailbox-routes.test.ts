import { DatabaseSync } from 'node:sqlite';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { createMailbox } from '#adapters/local/mailbox.ts';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import { serveMailbox } from './mailbox-routes.ts';

const mailbox = createMailbox({
  database: new DatabaseSync(':memory:'),
  clock: createVirtualClock('2026-03-09T08:00:00Z'),
  sender: { name: 'Example <b>AG', address: 'redress@example.org' },
});
const server = fastify();
serveMailbox(server, mailbox);
const get = (path: string) => server.inject({ url: `/local/mailbox${path}` });

const nasty = '<img src=x onerror=alert(1)>';
const id = await mailbox.send({
  to: 'anna@example.org',
  subject: nasty,
  text: `${nasty}\n`,
  html: '<!doctype html><p>Hello</p><script>alert(1)</script>',
  language: 'en',
  calendar: [{ method: 'REQUEST', fileName: 'nc-01.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }],
  reference: 'finding#f#change#1',
});

it('lists what was sent', async () => {
  const { body, headers } = await get('');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).toContain(`<a href="/local/mailbox/${id}">&lt;img src=x onerror=alert(1)&gt;</a><br>anna@example.org`);
});

it('shows a message: headers, text, HTML in a frame, and what comes with it', async () => {
  const { body, headers } = await get(`/${id}`);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).toContain('finding#f#change#1');
  expect(body).toContain('<pre>&lt;img src=x onerror=alert(1)&gt;');
  expect(body).toContain(`sandbox src="/local/mailbox/${id}/html"`);
  expect(body).toContain(`<a href="/local/mailbox/${id}/files/1">nc-01.ics</a> (application/ics)`);
  expect(body).not.toContain('<img');
});

it('gives the HTML in a sandbox, in which nothing runs', async () => {
  const { body, headers } = await get(`/${id}/html`);
  expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'");
  expect(body).toContain('<p>Hello</p>');
});

it('gives the files with it as plain text', async () => {
  for (const file of [0, 1]) {
    const { body, headers } = await get(`/${id}/files/${file}`);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain('BEGIN:VCALENDAR');
  }
});

it('has nothing where there is none', async () => {
  for (const path of ['/99', '/x', '/99/html', '/99/files/0', `/${id}/files/7`, `/${id}/files/x`])
    expect((await get(path)).statusCode).toBe(404);
});
