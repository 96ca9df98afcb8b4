// Which values of a column hold a text: its bytes are looked for in all of them at once, and values are read only where bytes do not
// tell. One text, or many of them in the same pass.

import { findAll } from '~/engine/kernel/find-all';
import type { ManyQueries } from '~/engine/questions/many-queries';
import type { TextQuery } from '~/engine/questions/text-query';
import type { ValueColumn } from './value-column';

const decodedInStep = 8192;

/** 1 for each code whose value holds the query, case aside; `undefined` when none does. Yields every few milliseconds. */
export function matchingValues(column: ValueColumn, query: TextQuery): Generator<void, Uint8Array | undefined> {
  return valuesWith(column, query, (code) => query.isIn(column.searchText(code)));
}

/** The same for values that may hold it, if they are read in the right way. */
export function candidateValues(column: ValueColumn, query: TextQuery): Generator<void, Uint8Array | undefined> {
  return valuesWith(column, query, () => true);
}

/** `holds` looks closer where bytes alone do not tell. */
function* valuesWith(
  column: ValueColumn,
  query: TextQuery,
  holds: (code: number) => boolean,
): Generator<void, Uint8Array | undefined> {
  let matching: Uint8Array | undefined;
  const take = (code: number) => {
    matching ??= new Uint8Array(column.size);
    matching[code] = 1;
  };
  if (query.run.length === 0) {
    for (let code = 1; code < column.size; code++) {
      if (holds(code)) take(code);
      if (code % decodedInStep === 0) yield;
    }
    return matching;
  }
  for (const code of column.unusualCodes) if (holds(code)) take(code);
  let code = 1;
  for (const { bytes, address, length } of column.chunks()) {
    // A hit may begin in one value and end in the next; of several in one value the first is enough.
    let known = 0;
    for (const p of findAll(query.run, bytes, 0, length)) {
      if (p < known) continue;
      code = column.codeAt(address + p, code);
      const start = column.start(code);
      const end = start + column.length(code);
      if (p + query.run.length > end) continue;
      if (query.isSureAt(p, bytes, start, end) || holds(code)) take(code);
      known = end;
    }
    yield;
  }
  return matching;
}

/** Tells of each value that holds one of the queries, by the number of the query. Yields every few milliseconds. */
export function* valuesHolding(
  column: ValueColumn,
  queries: ManyQueries,
  take: (code: number, query: number) => void,
): Generator<void, void> {
  yield* unusualValues(column, (code) => queries.findIn(column.searchText(code), (query) => take(code, query)));
  yield* hitsInValues(column, queries, (code, query, isSure) => {
    if (isSure || queries.all[query]?.isIn(column.searchText(code))) take(code, query);
  });
}

/** The same of values that may hold one of them, if they are read in the right way: 1 for each. */
export function* valuesPerhapsHolding(column: ValueColumn, queries: ManyQueries): Generator<void, Uint8Array> {
  const perhaps = new Uint8Array(column.size);
  const take = (code: number) => {
    perhaps[code] = 1;
  };
  yield* unusualValues(column, take);
  yield* hitsInValues(column, queries, take);
  return perhaps;
}

function* unusualValues(column: ValueColumn, look: (code: number) => void): Generator<void, void> {
  for (const [at, code] of column.unusualCodes.entries()) {
    look(code);
    if (at % decodedInStep === decodedInStep - 1) yield;
  }
}

/** Once for each value and query. `isSure`: the bytes tell that the value holds it. */
function* hitsInValues(
  column: ValueColumn,
  queries: ManyQueries,
  look: (code: number, query: number, isSure: boolean) => void,
): Generator<void, void> {
  const lastCodes = new Uint32Array(queries.all.length);
  for (const { bytes, address, length } of column.chunks()) {
    let code = 0;
    let start = 0;
    let end = 0;
    queries.find(bytes, length, (p, number) => {
      const query = queries.all[number];
      if (!query) return;
      if (p < start || p >= end) {
        code = column.codeAt(address + p, 1);
        start = column.start(code);
        end = start + column.length(code);
      }
      if (p + query.run.length > end || lastCodes[number] === code) return;
      lastCodes[number] = code;
      look(code, number, query.isSureAt(p, bytes, start, end));
    });
    yield;
  }
}
