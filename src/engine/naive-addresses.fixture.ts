// What follows from addresses, the obvious way.

import type { LookUp } from '~/domain/addresses/address-book';
import type { DerivedKey } from '~/domain/catalogue/fields';
import { canonicalIp } from '~/lib/ip';
import { blockOf } from '~/lib/ip-block';
import { ipScope } from '~/lib/ip-scope';

export function derivedValue(key: DerivedKey, address: string, lookUp: LookUp): string | undefined {
  switch (key) {
    case 'ip.block':
      return blockOf(address);
    case 'ip.scope':
      return ipScope(address);
    case 'ip.country':
      return lookUp(address)?.countryCode ?? lookUp(address)?.country;
    case 'ip.network':
      return lookUp(address)?.network;
  }
}

/** Addresses as one number each, by counting the groups that `::` stands for. */
export function isInRange(text: string, range: string): boolean {
  const at = ipNumber(text);
  const block = /^(.*)\/(\d+)$/.exec(range);
  if (block) {
    const base = ipNumber(block[1] ?? '');
    if (!at || !base || at.bits !== base.bits) return false;
    const rest = BigInt(base.bits - Number(block[2]));
    return rest >= 0n && at.value >> rest === base.value >> rest;
  }
  const [first, last] = range.split('-').map(ipNumber);
  const isOneKind = at && first && last && at.bits === first.bits && at.bits === last.bits;
  return isOneKind === true && first.value <= at.value && at.value <= last.value;
}

function ipNumber(text: string): { readonly bits: number; readonly value: bigint } | undefined {
  const address = canonicalIp(text);
  if (address === undefined) return undefined;
  if (!address.includes(':'))
    return { bits: 32, value: address.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n) };
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = [...head, ...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return { bits: 128, value: groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) };
}
