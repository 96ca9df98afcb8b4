// IP addresses in one spelling each, so that equal addresses are equal texts: no port, IPv4-mapped IPv6 folded to IPv4,
// IPv6 as RFC 5952 writes it. Microsoft 365 also writes `[10.0.0.1]:443`, and a computer's name around the address:
// `[HOST (10.0.0.1)]`. Refuses what is ambiguous: octets with leading zeros, zone identifiers, host names alone.

/** The canonical address, or `undefined` when the text is not an IP address in any of the spellings above. */
export function canonicalIp(text: string): string | undefined {
  const octets = parseIp(text);
  return octets && formatIp(octets);
}

/** Whether the bytes are an IPv4 address in its one canonical spelling: most are, and need no second look. */
export function isCanonicalV4(bytes: Uint8Array, start: number, end: number): boolean {
  let octets = 0;
  let octet = -1;
  for (let p = start; p <= end; p++) {
    const byte = p < end ? bytes[p] : 0x2e;
    if (byte === 0x2e) {
      if (octet < 0 || octet > 255) return false;
      octets++;
      octet = -1;
    } else if (byte === undefined || byte < 0x30 || byte > 0x39 || octet === 0) {
      return false;
    } else {
      octet = Math.max(octet, 0) * 10 + byte - 0x30;
    }
  }
  return octets === 4;
}

/** Whether an address lies in a block such as `10.0.0.0/8` or `2001:db8::/32`; false when either cannot be read. */
export function matchesCidr(ip: string, cidr: string): boolean {
  return cidrMatcher(cidr)?.(ip) ?? false;
}

/** Reads the block once, for testing many addresses; `undefined` when the text is not CIDR notation. */
export function cidrMatcher(cidr: string): ((ip: string) => boolean) | undefined {
  const range = blockEnds(cidr);
  return range && matcher(range);
}

/** Both ends included. */
export interface IpRange {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/**
 * The octets of both ends of a range: of a block such as `10.0.0.0/8`, of `10.0.0.5-10.0.0.9`, or of one address. `undefined` when it
 * cannot be read, mixes IPv4 with IPv6 or ends before it begins.
 */
export function readIpRange(range: string): IpRange | undefined {
  if (range.includes('/')) return blockEnds(range);
  const ends = range.split(/[-–]/).map(parseIp);
  const [first, last = first] = ends;
  if (!first || !last || ends.length > 2 || ends.includes(undefined) || !(compareOctets(first, last) <= 0)) return undefined;
  return { first, last };
}

/** Reads a range once, for testing many addresses. */
export function ipRangeMatcher(range: string): ((ip: string) => boolean) | undefined {
  const ends = readIpRange(range);
  return ends && matcher(ends);
}

function blockEnds(cidr: string): IpRange | undefined {
  const match = /^\s*([^/]+)\/(\d{1,3})\s*$/.exec(cidr);
  const address = match?.[1]?.trim() ?? '';
  const base = /[[\]]/.test(address) ? undefined : parseIp(address);
  if (!base) return undefined;
  const mapped = base.length === 4 && address.includes(':');
  const bits = Number(match?.[2]) - (mapped ? 96 : 0);
  if (bits < 0 || bits > base.length * 8) return undefined;
  const free = (at: number) => 0xff >> Math.min(8, Math.max(0, bits - at * 8));
  return { first: base.map((octet, at) => octet & ~free(at)), last: base.map((octet, at) => octet | free(at)) };
}

function matcher({ first, last }: IpRange): (ip: string) => boolean {
  return (ip) => {
    const octets = parseIp(ip);
    return octets !== undefined && compareOctets(first, octets) <= 0 && compareOctets(octets, last) <= 0;
  };
}

/** NaN for addresses of two kinds, so that neither comes before the other. */
function compareOctets(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.NaN;
  const at = a.findIndex((octet, i) => octet !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Whether the first so many bits are the same; both have as many octets. */
export function samePrefix(a: readonly number[], b: readonly number[], bits: number): boolean {
  return a.every((octet, i) => {
    const shift = Math.min(8, Math.max(0, 8 - (bits - i * 8)));
    return octet >> shift === (b[i] ?? 0) >> shift;
  });
}

/** The 4 octets of an IPv4 address or the 16 of an IPv6 one, in any of the spellings above. */
export function parseIp(text: string): readonly number[] | undefined {
  const trimmed = text.trim();
  const named = /^(?:\[[^()[\]]+ \(([^()]+)\)\]|[^()[\]]+ \(([^()]+)\))$/.exec(trimmed);
  return parseAddress(named?.[1] ?? named?.[2] ?? trimmed);
}

/** With or without brackets and a port. */
function parseAddress(text: string): readonly number[] | undefined {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text);
  const address = bracketed?.[1] ?? text;
  if (!address.includes(':')) return parseV4(address);
  if (/^[\d.]+:\d{1,5}$/.test(address)) return bracketed ? undefined : parseV4(address.replace(/:\d+$/, ''));
  const octets = parseV6(address);
  const mapped = octets?.slice(0, 12).every((octet, i) => octet === (i < 10 ? 0 : 0xff));
  return mapped ? octets?.slice(12) : octets;
}

function parseV4(text: string): readonly number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const octets = match.slice(1).map(Number);
  return octets.join('.') === text && octets.every((octet) => octet <= 255) ? octets : undefined;
}

function parseV6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, i) => parseGroups(half, i === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 2 : missing !== 0) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...(tail ?? [])];
}

function parseGroups(text: string, last: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const octets: number[] = [];
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      octets.push(value >> 8, value & 0xff);
    } else {
      const v4 = last && i === groups.length - 1 ? parseV4(group) : undefined;
      if (!v4) return undefined;
      octets.push(...v4);
    }
  }
  return octets;
}

/** The canonical spelling of 4 or 16 octets. */
export function formatIp(octets: readonly number[]): string {
  return octets.length === 4 ? octets.join('.') : formatV6(octets);
}

function formatV6(octets: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, i) => (((octets[i * 2] ?? 0) << 8) | (octets[i * 2 + 1] ?? 0)).toString(16));
  let best = { from: 0, length: 0 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (groups[from + length] === '0') length++;
    if (length > best.length) best = { from, length };
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.from).join(':')}::${groups.slice(best.from + best.length).join(':')}`;
}
