// What is true of the records in a window that slides over those of a key, in the order of time: each comes in once and goes out
// once, and nothing is looked at again.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Occurrence } from '~/domain/view/correlation';
import { type ByRow, noValue, type RowIndex, type ValueNumber } from '~/engine/columns/numbers';
import type { RowValues } from '~/engine/columns/row-values';

/**
 * Records come in by time, those of one time by kind, and go out in the same order. A position is how many came in before, those of
 * other keys included.
 */
export interface Window {
  add(row: RowIndex, position: number): void;
  remove(row: RowIndex): void;
  /** Of the records from one position to before another, which are all that are in. */
  holds(from: number, to: number): boolean;
}

/** `kindOf`: of which kind it is an event, counted from 1 to `kinds`; 0 where it is none. */
export function windowFor(
  has: Occurrence,
  kindOf: ByRow<ValueNumber>,
  kinds: number,
  valuesOf: (field: FieldRef) => RowValues,
): Window {
  switch (has.kind) {
    case 'count':
      return { add: () => {}, remove: () => {}, holds: (from, to) => isBetween(to - from, has) };
    case 'values':
      return new ValuesWindow(valuesOf(has.field), has);
    case 'each':
      return has.inOrder
        ? new SequenceWindow(kindOf, kinds)
        : new ValuesWindow({ numbers: kindOf, size: kinds + 1 }, { atLeast: kinds });
  }
}

interface Bounds {
  readonly atLeast: number;
  readonly atMost?: number;
}

function isBetween(count: number, { atLeast, atMost = Number.POSITIVE_INFINITY }: Bounds): boolean {
  return count >= atLeast && count <= atMost;
}

class ValuesWindow implements Window {
  readonly #numbers: ByRow<ValueNumber>;
  readonly #bounds: Bounds;
  /** By value. */
  readonly #counts: Uint32Array;
  #distinct = 0;

  constructor({ numbers, size }: Pick<RowValues, 'numbers' | 'size'>, bounds: Bounds) {
    this.#numbers = numbers;
    this.#counts = new Uint32Array(size);
    this.#bounds = bounds;
  }

  add(row: RowIndex): void {
    const value = this.#numbers[row] ?? noValue;
    if (value === noValue) return;
    const count = this.#counts[value] ?? 0;
    this.#counts[value] = count + 1;
    if (count === 0) this.#distinct++;
  }

  remove(row: RowIndex): void {
    const value = this.#numbers[row] ?? noValue;
    if (value === noValue) return;
    const count = this.#counts[value] ?? 0;
    this.#counts[value] = count - 1;
    if (count === 1) this.#distinct--;
  }

  holds(): boolean {
    return isBetween(this.#distinct, this.#bounds);
  }
}

/** A window has a sequence of all kinds when the one that begins last, of those that have ended, begins in it. */
class SequenceWindow implements Window {
  readonly #kindOf: ByRow<number>;
  /** By kind: where the last sequence begins that goes from the first kind to this one. */
  readonly #begins: Float64Array;

  constructor(kindOf: ByRow<number>, kinds: number) {
    this.#kindOf = kindOf;
    this.#begins = new Float64Array(kinds + 1).fill(Number.NEGATIVE_INFINITY);
  }

  add(row: RowIndex, position: number): void {
    const kind = this.#kindOf[row] ?? 0;
    if (kind === 0) return;
    this.#begins[kind] = kind === 1 ? position : (this.#begins[kind - 1] ?? 0);
  }

  remove(): void {
    // What began before the window is too early by its position.
  }

  holds(from: number): boolean {
    return (this.#begins[this.#begins.length - 1] ?? 0) >= from;
  }
}
