// Where the values of all columns stand in the records of one layout.

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue/catalogue';
import { auditDataPath, type FieldKey, type FieldRef } from '~/domain/catalogue/fields';
import type { FieldPlace } from '~/engine/apart/field-codes';
import { PathFinder } from '~/engine/json/path-finder';
import { splitAlternatives } from '~/lib/json-path';

/** Which cell holds what; and where the same stands in records that are kept apart. */
export interface CellLayout {
  readonly auditData: number;
  readonly columns: ReadonlyMap<FieldKey, number>;
  readonly places: ReadonlyMap<FieldKey, readonly FieldPlace[]>;
}

/** A Graph record with its properties; AuditData alone; or AuditData in one cell and what is around it in others. */
export type RecordLayout = 'graph' | 'auditData' | CellLayout;

/** Where a value may stand: the number of a path (0 and up) or `~index` of a cell. Tried in order. */
export type Sources = readonly number[];

/** Where everything is looked for by a walk over the record. */
export interface FinderPlan {
  readonly finder: PathFinder;
  readonly id: Sources;
  readonly time: Sources;
  /** Where AuditData as a whole is looked for, of Graph records only. */
  readonly auditData: number;
  readonly columns: readonly Sources[];
  /** Who may stand behind a user without a name. */
  readonly actor: number;
  readonly userKey: number;
}

/** `refs` are the columns. */
export function finderPlan(refs: readonly FieldRef[], layout: RecordLayout): FinderPlan {
  const paths: string[] = [];
  const slotOf = (path: string) => paths.push(path) - 1;
  const slotInAuditData = (path: string) =>
    slotOf(layout !== 'graph' ? path : /^[.[]/.test(path) ? `auditData${path}` : `auditData.${path}`);
  const around = (field: ColumnField) => {
    if (layout === 'graph') return field.graph ? [slotOf(field.graph)] : [];
    const index = layout === 'auditData' ? undefined : layout.columns.get(field.key);
    return index === undefined ? [] : [~index];
  };
  const sourcesOf = (ref: FieldRef) => inOrder(ref, layout, slotInAuditData, around);
  return {
    auditData: slotOf('auditData'),
    id: sourcesOf('id'),
    time: sourcesOf('time'),
    columns: refs.map(sourcesOf),
    actor: slotInAuditData('Actor'),
    userKey: slotInAuditData('UserKey'),
    finder: new PathFinder(paths),
  };
}

/** Where a field stands in records that are kept apart. */
export function placesOf(ref: FieldRef, layout: RecordLayout): FieldPlace[] {
  const inAuditData = (path: string): FieldPlace => ({ scope: 'auditData', path });
  return inOrder(ref, layout, inAuditData, (field) => {
    if (layout === 'graph') return field.graph ? [{ scope: 'envelope', path: field.graph }] : [];
    return layout === 'auditData' ? [] : (layout.places.get(field.key) ?? []);
  });
}

/** AuditData says most and comes first, except where what is around it is the authority. */
function inOrder<Place>(
  ref: FieldRef,
  layout: RecordLayout,
  inAuditData: (path: string) => Place,
  around: (field: ColumnField) => readonly Place[],
): Place[] {
  const path = auditDataPath(ref);
  if (path !== undefined) return splitAlternatives(path).map(inAuditData);
  const field = columnFields.find(({ key }) => key === ref);
  if (!field) return [];
  const inside = field.paths.map(inAuditData);
  // Around it stand what the service calls the record, Graph's time with a zone, and the name of the record type, not its number.
  const isAuthority = ref === 'id' || ref === 'recordType' || (ref === 'time' && layout === 'graph');
  return isAuthority ? [...around(field), ...inside] : [...inside, ...around(field)];
}
