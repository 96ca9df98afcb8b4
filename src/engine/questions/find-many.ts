// Many texts looked for in all records at the same time: in the different values of each column, in what stands between them, and
// in what is displayed. From the values that hold them follow the records, in one walk over their codes.

import type { KeptRecords } from '~/engine/apart/kept-records';
import { partOf } from '~/engine/apart/search';
import type { Template } from '~/engine/apart/template';
import type { ValueColumn } from '~/engine/apart/value-column';
import { valuesHolding, valuesPerhapsHolding } from '~/engine/apart/value-search';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, firstRow, noCode, type RowIndex } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { GramSample } from '~/engine/kernel/run-finder';
import { Uint32List } from '~/lib/bytes';
import { ManyQueries } from './many-queries';
import { RowSet } from './row-set';
import type { TextQuery } from './text-query';
import { codeAt, mayStandInTime } from './text-search';

const rowsInStep = 16_384;

/** Whether it can be looked for together with others: nothing else has to be read than values, one by one. */
export function canBeFoundAmongMany(records: Records): (query: TextQuery) => boolean {
  const { edges } = records.kept;
  return (query) => ManyQueries.canBeOneOf(query) && !mayStandInTime(query.lower) && !partOf(query, edges).isAcross;
}

/** The rows below `end` in which each is found, in the order of the queries. `rest` is called every few milliseconds. */
export async function findMany(
  records: Records,
  all: readonly TextQuery[],
  end: number,
  rest: () => Promise<void>,
): Promise<readonly RowSet[]> {
  if (all.length === 0) return [];
  const queries = new ManyQueries(all, sampleOf(records.kept));
  const found = new FoundRows(all.length, end);
  const displayed = await displayedHits(records, queries, rest);
  const walks = await templateWalks(records.kept, queries, rest);
  for (let row = firstRow; row < end; row++) {
    found.row = row;
    const template = records.kept.template(row);
    const inTemplate = records.kept.rowIn(row);
    const { places, inAll, perhaps } = walks[template.number] ?? nowhere;
    for (const query of inAll) found.add(query);
    for (const { at, hits } of places) {
      const entry = hits.last[template.codes.code(inTemplate, at)];
      if (entry) hits.tell(entry, found.add);
    }
    if (perhaps?.[template.codes.code(inTemplate, 0)] === 1) {
      // How a record that is kept whole is written, only its format knows.
      const { bytes, format } = records.raw(row);
      queries.findIn(format.searchText(bytes, 0, bytes.length), found.add);
    }
    for (const { column, length, hits } of displayed) {
      const entry = row < length ? hits.last[column.codes[row] ?? noCode] : 0;
      if (entry) hits.tell(entry, found.add);
    }
    if (row % rowsInStep === rowsInStep - 1) await rest();
  }
  return found.sets;
}

/** The queries that each value holds, by the code of the value: chains of entries, of which 0 is none. */
class ValueHits {
  /** Of each code the entry that was added last; asked here, because most codes have none. */
  readonly last: Uint32Array;
  readonly #before = new Uint32List(16);
  readonly #queries = new Uint32List(16);

  constructor(size: number) {
    this.last = new Uint32Array(size);
    this.#before.push(0);
    this.#queries.push(0);
  }

  get isEmpty(): boolean {
    return this.#queries.length === 1;
  }

  add(code: number, query: number): void {
    this.#before.push(this.last[code] ?? 0);
    this.last[code] = this.#queries.length;
    this.#queries.push(query);
  }

  tell(last: number, take: (query: number) => void): void {
    for (let entry = last; entry !== 0; entry = this.#before.array[entry] ?? 0) take(this.#queries.array[entry] ?? 0);
  }
}

/** A row counts once for a query, wherever it is found in it. */
class FoundRows {
  readonly sets: readonly RowSet[];
  readonly #lastRow: Int32Array;
  row: RowIndex = firstRow;

  constructor(queries: number, end: number) {
    this.sets = Array.from({ length: queries }, () => new RowSet(end));
    this.#lastRow = new Int32Array(queries).fill(-1);
  }

  readonly add = (query: number): void => {
    if (this.#lastRow[query] === this.row) return;
    this.#lastRow[query] = this.row;
    this.sets[query]?.add(this.row);
  };
}

/** Where queries are found in records of a template. */
interface TemplateWalk {
  readonly places: readonly { readonly at: number; readonly hits: ValueHits }[];
  /** Those that stand between values, and so in all of them. */
  readonly inAll: readonly number[];
  /** Of records that are kept whole, which have to be read. */
  readonly perhaps?: Uint8Array;
}

const nowhere: TemplateWalk = { places: [], inAll: [] };

/** By the number of the template. */
async function templateWalks(
  kept: KeptRecords,
  queries: ManyQueries,
  rest: () => Promise<void>,
): Promise<readonly TemplateWalk[]> {
  const hitsOf = new Map<ValueColumn, ValueHits>();
  const inBetween = new Map<string, readonly number[]>();
  const betweenHits = (text: string) => {
    const known = inBetween.get(text);
    if (known) return known;
    const found: number[] = [];
    queries.findIn(text, (query) => found.push(query));
    inBetween.set(text, found);
    return found;
  };
  const walks: TemplateWalk[] = [];
  // More may come meanwhile, of records that nobody asked about.
  for (const template of [...kept.templates]) {
    if (template === kept.whole) {
      walks.push({ ...nowhere, perhaps: await whole(template, queries, rest) });
      continue;
    }
    const places: { at: number; hits: ValueHits }[] = [];
    for (const [at, { column }] of template.slots.entries()) {
      const hits = hitsOf.get(column) ?? (await columnHits(column, queries, rest));
      hitsOf.set(column, hits);
      if (!hits.isEmpty) places.push({ at, hits });
    }
    walks.push({ places, inAll: [...new Set(template.searched.flatMap(betweenHits))] });
    await rest();
  }
  return walks;
}

async function columnHits(column: ValueColumn, queries: ManyQueries, rest: () => Promise<void>): Promise<ValueHits> {
  const hits = new ValueHits(column.size);
  for (const _ of valuesHolding(column, queries, (code, query) => hits.add(code, query))) await rest();
  return hits;
}

async function whole({ slots }: Template, queries: ManyQueries, rest: () => Promise<void>): Promise<Uint8Array> {
  const [slot] = slots;
  const work = slot && valuesPerhapsHolding(slot.column, queries);
  for (let next = work?.next(); next; next = work?.next()) {
    if (next.done) return next.value;
    await rest();
  }
  return new Uint8Array(0);
}

interface DisplayedHits {
  readonly column: DictionaryColumn;
  /** Rows it had. */
  readonly length: number;
  readonly hits: ValueHits;
}

/** Found in what columns show. */
async function displayedHits(
  { columns }: Records,
  queries: ManyQueries,
  rest: () => Promise<void>,
): Promise<readonly DisplayedHits[]> {
  const found: DisplayedHits[] = [];
  for (const column of [...columns.values()]) {
    const { length, dictionary } = column;
    const hits = new ValueHits(dictionary.size);
    const { arena } = dictionary;
    let code = noCode;
    queries.find(arena, dictionary.start(dictionary.size), (p, number) => {
      const query = queries.all[number];
      if (!query) return;
      if (p < dictionary.start(code) || p >= dictionary.end(code)) code = codeAt(dictionary, p, 1 as Code);
      const [start, end] = [dictionary.keyStart(code), dictionary.end(code)];
      if (p < start || p + query.run.length > end) return;
      if (query.isSureAt(p, arena, start, end) || query.isInLower(dictionary.key(code))) hits.add(code, number);
    });
    if (!hits.isEmpty) found.push({ column, length, hits });
    await rest();
  }
  return found;
}

/** Of each column the beginning of what was filled first. */
const sampledBytes = 16 * 1024;

function sampleOf({ columns }: KeptRecords): GramSample {
  const sample = new GramSample();
  for (const column of columns)
    for (const { bytes, length } of column.chunks()) {
      sample.add(bytes, Math.min(length, sampledBytes));
      break;
    }
  return sample;
}
