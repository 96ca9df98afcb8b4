// What a record is to those that came before it with the same id: a copy of one of them, or another record. Copies agree in time to
// the second, activity and user, whatever else was cut off or left out of one of them. An id that tells nothing (all zeros, or no
// GUID, as where a log was anonymised) is the same for many: there only what has the same AuditData, byte for byte, is a copy.

import type { FieldKey, FieldRef } from '~/domain/catalogue/fields';
import type { EpochMs } from '~/lib/time';
import type { Copies } from './copies';
import type { DictionaryColumn } from './dictionary-column';
import type { IdIndex } from './id-index';
import { type Code, type GrowingByRow, noCode, type RowIndex } from './numbers';
import type { Origin, Origins } from './origins';

/** What all copies of a record say alike. */
export interface Facts {
  readonly time: EpochMs;
  /** Codes of their columns. */
  readonly operation: Code;
  readonly user: Code;
  /** Of AuditData where the id tells nothing, else 0. */
  readonly hash: number;
}

/**
 * `duplicate`: a copy of a record that is there. `fuller`: a copy that says more, and is the record from now on. `namesake`: another
 * record, which says something else.
 */
export type Meeting = 'duplicate' | 'fuller' | 'namesake';

/** What is known of the records that came before. */
export interface EarlierRecords {
  readonly ids: IdIndex;
  readonly times: GrowingByRow<EpochMs>;
  readonly origins: Origins;
  readonly fullness: GrowingByRow<number>;
  readonly copies: Copies;
  readonly columns: ReadonlyMap<FieldRef, DictionaryColumn>;
  readonly recordedUsers: ReadonlyMap<RowIndex, Code>;
}

export class SameRecord {
  readonly #records: EarlierRecords;
  /** Of rows whose id tells nothing. */
  readonly #hashes = new Map<RowIndex, number>();
  /** By id and facts, of ids that several records have: place among these. Looked up, for there can be very many. */
  readonly #places = new Map<string, number>();

  constructor(records: EarlierRecords) {
    this.#records = records;
  }

  /** To be said of each row whose id tells nothing. */
  keepHash(row: RowIndex, hash: number): void {
    this.#hashes.set(row, hash);
  }

  /** Those that were kept. */
  get hashes(): ReadonlyMap<RowIndex, number> {
    return this.#hashes;
  }

  /** A record comes whose id `known` has. Unless it is a `duplicate`, the next row is given the id and has to be filled. */
  meet(known: RowIndex, facts: Facts, fullness: number, place: Origin): Meeting {
    const { ids, copies, origins } = this.#records;
    const row = this.#find(known, facts);
    if (row === undefined) {
      this.#keepPlace(known, facts);
      ids.addNamesake(known);
      return 'namesake';
    }
    if (fullness <= (this.#records.fullness.array[row] ?? 0)) {
      copies.add({ row, origin: place, after: this.#records.times.length });
      return 'duplicate';
    }
    copies.take(row, ids.addFuller(row), origins.of(row));
    return 'fuller';
  }

  /** The same of a row that is filled already, and of which it is known that it is no duplicate. */
  meetAgain(known: RowIndex, row: RowIndex, place: Origin): void {
    const meeting = this.meet(known, this.#factsOf(row), this.#records.fullness.array[row] ?? 0, place);
    if (meeting === 'duplicate') throw new RangeError(`Row ${row} is the same as another.`);
  }

  /** Of the records with the id of `row` the row of the one that agrees. */
  #find(row: RowIndex, facts: Facts): RowIndex | undefined {
    const namesakes = this.#records.ids.namesakes(row);
    if (namesakes.length === 1) return this.#agree(this.#factsOf(row), facts) ? row : undefined;
    const place = this.#places.get(this.#name(row, facts));
    return place === undefined ? undefined : namesakes[place];
  }

  /** Of one more record with the id of `row`. */
  #keepPlace(row: RowIndex, facts: Facts): void {
    const namesakes = this.#records.ids.namesakes(row);
    if (namesakes.length === 1) this.#places.set(this.#name(row, this.#factsOf(row)), 0);
    this.#places.set(this.#name(row, facts), namesakes.length);
  }

  #factsOf(row: RowIndex): Facts {
    const { times, columns, recordedUsers } = this.#records;
    const code = (field: FieldKey) => columns.get(field)?.codes[row] ?? noCode;
    return {
      time: times.array[row] ?? 0,
      operation: code('operation'),
      // What was recorded: a copy that is cut off may have lost who is behind it.
      user: recordedUsers.get(row) ?? code('user'),
      hash: this.#hashes.get(row) ?? 0,
    };
  }

  #agree(a: Facts, b: Facts): boolean {
    if (secondOf(a) !== secondOf(b) || a.hash !== b.hash) return false;
    return this.#isAlike('operation', a.operation, b.operation) && this.#isAlike('user', a.user, b.user);
  }

  /** Spellings that differ in case only are one value everywhere. */
  #isAlike(field: FieldKey, a: Code, b: Code): boolean {
    return a === b || this.#text(field, a) === this.#text(field, b);
  }

  #name(row: RowIndex, facts: Facts): string {
    const { operation, user, hash } = facts;
    const texts = [this.#records.ids.text(row), this.#text('operation', operation), this.#text('user', user)];
    return JSON.stringify([...texts, secondOf(facts), hash]);
  }

  #text(field: FieldKey, code: Code): string {
    return this.#records.columns.get(field)?.dictionary.text(code).toLowerCase() ?? '';
  }
}

function secondOf({ time }: Facts): number {
  return Math.floor(time / 1000);
}

/** AuditData that is whole is fuller than what was cut off, and that fuller than none; else the longer one is. */
export function fullnessOf(auditDataBytes: number, isWhole: boolean): number {
  return isWhole ? 2 ** 31 + auditDataBytes : auditDataBytes;
}

/** 53 bits, and never 0. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let a = end - start;
  let b = 0x85ebca6b;
  for (let p = start; p < end; p++) {
    const byte = bytes[p] ?? 0;
    a = Math.imul(a ^ byte, 0x9e3779b1);
    b = Math.imul(b ^ byte ^ (a >>> 15), 0xc2b2ae35);
  }
  a ^= a >>> 16;
  b ^= b >>> 13;
  return (b >>> 11) * 2 ** 32 + (a >>> 0) + 1;
}
