// Finds the stretches of time in which records of one key mean something together. Works on numbers only: filters leave few of the
// records, these are put in order once, and a window slides over those of each key. Texts are made for the stretches that are told.
//
//   view ─ filters ─► rows of each kind ─ by ─► key of each row ─ sort ─► rows by key and time ─ window ─► stretches
//                            └─ gathered ─► rows that are events ─────────────────────────────────────┘

import type { Correlated, CorrelatedEvent, Correlation, Correlations } from '~/domain/view/correlation';
import {
  type ByRow,
  firstRow,
  type RowIndex,
  type RowList,
  type ValueNumber,
  type WritableByRow,
} from '~/engine/columns/numbers';
import { compareByCodePoint } from '~/engine/columns/ranks';
import type { Records } from '~/engine/columns/records';
import { type RowValues, valuesOfFields } from '~/engine/columns/row-values';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import { commonValues } from './common-values';
import { keepRows, prepareFilters, without } from './filter';
import { eventsByRow, fieldsOfGathering, fieldsOfOccurrence, type RowsOfKind } from './gathered-events';
import { inOrderOfArrival } from './in-order-of-arrival';
import { resting } from './resting';
import { type RowsByKey, rowsByKey } from './rows-by-key';
import { type Window, windowFor } from './window';

const stretchesAtOnce = 1000;
const stepKeys = 1024;

/** Rows that take part. */
interface Kinds {
  /** In the order of arrival. */
  readonly kinds: readonly RowsOfKind[];
  /** Counted from 1, so that a kind counts as a value, too. */
  readonly kindOf: ByRow<ValueNumber>;
  /** Those of the first kind, then those of the second, and so on. */
  readonly rows: RowList;
}

/** `view` are rows below `end` in any order. `pause` lets requests in, and rejects when nobody waits any longer. */
export async function correlateRows(
  records: Records,
  view: RowList,
  end: number,
  { events, withinMs, has }: Correlation,
  limit: number,
  pause: () => Promise<void>,
): Promise<Correlations> {
  await pause();
  const rest = resting(pause);
  const all = inOrderOfArrival(view, end);
  await prepareFilters(
    records,
    events.map(({ filter }) => [filter]),
    all,
    end,
    pause,
  );
  const { kinds, kindOf, rows } = await rowsByKind(records, all, end, events, rest);
  const fields = [...events.flatMap((event) => [...event.by, ...fieldsOfGathering(event)]), ...fieldsOfOccurrence(has)];
  const valuesOf = await valuesOfFields(records, fields, rows, end, rest);
  const keys: RowValues[] = [];
  for (const place of events[0]?.by.keys() ?? []) {
    const values = kinds.flatMap(({ by, rows }) =>
      by.slice(place, place + 1).map((field) => ({ rows, values: valuesOf(field) })),
    );
    keys.push(await commonValues(values, kindOf, rest));
  }
  const eventOf = await eventsByRow(records, kinds, kindOf, valuesOf, rest);
  const ordered = await rowsByKey(records, rows, keys, rest);
  const stretches = await slide(ordered, withinMs, windowFor(has, eventOf, events.length, valuesOf), rest);
  return { count: stretches.froms.length, found: latest(ordered, stretches, keys, Math.min(limit, stretchesAtOnce)) };
}

async function rowsByKind(
  records: Records,
  all: RowList,
  end: number,
  events: readonly CorrelatedEvent[],
  rest: () => Promise<void>,
): Promise<Kinds> {
  const kinds: Kinds['kinds'][number][] = [];
  const kindOf: WritableByRow<ValueNumber> = new Uint32ArrayOf<ValueNumber>(end);
  const rows = new Uint32ArrayOf<RowIndex>(all.length);
  let count = 0;
  let left = all;
  let passing: RowList | undefined;
  for (const { filter, by, gathered } of events) {
    if (passing) left = without(left, passing);
    passing = keepRows(records, left, filter);
    rows.set(passing, count);
    count += passing.length;
    // A value of its own sort: which kind it is, from 1.
    const kind = kinds.push({ by, gathered, rows: passing }) as ValueNumber;
    for (let i = 0; i < passing.length; i++) kindOf[passing[i] ?? firstRow] = kind;
    await rest();
  }
  return { kinds, kindOf, rows: rows.subarray(0, count) };
}

/** Where each stretch begins, and behind what it ends. */
interface Stretches {
  readonly froms: Uint32List;
  readonly tos: Uint32List;
}

async function slide(
  { rows, times, starts }: RowsByKey,
  withinMs: number,
  window: Window,
  rest: () => Promise<void>,
): Promise<Stretches> {
  const froms = new Uint32List();
  const tos = new Uint32List();
  let behindLast = 0;
  for (let key = 0; key + 1 < starts.length; key++) {
    const end = starts[key + 1] ?? 0;
    let from = starts[key] ?? 0;
    let to = from;
    while (from < end) {
      const time = times[from] ?? 0;
      for (; to < end && (times[to] ?? 0) <= time + withinMs; to++) window.add(rows[to] ?? firstRow, to);
      if (window.holds(from, to)) {
        // Windows end in the order in which they begin: only the last stretch can share records with this one.
        if (from < behindLast) tos.array[tos.length - 1] = to;
        else {
          froms.push(from);
          tos.push(to);
        }
        behindLast = to;
      }
      do window.remove(rows[from++] ?? firstRow);
      while (from < to && times[from] === time);
    }
    if (key % stepKeys === 0) await rest();
  }
  return { froms, tos };
}

/** The first so many in their order. */
function latest({ rows, times }: RowsByKey, { froms, tos }: Stretches, keys: readonly RowValues[], limit: number): Correlated[] {
  const count = froms.length;
  const ends = Float64Array.from({ length: count }, (_, i) => times[(tos.array[i] ?? 0) - 1] ?? 0);
  const earliest = limit < count ? (ends.slice().sort()[count - limit] ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  const found: Correlated[] = [];
  for (let i = 0; i < count; i++) {
    const to = ends[i] ?? 0;
    // Those that end at one time stand by their keys, which only texts tell.
    if (to < earliest) continue;
    const from = froms.array[i] ?? 0;
    const row = rows[from] ?? firstRow;
    const key = keys.map((values) => values.text(row));
    found.push({ key, from: times[from] ?? 0, to, count: (tos.array[i] ?? 0) - from });
  }
  return found.sort((a, b) => b.to - a.to || compareKeys(a.key, b.key)).slice(0, limit);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  return a.reduce((order, text, at) => order || compareByCodePoint(text.toLowerCase(), (b[at] ?? '').toLowerCase()), 0);
}
