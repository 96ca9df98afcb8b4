import { type Catalogue, fieldOf, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Group, Grouping, GroupSort } from '~/domain/view/grouping';
import type { TimeZone } from '~/lib/time';
import type { DataColumn, DataSort } from '~/ui/grid/data-column';
import { timeColumns } from '~/ui/grid/data-columns';

/** One measure: how many different values of a further field there are. */
export type ViewGroup = Group<'distinct'>;
export type ViewGrouping = Grouping<'distinct'>;

/** What the address says of groups. */
export interface GroupsAsked {
  /** One field or two. */
  readonly by: readonly FieldRef[];
  readonly distinct: FieldRef;
}

export const largestFirst: DataSort = { column: 'count', descending: true };

/** `undefined` without a field to group by. */
export function groupingOf({ by: [first, second], distinct }: GroupsAsked, sort: DataSort): ViewGrouping | undefined {
  if (first === undefined) return undefined;
  return {
    by: second === undefined ? [first] : [first, second],
    measures: { distinct: { field: distinct } },
    sort: groupSort(sort),
  };
}

/** By the id of a column. */
function groupSort({ column, descending }: DataSort): GroupSort<'distinct'> {
  switch (column) {
    case 'first':
    case 'last':
      return { by: column, descending };
    case 'distinct':
      return { by: 'distinct', of: 'distinct', descending };
    case keyColumns[0]:
      return { by: 'key', of: 0, descending };
    case keyColumns[1]:
      return { by: 'key', of: 1, descending };
    default:
      return { by: 'count', descending };
  }
}

const keyColumns = ['key0', 'key1'];

/** Which field a column shows the value of; -1 for columns of numbers and times. */
export function keyIndex(columnId: string): number {
  return keyColumns.indexOf(columnId);
}

/** As they are copied and exported: numbers as programs read them. */
export function groupColumns(
  catalogue: Catalogue,
  { by, distinct }: GroupsAsked,
  zone: TimeZone,
): readonly DataColumn<ViewGroup>[] {
  const time = timeColumns<ViewGroup>(zone);
  return [
    ...by.map((field, index): DataColumn<ViewGroup> => {
      const { label, help, width } = fieldOf(catalogue, field);
      return {
        id: `key${index}`,
        label,
        help,
        width: Math.max(width, 220),
        text: ({ key }) => displayText(field, key[index] ?? ''),
      };
    }),
    {
      id: 'count',
      label: 'Records',
      help: 'How many records the group has, and their share of those that are looked at.',
      width: 120,
      isNumber: true,
      text: ({ count }) => String(count),
    },
    time('first', 'First', 'The earliest record of the group.', ({ first }) => first),
    time('last', 'Last', 'The latest record of the group.', ({ last }) => last),
    {
      id: 'distinct',
      label: `${labelOf(catalogue, distinct)} (distinct)`,
      help: 'How many different values the records of the group have.',
      width: 190,
      isNumber: true,
      text: ({ tallies }) => String(tallies.distinct.distinct),
    },
  ];
}
