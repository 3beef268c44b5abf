import { lookup as systemLookup } from 'node:dns';
import type { Agent } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** What the agent takes for public and is not: IPv4 written as IPv6 the old way (RFC 4291, 2.5.5.1), and Azure's host. */
const alsoClosed = new BlockList();
alsoClosed.addSubnet('::', 96, 'ipv6');
alsoClosed.addAddress('168.63.129.16', 'ipv4');

const isClosed = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && alsoClosed.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

/** An address may be called by its look: https, nobody's password in it, and no number that is closed. Names show later. */
export const looksOutside = ({ protocol, username, password, hostname }: URL): boolean =>
  protocol === 'https:' && username === '' && password === '' && !isClosed(hostname.replace(/^\[(.*)\]$/, '$1'));

const guarded =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, options, (error, found, family) => {
      const closed =
        error === null && (typeof found === 'string' ? isClosed(found) : found.some((each) => isClosed(each.address)));
      if (closed) callback(new Error('closed'), '', 0);
      else callback(error, found, family);
    });

/** Where a test puts its own receiver within reach; nothing of it is set otherwise. */
export interface OutsideOptions {
  readonly lookup?: LookupFunction;
  readonly allowIPAddressList?: string[];
  readonly ca?: string;
}

/**
 * Connects to public addresses alone: what a name resolves to is looked at on the very answer that is then connected to,
 * so that a name cannot mean one thing when it is looked at and another when it is called. Nothing is kept open: the next
 * call looks again.
 */
export const outsideAgent = ({ lookup = systemLookup as LookupFunction, ...options }: OutsideOptions = {}): Agent =>
  new RequestFilteringHttpsAgent({ ...options, lookup: guarded(lookup), keepAlive: false });
