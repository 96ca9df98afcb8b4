// What views have in common, worked out once: which rows pass some filters, these in an order, and the search for a text. It is
// kept until records arrive or other address books are open, the last few of each, since whoever looks at records looks again at the same ones.

import type { Filter } from '~/domain/view/filter';
import type { SortKey } from '~/domain/view/result-view';
import type { RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { filterRows, keepRows } from '~/engine/questions/filter';
import { sortRows } from '~/engine/questions/sort';
import { TextHits } from '~/engine/questions/text-hits';
import { TextQuery } from '~/engine/questions/text-query';

/** 4 MB each at a million records. */
const kept = 8;

export class SharedWork {
  readonly #records: Records;
  readonly #passing = new Map<string, RowList>();
  readonly #ordered = new Map<string, RowList>();
  readonly #hits = new Map<string, TextHits>();
  #count = 0;
  #edition = 0;

  constructor(records: Records) {
    this.#records = records;
  }

  /** Rows that pass all filters, ascending. Not to be changed. Columns by path must be filled. */
  passing(filters: readonly Filter[]): RowList {
    return this.#keep(this.#passing, JSON.stringify(filters), () => {
      const last = filters.at(-1);
      return last
        ? keepRows(this.#records, this.passing(filters.slice(0, -1)), last)
        : filterRows(this.#records, [], this.#count);
    });
  }

  /** The same in the order of the sort keys. Not to be changed. */
  ordered(filters: readonly Filter[], sort: readonly SortKey[]): RowList {
    if (sort.length === 0) return this.passing(filters);
    return this.#keep(this.#ordered, JSON.stringify([filters, sort]), () => {
      const rows = this.passing(filters).slice();
      sortRows(this.#records, rows, sort);
      return rows;
    });
  }

  hits(text: string, filters: readonly Filter[]): TextHits {
    const end = this.#records.count;
    return this.#keep(this.#hits, JSON.stringify([filters, text]), () => {
      return new TextHits(this.#records, new TextQuery({ text }), this.passing(filters), end);
    });
  }

  #keep<Work>(all: Map<string, Work>, name: string, make: () => Work): Work {
    if (this.#count !== this.#records.count || this.#edition !== this.#records.edition) {
      for (const each of [this.#passing, this.#ordered, this.#hits]) each.clear();
      this.#count = this.#records.count;
      this.#edition = this.#records.edition;
    }
    const work = all.get(name) ?? make();
    all.delete(name);
    all.set(name, work);
    for (const oldest of all.keys()) if (all.size > kept) all.delete(oldest);
    return work;
  }
}
