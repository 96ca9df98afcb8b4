// One value of each record, from a field that depends on its kind: the user who signs in, the user who is given a role. Values of
// different fields are the same when their texts are, but for case; of each field, a text is made once for each value that occurs.

import { type ByRow, firstRow, noValue, type RowList, type ValueNumber, type WritableByRow } from '~/engine/columns/numbers';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';
import { inSteps } from './resting';

/** The rows of a kind, and what the field says of these. */
export interface ValuesOfKind {
  readonly rows: RowList;
  readonly values: RowValues;
}

/** `kindOf` says which kind a row is of, counted from 1. */
export async function commonValues(
  kinds: readonly ValuesOfKind[],
  kindOf: ByRow<number>,
  rest: () => Promise<void>,
): Promise<RowValues> {
  const [first, ...others] = kinds;
  if (first && others.every(({ values }) => values === first.values)) return first.values;
  const numberOf = new Map<string, ValueNumber>();
  const numbers: WritableByRow<ValueNumber> = new Uint32ArrayOf<ValueNumber>(kindOf.length);
  for (const { rows, values } of kinds) {
    const known = new Uint32ArrayOf<ValueNumber>(values.size);
    await inSteps(rows, rest, (from, to) => {
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? firstRow;
        const own = values.numbers[row] ?? noValue;
        if (own === noValue) continue;
        let number = known[own] ?? noValue;
        if (number === noValue) {
          const text = values.text(row).toLowerCase();
          number = numberOf.get(text) ?? ((numberOf.size + 1) as ValueNumber);
          numberOf.set(text, number);
          known[own] = number;
        }
        numbers[row] = number;
      }
    });
  }
  return { numbers, size: numberOf.size + 1, text: (row) => kinds[(kindOf[row] ?? 0) - 1]?.values.text(row) ?? '' };
}
