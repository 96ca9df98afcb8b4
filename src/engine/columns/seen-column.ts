// Whether a value is new or rare for the user of a record, as a column: of each pair of user and value it is known when it first came
// and how often, of each user since when there are records and how many have a value. Records count as they arrive, in whatever
// order; marks are set for all rows together once all have been counted.
//
//   pairOf   row -> pair + 1, 0 without user or value      firsts, counts   by pair      since, valued   by user

import type { SeenKey } from '~/domain/catalogue/fields';
import { type SeenMark, seenRules } from '~/domain/catalogue/seen-fields';
import { Float64List, Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import { DictionaryColumn } from './dictionary-column';
import { type ByRow, type Code, noCode, type RowIndex } from './numbers';
import { PairIndex } from './pair-index';
import type { Records } from './records';

/** Counted without a break: some milliseconds. */
const stepRows = 32_768;

const known = new WeakMap<Records, Map<SeenKey, SeenColumn>>();

/** The one of a set of records: what was counted for somebody is there for whoever asks next. */
export function seenColumn(records: Records, key: SeenKey): SeenColumn {
  const all = known.get(records) ?? new Map<SeenKey, SeenColumn>();
  known.set(records, all);
  const seen = all.get(key) ?? new SeenColumn();
  all.set(key, seen);
  return seen;
}

class SeenColumn {
  #pairs = new UserPairs();
  /** What is counted now: another column of values, or a row that was taken, and counting begins anew. */
  #values: DictionaryColumn | undefined;
  #taken = 0;
  #column = new DictionaryColumn();

  /** As it was when `step` last answered `true`; it never changes, and another one follows it. */
  get column(): DictionaryColumn {
    return this.#column;
  }

  /** Does a little of what is left to do; `true` when there is nothing left. Columns by path must be filled. */
  step({ count, times, copies }: Records, users: DictionaryColumn, values: DictionaryColumn): boolean {
    if (!users.folded.step() || !values.folded.step()) return false;
    if (this.#values !== values || this.#taken !== copies.takenCount) {
      this.#pairs = new UserPairs();
      this.#values = values;
      this.#taken = copies.takenCount;
    } else if (this.#column.length === count) return true;
    const pairs = this.#pairs;
    const end = Math.min(pairs.rowCount + stepRows, count);
    const foldedUsers = users.folded.array;
    const foldedValues = values.folded.array;
    for (let row = pairs.rowCount as RowIndex; row < end; row++) {
      if (copies.isTaken(row)) pairs.pass();
      else {
        const user = foldedUsers[users.codes[row] ?? noCode] ?? noCode;
        pairs.add(user, foldedValues[values.codes[row] ?? noCode] ?? noCode, times.array[row] ?? 0);
      }
    }
    if (end < count) return false;
    this.#column = pairs.marked(times.array);
    return true;
  }
}

/** Users by their code, where 0 is nobody. */
class UserPairs {
  readonly #pairs = new PairIndex<Code, Code>();
  readonly #pairOf = new Uint32List();
  readonly #firsts = new Float64List();
  readonly #counts = new Uint32List();
  readonly #since = new Float64List();
  readonly #valued = new Uint32List();

  get rowCount(): number {
    return this.#pairOf.length;
  }

  /** The next row is no record. */
  pass(): void {
    this.#pairOf.push(0);
  }

  /** The next row; both codes are of the first of values that are alike. */
  add(user: Code, value: Code, time: EpochMs): void {
    this.#pairOf.push(user === noCode ? 0 : this.#numberOf(user, value, time));
  }

  #numberOf(user: Code, value: Code, time: EpochMs): number {
    for (let next = this.#since.length; next <= user; next++) {
      this.#since.push(Number.POSITIVE_INFINITY);
      this.#valued.push(0);
    }
    const since = this.#since.array;
    const valued = this.#valued.array;
    since[user] = Math.min(since[user] ?? 0, time);
    if (value === noCode) return 0;
    valued[user] = (valued[user] ?? 0) + 1;
    const pair = this.#pairs.numberOf(user, value);
    if (pair === this.#counts.length) {
      this.#firsts.push(time);
      this.#counts.push(0);
    }
    const firsts = this.#firsts.array;
    const counts = this.#counts.array;
    firsts[pair] = Math.min(firsts[pair] ?? 0, time);
    counts[pair] = (counts[pair] ?? 0) + 1;
    return pair + 1;
  }

  /** `times` of the rows. */
  marked(times: ByRow<EpochMs>): DictionaryColumn {
    const column = new DictionaryColumn();
    const codeOf = (mark: SeenMark) => column.codeOfText(mark);
    const [isNew, isRare] = [codeOf('New'), codeOf('Rare')];
    const newUntil = new Float64Array(this.#pairs.size + 1);
    const later = new Uint32ArrayOf<Code>(this.#pairs.size + 1);
    for (let pair = 0; pair < this.#pairs.size; pair++) {
      const user = this.#pairs.firsts[pair] ?? noCode;
      const first = this.#firsts.array[pair] ?? 0;
      const count = this.#counts.array[pair] ?? 0;
      const isKnown = first - (this.#since.array[user] ?? 0) >= seenRules.knownForMs;
      newUntil[pair + 1] = isKnown ? first + seenRules.newForMs : Number.NEGATIVE_INFINITY;
      const isFew = count <= seenRules.rareRecords && count * 100 <= (this.#valued.array[user] ?? 0) * seenRules.rarePercent;
      later[pair + 1] = isFew ? isRare : noCode;
    }
    newUntil[0] = Number.NEGATIVE_INFINITY;
    const codes = new Uint32ArrayOf<Code>(this.rowCount);
    const pairOf = this.#pairOf.array;
    for (let row = 0 as RowIndex; row < codes.length; row++) {
      const pair = pairOf[row] ?? 0;
      codes[row] = (times[row] ?? 0) < (newUntil[pair] ?? 0) ? isNew : (later[pair] ?? noCode);
    }
    column.append(codes);
    return column;
  }
}
