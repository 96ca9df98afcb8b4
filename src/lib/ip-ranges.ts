// Many ranges of addresses, asked which of them hold an address: sorted by where they begin, of each it is known how far it and
// those before it reach, so that only few are compared.

import { parseIp, readIpRange } from './ip';

interface Sorted {
  /** In hexadecimal digits, as many for each address of a kind: they are in the order of the addresses. */
  readonly first: string;
  readonly last: string;
  readonly number: number;
  /** The highest end up to this one. */
  readonly reach: string;
}

export class IpRanges {
  readonly #v4: readonly Sorted[];
  readonly #v6: readonly Sorted[];

  /** Those that cannot be read hold nothing. */
  constructor(ranges: readonly string[]) {
    const read = ranges.flatMap((range, number) => {
      const ends = readIpRange(range);
      return ends ? [{ first: digits(ends.first), last: digits(ends.last), number, isV4: ends.first.length === 4 }] : [];
    });
    const sorted = (isV4: boolean) => {
      let reach = '';
      return read
        .filter((each) => each.isV4 === isV4)
        .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.number - b.number))
        .map(({ first, last, number }): Sorted => {
          if (last > reach) reach = last;
          return { first, last, number, reach };
        });
    };
    this.#v4 = sorted(true);
    this.#v6 = sorted(false);
  }

  /** Numbers of the ranges that hold the address, as they were given, in no order; none for what is no address. */
  holding(ip: string): readonly number[] {
    const octets = parseIp(ip);
    if (!octets) return [];
    const address = digits(octets);
    const ranges = octets.length === 4 ? this.#v4 : this.#v6;
    const found: number[] = [];
    for (let at = beginsBy(ranges, address) - 1; at >= 0; at--) {
      const range = ranges[at];
      if (!range || range.reach < address) break;
      if (range.last >= address) found.push(range.number);
    }
    return found;
  }
}

/** How many of them begin at the address or before. */
function beginsBy(ranges: readonly Sorted[], address: string): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.first ?? '') <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

function digits(octets: readonly number[]): string {
  return octets.map((octet) => octet.toString(16).padStart(2, '0')).join('');
}
