// A file of the MaxMind DB format, version 2.0 (https://maxmind.github.io/MaxMind-DB): a tree with a level for each bit of an
// address, the records that its leaves point to, and metadata at the end. Read by hand: docs/decisions/025.

import * as z from 'zod/mini';
import { viewOf } from '~/lib/runs';
import { readMmdbValue } from './mmdb-value';

/** What a `Date` can be, in seconds. */
const latestDate = 8.64e12;

const metadataSchema = z.object({
  binary_format_major_version: z.literal(2),
  node_count: z.int().check(z.minimum(1)),
  record_size: z.literal([24, 28, 32]),
  ip_version: z.literal([4, 6]),
  database_type: z.string(),
  /** Seconds since 1970 UTC. */
  build_epoch: z.number().check(z.minimum(0), z.maximum(latestDate)),
  languages: z.catch(z.readonly(z.array(z.string())), []),
});

export type MmdbMetadata = z.infer<typeof metadataSchema>;

/** `MaxMind.com` behind three bytes that are no text. */
const marker = [0xab, 0xcd, 0xef, ...Array.from('MaxMind.com', (char) => char.charCodeAt(0))];
const longestMetadata = 128 * 1024;
/** Zeros between the tree and the records. */
const gap = 16;

export class MmdbFile {
  readonly metadata: MmdbMetadata;
  readonly #tree: DataView;
  readonly #records: DataView;
  readonly #nodeBytes: number;

  /** Keeps the bytes. Throws an error that says what is wrong with them, as the end of a sentence about the file. */
  constructor(bytes: Uint8Array) {
    const end = findMarker(bytes);
    this.metadata = readMetadata(bytes.subarray(end + marker.length));
    this.#nodeBytes = this.metadata.record_size / 4;
    const treeBytes = this.metadata.node_count * this.#nodeBytes;
    if (treeBytes + gap > end) throw new Error('is damaged: a part of it is missing');
    this.#tree = viewOf(bytes.subarray(0, treeBytes));
    this.#records = viewOf(bytes.subarray(treeBytes + gap, end));
  }

  /** Where the record of an address lies, by its 4 or 16 octets; `undefined` if it is in no network of the file. */
  find(octets: readonly number[]): number | undefined {
    const { ip_version: version, node_count: nodes } = this.metadata;
    // An IPv4 file would take the first 32 bits of an IPv6 address for an address of its own.
    if (version === 4 && octets.length === 16) return undefined;
    let node = 0;
    // An IPv6 file has IPv4 addresses behind 96 zeros.
    if (version === 6 && octets.length === 4) for (let i = 0; i < 96 && node < nodes; i++) node = this.#child(node, 0);
    for (let i = 0; i < octets.length * 8 && node < nodes; i++) {
      node = this.#child(node, ((octets[i >> 3] ?? 0) >> (7 - (i & 7))) & 1);
    }
    return this.#recordOf(node);
  }

  /** What the record says; `undefined` if it cannot be read. */
  read(record: number): unknown {
    try {
      return readMmdbValue(this.#records, record);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Where some of the records lie, from all over the file: those of at most so many nodes of its tree. */
  *someRecords(mostNodes: number): Iterable<number> {
    const nodes = this.metadata.node_count;
    const step = Math.ceil(nodes / mostNodes);
    for (let node = 0; node < nodes; node += step) {
      for (const bit of [0, 1]) {
        const record = this.#recordOf(this.#child(node, bit));
        if (record !== undefined) yield record;
      }
    }
  }

  /** Below the number of nodes a node, above it a record, and nothing where it is the same. */
  #child(node: number, bit: number): number {
    const at = node * this.#nodeBytes;
    switch (this.metadata.record_size) {
      case 24:
        return this.#unsigned24(at + bit * 3);
      case 28: {
        const middle = this.#tree.getUint8(at + 3);
        return ((bit ? middle & 0xf : middle >> 4) << 24) | this.#unsigned24(at + bit * 4);
      }
      default:
        return this.#tree.getUint32(at + bit * 4);
    }
  }

  #unsigned24(at: number): number {
    return (this.#tree.getUint16(at) << 8) | this.#tree.getUint8(at + 2);
  }

  #recordOf(child: number): number | undefined {
    const record = child - this.metadata.node_count - gap;
    return record >= 0 ? record : undefined;
  }
}

/** The last one: records may have the same bytes. */
function findMarker(bytes: Uint8Array): number {
  const first = Math.max(0, bytes.length - longestMetadata);
  for (let at = bytes.length - marker.length; at >= first; at--) if (marker.every((byte, i) => bytes[at + i] === byte)) return at;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new Error('is compressed: unpack it, and open what was in it');
  throw new Error('is not an MMDB file, or not all of one');
}

function readMetadata(bytes: Uint8Array): MmdbMetadata {
  try {
    return metadataSchema.parse(readMmdbValue(viewOf(bytes), 0));
  } catch (error) {
    throw new Error('is an MMDB file of another version, or damaged', { cause: error });
  }
}
