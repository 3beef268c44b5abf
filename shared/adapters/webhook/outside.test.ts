import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { names, openReceiver, type Receiver, reaching } from '../../../test/receiver/receiver.ts';
import { createCaller } from './caller.ts';
import { outsideAgent } from './outside.ts';

/** Each would be called at a port where somebody listens, so that a call that is let through arrives. */
let receiver: Receiver;
let location = '';
beforeAll(async () => {
  receiver = await openReceiver((response) => {
    if (location === '') response.writeHead(204).end();
    else response.writeHead(307, { location }).end();
  });
});
afterAll(() => receiver.close());

const call = (url: string, agent = outsideAgent()) =>
  createCaller({ agent, mostMs: 2000 }).call({ url, headers: {}, body: '{}' });

const refused = { name: 'Unreachable', message: 'address-not-allowed' };

/** What a host must not be, by what it stands for. */
const closed: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.1', '127.8.9.10', '::1'],
  'this host': ['0.0.0.0', '0.1.2.3', '::'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  'link-local': ['169.254.0.1', 'fe80::1'],
  'metadata of clouds': ['169.254.169.254', '169.254.170.2', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16'],
  'of carriers': ['100.64.0.1', '100.127.255.255'],
  'multicast and broadcast': ['224.0.0.1', '239.255.255.255', 'ff02::1', '255.255.255.255'],
  reserved: ['192.0.0.192', '198.18.0.1', '203.0.113.5', '240.0.0.1', '2001:db8::1', '100::1', '3fff::1'],
  'IPv4 within IPv6': ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::10.0.0.1'],
  'IPv4 by translation': ['64:ff9b::7f00:1', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2001::1', '::ffff:0:127.0.0.1'],
};
const addresses = Object.entries(closed).flatMap(([what, all]) => all.map((address) => [what, address] as const));
const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);

describe('an address that is called by number', () => {
  test.each(addresses)('%s: %s is not called', async (_what, address) => {
    await expect(call(`https://${inUrl(address)}:${receiver.port}/`)).rejects.toMatchObject(refused);
  });

  test.each([
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '017700000001',
    '0177.0.0.1',
    '127.1',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '[0:0:0:0:0:ffff:7f00:0001]',
    '2852039166',
    '0xa9fea9fe',
  ])('however it is written: %s', async (host) => {
    await expect(call(`https://${host}:${receiver.port}/`)).rejects.toMatchObject(refused);
  });
});

describe('a name', () => {
  const named = (...answers: string[]) => outsideAgent({ lookup: names({ 'hook.test': answers }).lookup });
  const url = () => `https://hook.test:${receiver.port}/`;

  test.each(addresses)('of %s: %s is not called', async (_what, address) => {
    await expect(call(url(), named(address))).rejects.toMatchObject(refused);
  });

  test('with one such address among others is not called', async () => {
    await expect(call(url(), named('8.8.8.8 127.0.0.1'))).rejects.toMatchObject(refused);
    await expect(call(url(), named('8.8.8.8 ::7f00:1'))).rejects.toMatchObject(refused);
  });

  test('that this machine itself knows is not called', async () => {
    await expect(call(`https://localhost:${receiver.port}/`)).rejects.toMatchObject(refused);
  });

  test('that turns to another address between calls is looked at each time, on the answer that is connected to', async () => {
    const { asked, lookup } = names({ 'receiver.test': ['127.0.0.1', '10.0.0.1'] });
    const agent = reaching(lookup);
    expect(await call(receiver.url, agent)).toEqual({ status: 204 });
    await expect(call(receiver.url, agent)).rejects.toMatchObject(refused);
    expect(asked).toHaveLength(2);
  });
});

describe('a redirect', () => {
  const redirected = async (to: string, lookup = names({ 'receiver.test': ['127.0.0.1'] }).lookup) => {
    location = to;
    const before = receiver.received.length;
    try {
      await expect(call(receiver.url, reaching(lookup))).rejects.toMatchObject(refused);
    } finally {
      location = '';
    }
    expect(receiver.received.length - before).toBe(1);
  };

  test.each([
    'https://127.0.0.2/',
    'https://[::1]/',
    'https://[::7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    '//10.0.0.1/',
  ])('to %s is not followed', (to) => redirected(to));

  test.each(['http://receiver.test/', 'ftp://receiver.test/', 'file:///etc/passwd', 'data:text/plain,1'])(
    'away from https is not followed: %s',
    (to) => redirected(to),
  );

  test('with a password in it is not followed', () => redirected(`https://a:b@receiver.test:${receiver.port}/`));

  test('to a name of a private address is not followed, nor to the same name once it is one', async () => {
    const { lookup } = names({ 'receiver.test': ['127.0.0.1', '192.168.0.1'], 'inside.test': ['10.1.2.3'] });
    await redirected('https://inside.test/', lookup);
    await redirected('/again', names({ 'receiver.test': ['127.0.0.1', '192.168.0.1'] }).lookup);
  });
});

test.each(['http://hook.test/', 'https://a@hook.test/', 'https://:b@hook.test/'])('%s is not called', async (url) => {
  await expect(call(url, reaching(names({ 'hook.test': ['127.0.0.1'] }).lookup))).rejects.toMatchObject(refused);
});

test('nothing of all that reached anybody but the redirects’ first hop and the calls that may', () => {
  expect(receiver.received.every(({ headers }) => headers.host?.startsWith('receiver.test:'))).toBe(true);
});
