// Writes small MMDB files as the specification has them (version 2.0, https://maxmind.github.io/MaxMind-DB): a binary tree, the
// records, and the metadata. What occurs twice in the records is written once and pointed to, as in files of MaxMind's.

import { ByteList, encodeText } from '~/lib/bytes';
import { parseIp } from '~/lib/ip';

/** Whole numbers are written as uint32 or int32, others as double, a `bigint` as uint64 or uint128. */
export type MmdbValue = string | number | bigint | boolean | readonly MmdbValue[] | { readonly [name: string]: MmdbValue };

export interface MmdbContent {
  /** By block, `203.0.113.0/24`; in any order, of two that overlap the narrower counts. */
  readonly networks: readonly (readonly [block: string, record: MmdbValue])[];
  readonly ipVersion?: 4 | 6;
  readonly recordSize?: 24 | 28 | 32;
  readonly type?: string;
  /** Replaces or adds to the metadata. */
  readonly metadata?: { readonly [name: string]: MmdbValue };
}

/** A leaf is the offset of its record. */
type Child = Node | number | undefined;
type Node = [Child, Child];

export function writeMmdb(content: MmdbContent): Uint8Array<ArrayBuffer> {
  const { networks, ipVersion = 6, recordSize = 24, type = 'Test', metadata } = content;
  const records = new ValueWriter();
  const root: Node = [undefined, undefined];
  const leaves = networks.map(([block, record]) => ({ bits: blockBits(block, ipVersion), at: records.write(record) }));
  for (const { bits, at } of leaves.sort((a, b) => a.bits.length - b.bits.length)) plant(root, bits, at);
  const nodes = nodesBelow(root);
  const file = new ByteList();
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  const written = (child: Child) => {
    if (typeof child === 'object') return BigInt(numbers.get(child) ?? 0);
    return BigInt(child === undefined ? nodes.length : nodes.length + 16 + child);
  };
  for (const [left, right] of nodes) file.append(nodeBytes(written(left), written(right), recordSize));
  file.append(new Uint8Array(16));
  file.append(records.bytes());
  file.append(Uint8Array.of(0xab, 0xcd, 0xef, ...encodeText('MaxMind.com')));
  const about = new ValueWriter();
  about.put({
    ...{ binary_format_major_version: 2, binary_format_minor_version: 0, build_epoch: 1_795_219_200n, database_type: type },
    ...{ description: { en: 'Made for tests' }, ip_version: ipVersion, languages: ['en', 'de'], node_count: nodes.length },
    ...{ record_size: recordSize, ...metadata },
  });
  file.append(about.bytes());
  return file.take();
}

/** `110…` of an address, or of a block as far as it goes, as the tree of a file has it. */
export function addressBits(ip: string, ipVersion: 4 | 6): string {
  const octets = parseIp(ip) ?? [];
  const bits = octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return octets.length === 4 && ipVersion === 6 ? '0'.repeat(96) + bits : bits;
}

export function blockBits(block: string, ipVersion: 4 | 6): string {
  const [ip = '', length] = block.split('/');
  const bits = addressBits(ip, ipVersion);
  return bits.slice(0, Number(length) + (ip.includes(':') ? 0 : bits.length - 32));
}

/** Children of what stood here before share its record. */
function plant(node: Node, bits: string, at: number): void {
  const side = bits[0] === '1' ? 1 : 0;
  if (bits.length <= 1) {
    if (bits === '') node.fill(at);
    else node[side] = at;
    return;
  }
  const child = node[side];
  const next: Node = typeof child === 'object' ? child : [child, child];
  node[side] = next;
  plant(next, bits.slice(1), at);
}

function nodesBelow(node: Node): Node[] {
  return [node, ...node.flatMap((child) => (typeof child === 'object' ? nodesBelow(child) : []))];
}

function nodeBytes(left: bigint, right: bigint, recordSize: number): Uint8Array {
  const size = BigInt(recordSize);
  const low = (1n << 24n) - 1n;
  // The highest four bits of both are together in the middle.
  const node = size === 28n ? ((left & low) << 32n) | ((left >> 24n) << 28n) | right : (left << size) | right;
  return bigEndian(node, recordSize / 4);
}

function bigEndian(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 255n));
}

class ValueWriter {
  readonly #list = new ByteList();
  readonly #written = new Map<string, number>();

  bytes(): Uint8Array {
    return this.#list.take();
  }

  /** Where the value begins that is written, or was before. What it consists of is written before it, and pointed to. */
  write(value: MmdbValue): number {
    const key = keyOf(value);
    const before = this.#written.get(key);
    if (before !== undefined) return before;
    if (typeof value === 'object')
      for (const part of Object.entries(value).flat()) if (typeof part === 'object' || typeof part === 'string') this.write(part);
    const at = this.#list.length;
    this.#written.set(key, at);
    this.put(value);
    return at;
  }

  /** Here, whether it was written before or not. */
  put(value: MmdbValue): void {
    if (typeof value === 'string') this.#head(2, encodeText(value).length, encodeText(value));
    else if (typeof value === 'boolean') this.#head(14, Number(value));
    else if (typeof value === 'bigint') this.#unsigned(value < 1n << 64n ? 9 : 10, value);
    else if (typeof value === 'number') this.#number(value);
    else if (isList(value)) {
      this.#head(11, value.length);
      value.forEach(this.#part);
    } else {
      const members = Object.entries(value);
      this.#head(7, members.length);
      members.flat().forEach(this.#part);
    }
  }

  readonly #part = (value: MmdbValue): void => {
    const at = this.#written.get(keyOf(value));
    if (at === undefined) this.put(value);
    else this.#pointer(at);
  };

  #number(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) this.#unsigned(6, BigInt(value));
    else if (Number.isInteger(value) && value < 0 && value >= -(2 ** 31)) this.#head(8, 4, bigEndian(BigInt(value), 4));
    else {
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setFloat64(0, value);
      this.#head(3, 8, bytes);
    }
  }

  #unsigned(type: number, value: bigint): void {
    const length = value === 0n ? 0 : Math.ceil(value.toString(16).length / 2);
    this.#head(type, length, bigEndian(value, length));
  }

  #head(type: number, size: number, content = new Uint8Array()): void {
    const more = sizeStarts.findLastIndex((start) => size >= start);
    const isExtended = type > 7;
    this.#list.append(
      Uint8Array.of(((isExtended ? 0 : type) << 5) | (more ? 28 + more : size), ...(isExtended ? [type - 7] : [])),
    );
    this.#list.append(bigEndian(BigInt(size - (sizeStarts[more] ?? 0)), more));
    this.#list.append(content);
  }

  #pointer(at: number): void {
    const width = pointerStarts.findLastIndex((start) => at >= start);
    const bytes = bigEndian(BigInt(at - (pointerStarts[width] ?? 0)), width + 2);
    bytes[0] = (1 << 5) | (width << 3) | (bytes[0] ?? 0);
    this.#list.append(bytes);
  }
}

/** What so many more bytes can say of a size. */
const sizeStarts = [0, 29, 285, 65_821];
const pointerStarts = [0, 2048, 526_336];

function isList(value: object): value is readonly MmdbValue[] {
  return Array.isArray(value);
}

function keyOf(value: MmdbValue): string {
  const text = JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? { bigint: String(each) } : each));
  return `${typeof value} ${text}`;
}
