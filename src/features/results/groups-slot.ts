import type { FieldRef } from '~/domain/catalogue/fields';
import type { Narrowing } from '~/records/narrowing';
import type { GroupsSlot } from './record-slot';
import type { ResultParams } from './result-params';

interface Options extends Pick<GroupsSlot, 'gridRef' | 'cells' | 'record' | 'onStar' | 'onStep' | 'onRecord'> {
  readonly name: string;
  readonly fields: readonly FieldRef[];
  readonly params: ResultParams;
  onParams(change: Partial<ResultParams>, options: { readonly replace: boolean }): void;
}

/** Record by record. */
export const ungrouped = {
  group: undefined,
  show: undefined,
  groupSort: undefined,
  distinct: undefined,
} as const satisfies Partial<ResultParams>;
/** Message by message, with the room of the panel. */
export const messagesRead = {
  ...ungrouped,
  show: 'messagesRead',
  record: undefined,
  // They have many columns.
  panel: undefined,
} as const satisfies Partial<ResultParams>;

const nothing: readonly FieldRef[] = [];

/** What the address says of groups, and how it is changed. */
export function groupsSlot(narrowing: Narrowing, { name, fields, params, onParams, ...listed }: Options): GroupsSlot {
  const { group, groupSort, distinct } = params;
  return {
    ...narrowing,
    ...listed,
    name,
    fields,
    by: group ?? nothing,
    distinct,
    sort: groupSort,
    onBy: (by) => onParams(by.length === 0 ? ungrouped : { group: by, show: undefined, record: undefined }, { replace: false }),
    onDistinct: (field) => onParams({ distinct: field }, { replace: true }),
    onSort: (sort) => onParams({ groupSort: sort }, { replace: true }),
    onRecords: (filters) => onParams({ ...ungrouped, filters }, { replace: false }),
    isMessagesRead: params.show === 'messagesRead',
    onMessagesRead: () => onParams(messagesRead, { replace: false }),
  };
}
