// At which records of a kind something happens: at each, or where enough of them have come together. A window slides over those that
// have the same key, and ends at each of them.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { CorrelatedEvent, Gathering, Occurrence } from '~/domain/view/correlation';
import {
  type ByRow,
  firstRow,
  noValue,
  type RowIndex,
  type RowList,
  type ValueNumber,
  type WritableByRow,
} from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';
import { type RowsByKey, rowsByKey } from './rows-by-key';
import { type Window, windowFor } from './window';

const stepKeys = 1024;

export interface RowsOfKind extends Pick<CorrelatedEvent, 'by' | 'gathered'> {
  /** In the order of arrival. */
  readonly rows: RowList;
}

export function fieldsOfGathering({ gathered }: Pick<CorrelatedEvent, 'gathered'>): readonly FieldRef[] {
  return gathered ? [...gathered.by, ...fieldsOfOccurrence(gathered.has)] : [];
}

export function fieldsOfOccurrence(has: Occurrence): readonly FieldRef[] {
  return has.kind === 'values' ? [has.field] : [];
}

/** The kind of each row at which it happens, and no value for any other. `kindOf` counts kinds from 1. */
export async function eventsByRow(
  records: Records,
  kinds: readonly RowsOfKind[],
  kindOf: ByRow<ValueNumber>,
  valuesOf: (field: FieldRef) => RowValues,
  rest: () => Promise<void>,
): Promise<ByRow<ValueNumber>> {
  if (kinds.every(({ gathered }) => gathered === undefined)) return kindOf;
  const eventOf: WritableByRow<ValueNumber> = new Uint32ArrayOf<ValueNumber>(kindOf.length);
  for (const { gathered, rows } of kinds) {
    const happens = (row: RowIndex) => {
      eventOf[row] = kindOf[row] ?? noValue;
    };
    if (gathered) {
      const ordered = await rowsByKey(records, rows.slice(), gathered.by.map(valuesOf), rest);
      await slide(ordered, gathered, windowFor(gathered.has, kindOf, kinds.length, valuesOf), happens, rest);
    } else for (let i = 0; i < rows.length; i++) happens(rows[i] ?? firstRow);
    await rest();
  }
  return eventOf;
}

async function slide(
  { rows, times, starts }: RowsByKey,
  { withinMs }: Gathering,
  window: Window,
  happens: (row: RowIndex) => void,
  rest: () => Promise<void>,
): Promise<void> {
  for (let key = 0; key + 1 < starts.length; key++) {
    const end = starts[key + 1] ?? 0;
    let from = starts[key] ?? 0;
    for (let to = from; to < end; ) {
      const begin = to;
      const time = times[begin] ?? 0;
      for (; to < end && times[to] === time; to++) window.add(rows[to] ?? firstRow, to);
      for (; (times[from] ?? 0) < time - withinMs; from++) window.remove(rows[from] ?? firstRow);
      if (window.holds(from, to)) for (let at = begin; at < to; at++) happens(rows[at] ?? firstRow);
    }
    for (; from < end; from++) window.remove(rows[from] ?? firstRow);
    if (key % stepKeys === 0) await rest();
  }
}
