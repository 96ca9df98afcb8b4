// One indicator: of which kind it is, and the filter that keeps the records in which it stands.

import type { Filter } from '~/domain/view/filter';
import { canonicalIp, ipRangeMatcher } from '~/lib/ip';

export type IndicatorKind = 'address' | 'range' | 'hash' | 'domain' | 'url' | 'mailbox' | 'word';

export interface Indicator {
  readonly kind: IndicatorKind;
  /** In one spelling, as it is looked for. */
  readonly value: string;
  /** As it was typed. */
  readonly written: string;
}

/** Shorter words stand in nearly every record. */
const shortest = 3;

/** What a text is, once nothing in it is made harmless any more; or, as a text, why it cannot be looked for. */
export function indicatorOf(text: string, written: string): Indicator | string {
  const made = (kind: IndicatorKind, value: string): Indicator => ({ kind, value, written });
  const address = text.includes('(') ? undefined : canonicalIp(text);
  if (address !== undefined) return made('address', address);
  if (looksLikeAddresses(text)) return rangeOf(text, made);
  if (/^([\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i.test(text)) return made('hash', text.toLowerCase());
  if (/^[a-z][a-z\d+.-]*:\/\/./i.test(text)) return made('url', text.replace(/\/+$/, ''));
  if (isMailbox(text)) return made('mailbox', text);
  const domain = text.replace(/^(\*\.|@)/, '').replace(/\.$/, '');
  if (isDomain(domain)) return made('domain', domain);
  const [host = ''] = text.split('/', 1);
  if (host !== text && isDomain(host)) return made('url', text.replace(/\/+$/, ''));
  return text.length < shortest ? `Words need ${shortest} letters or more.` : made('word', text);
}

/** A whole address, block or range, which may be none. */
function looksLikeAddresses(text: string): boolean {
  return /^\d+(\.\d+){3}([/:–-][\d.]*)?$/.test(text) || /^[\da-f:.]*:[\da-f:.]*(\/\d*|[–-][\da-f:.]*:[\da-f:.]*)$/i.test(text);
}

function rangeOf(text: string, made: (kind: IndicatorKind, value: string) => Indicator): Indicator | string {
  const [base = '', bits] = text.split('/');
  const single = canonicalIp(base);
  if (single !== undefined && bits === (single.includes(':') ? '128' : '32')) return made('address', single);
  if (ipRangeMatcher(text)) return made('range', text.replace('–', '-'));
  if (bits !== undefined) return 'This is no block of addresses: a block is written 10.0.0.0/8.';
  return /[-–]/.test(text)
    ? 'This is no range of addresses: the first comes before the last, and both are IPv4 or IPv6.'
    : 'This is no IP address: each of its four numbers is at most 255, without leading zeros.';
}

function isMailbox(text: string): boolean {
  const [name = '', domain = '', ...more] = text.split('@');
  return name !== '' && more.length === 0 && isDomain(domain) && !/[\s/]/.test(name);
}

function isDomain(text: string): boolean {
  return /^([\p{L}\p{N}_]([\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u.test(text);
}

/**
 * The records in which it stands. Addresses, domains, mail and web addresses stand whole, anywhere in a record: `whole-text.ts` says
 * what that is. Ranges are compared with the address that a record comes from, words and hashes may be a piece of something.
 */
export function filterOf({ kind, value, written }: Indicator): Filter {
  switch (kind) {
    case 'range':
      return { field: 'ip', op: 'inRange', range: value };
    case 'address': {
      // AuditData has an address as its service spells it, which an IPv6 address need not be in the usual way.
      const spelled = written.toLowerCase();
      const isOther = value.includes(':') && spelled !== value && canonicalIp(spelled) === value && /^[\da-f:.]+$/.test(spelled);
      return isOther ? anyOf(whole(value), whole(spelled)) : whole(value);
    }
    case 'mailbox':
      // As a guest of another organisation it has this name.
      return anyOf(whole(value), { op: 'text', text: `${value.replace('@', '_')}#EXT#` });
    case 'domain':
    case 'url':
      return whole(value);
    case 'hash':
    case 'word':
      return { op: 'text', text: value };
  }
}

function whole(text: string): Filter {
  return { op: 'text', text, whole: true };
}

function anyOf(...of: readonly Filter[]): Filter {
  return { op: 'any', of };
}

/** The records in which at least one of them stands. */
export function filterOfAny(indicators: readonly Indicator[]): Filter {
  return anyOf(
    ...indicators.flatMap((indicator) => {
      const filter = filterOf(indicator);
      return filter.op === 'any' ? filter.of : [filter];
    }),
  );
}
