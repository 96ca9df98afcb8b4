// Counts occasions: records of a group that are alike in some fields count once until so long after the first of them, whatever
// order they arrive in. A key is a group with one value of each field; the times of each key are put together, then in order.
//
//   key   number of (group, value, value...)      times of key k   sorted[starts[k] .. starts[k + 1])

import {
  type ByGroup,
  type ByRow,
  firstGroup,
  firstRow,
  type GroupIndex,
  noValue,
  type RowIndex,
  type ValueNumber,
} from '~/engine/columns/numbers';
import { PairIndex } from '~/engine/columns/pair-index';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32List } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';

const stepKeys = 16_384;

/** `keys` are of what was made of the fields before, and at first of the group, with the value of this one. */
interface FieldKeys {
  readonly numbers: ByRow<ValueNumber>;
  readonly keys: PairIndex<number, ValueNumber>;
}

export class Occasions {
  readonly #withinMs: number;
  readonly #times: ByRow<EpochMs>;
  readonly #fields: readonly FieldKeys[];
  readonly #groupOfKey = new Uint32List<GroupIndex>();
  readonly #rows = new Uint32List<RowIndex>();
  readonly #keyOf = new Uint32List();

  constructor(times: ByRow<EpochMs>, of: readonly RowValues[], withinMs: number) {
    this.#times = times;
    this.#fields = of.map(({ numbers }) => ({ numbers, keys: new PairIndex() }));
    this.#withinMs = withinMs;
  }

  add(group: GroupIndex, row: RowIndex): void {
    let key: number = group;
    for (const { numbers, keys } of this.#fields) key = keys.numberOf(key, numbers[row] ?? noValue);
    if (key === this.#groupOfKey.length) this.#groupOfKey.push(group);
    this.#rows.push(row);
    this.#keyOf.push(key);
  }

  /** Of all that was added. */
  async count(groupCount: number, rest: () => Promise<void>): Promise<ByGroup<number>> {
    const counts: ByGroup<number> = new Uint32Array(groupCount);
    const { starts, sorted } = this.#timesByKey();
    const groups = this.#groupOfKey;
    for (let key = 0; key < groups.length; key++) {
      const group = groups.array[key] ?? firstGroup;
      const times = sorted.subarray(starts[key], starts[key + 1]);
      counts[group] = (counts[group] ?? 0) + countApart(times, this.#withinMs);
      if (key % stepKeys === 0) await rest();
    }
    return counts;
  }

  #timesByKey(): { readonly starts: Uint32Array; readonly sorted: Float64Array<ArrayBuffer> } {
    const { length } = this.#rows;
    const rows = this.#rows.array;
    const keyOf = this.#keyOf.array;
    const starts = new Uint32Array(this.#groupOfKey.length + 1);
    for (let i = 0; i < length; i++) {
      const behind = (keyOf[i] ?? 0) + 1;
      starts[behind] = (starts[behind] ?? 0) + 1;
    }
    for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
    const next = starts.slice();
    const sorted = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const key = keyOf[i] ?? 0;
      const at = next[key] ?? 0;
      next[key] = at + 1;
      sorted[at] = this.#times[rows[i] ?? firstRow] ?? 0;
    }
    return { starts, sorted };
  }
}

/** How many there are when what follows one within that time belongs to it. Sorts them. */
function countApart(times: Float64Array<ArrayBuffer>, withinMs: number): number {
  times.sort();
  let count = 0;
  let since: EpochMs = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time - since < withinMs) continue;
    since = time;
    count++;
  }
  return count;
}
