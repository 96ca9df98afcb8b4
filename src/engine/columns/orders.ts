// The order of the whole set by a field, kept from the last time it was worked out until records arrive. Looking at the same
// records by the same field again, or at a part of them, then takes a copy and no sort. 4 MB per field and direction at a
// million records, at most sixteen of them.

import type { SortKey } from '~/domain/view/result-view';
import { firstRow, type RowList, type WritableByRow } from './numbers';

const kept = 16;

export class Orders {
  readonly #orders = new Map<string, RowList>();
  #count = 0;

  /** Puts `rows`, which must be ascending, into the kept order; `false`, and nothing changes, when it is not known. */
  apply(key: SortKey, rows: RowList, count: number): boolean {
    const order = count === this.#count ? this.#orders.get(nameOf(key)) : undefined;
    // Walking the whole order for a few rows costs more than sorting them.
    if (!order || rows.length * 16 < count) return false;
    if (rows.length === order.length) rows.set(order);
    else pick(order, rows, count);
    return true;
  }

  /** They were of columns that say something else now. */
  clear(): void {
    this.#orders.clear();
  }

  /** Keeps a sorted whole set, all of it below `count`. */
  keep(key: SortKey, rows: RowList, count: number): void {
    if (count !== this.#count) this.#orders.clear();
    this.#count = count;
    const name = nameOf(key);
    this.#orders.delete(name);
    this.#orders.set(name, rows.slice());
    for (const oldest of this.#orders.keys()) if (this.#orders.size > kept) this.#orders.delete(oldest);
  }
}

function nameOf({ field, descending }: SortKey): string {
  return `${descending ? '-' : '+'}${field}`;
}

function pick(order: RowList, rows: RowList, count: number): void {
  const wanted: WritableByRow<number> = new Uint8Array(count);
  for (let i = 0; i < rows.length; i++) wanted[rows[i] ?? firstRow] = 1;
  for (let i = 0, to = 0; to < rows.length; i++) {
    const row = order[i] ?? firstRow;
    if (wanted[row] === 1) rows[to++] = row;
  }
}
