// Which group each record is in, by the numbers of its values: what is looked up is numbers only.

import { firstGroupNumber, type GroupNumber, noGroup, noValue, type RowIndex, type ValueNumber } from '~/engine/columns/numbers';
import { PairIndex } from '~/engine/columns/pair-index';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';

/**
 * Numbers groups from 1, in the order in which their first records are asked about; 0 for records without a value in one of the
 * fields. Without fields all records are of one group.
 */
export function groupNumbers([first, ...others]: readonly RowValues[]): (row: RowIndex) => GroupNumber {
  if (!first) return () => firstGroupNumber;
  if (others.length === 0) return valueGroups(first);
  const [numbers, ...further] = [first, ...others].map((each) => each.numbers);
  const pairs = further.map((numbers) => ({ numbers, index: new PairIndex<number, ValueNumber>() }));
  return (row) => {
    let group: number = numbers?.[row] ?? noValue;
    if (group === 0) return noGroup;
    for (const { numbers, index } of pairs) {
      const value = numbers[row] ?? noValue;
      if (value === 0) return noGroup;
      group = index.numberOf(group, value) + 1;
    }
    return group as GroupNumber;
  };
}

/** Of a single field each value is a group: no pair has to be found. */
function valueGroups({ numbers, size }: RowValues): (row: RowIndex) => GroupNumber {
  const numberOf = new Uint32ArrayOf<GroupNumber>(size);
  let count = 0;
  return (row) => {
    const value = numbers[row] ?? noValue;
    if (value === 0) return noGroup;
    let group = numberOf[value] ?? noGroup;
    if (group === 0) {
      group = ++count as GroupNumber;
      numberOf[value] = group;
    }
    return group;
  };
}
