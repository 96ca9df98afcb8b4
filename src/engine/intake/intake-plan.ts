// Where the values of all columns are looked for in the records of one layout.

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue/catalogue';
import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import type { Records } from '~/engine/columns/records';
import { PathFinder } from '~/engine/json/path-finder';
import { splitAlternatives } from '~/lib/json-path';
import type { CellLayout } from './json-cells';

/** A Graph record with its properties; AuditData alone; or AuditData in one cell and what is around it in others. */
export type RecordLayout = 'graph' | 'auditData' | CellLayout;

/** Where a value may stand: the number of a path (0 and up) or `~index` of a cell. Tried in order. */
export type Sources = readonly number[];

/** Where everything is looked for. */
export interface IntakePlan {
  readonly finder: PathFinder;
  readonly id: Sources;
  readonly time: Sources;
  /** Where AuditData as a whole is looked for, of Graph records only. */
  readonly auditData: number;
  readonly columns: readonly {
    readonly column: DictionaryColumn;
    readonly sources: Sources;
    readonly people: People | undefined;
  }[];
}

/** Who may stand behind a user without a name. */
export interface People {
  readonly actor: number;
  readonly userKey: number;
}

export function planFor({ columns }: Records, layout: RecordLayout): IntakePlan {
  const paths: string[] = [];
  const slotOf = (path: string) => paths.push(path) - 1;
  const slotInAuditData = (path: string) =>
    slotOf(layout !== 'graph' ? path : /^[.[]/.test(path) ? `auditData${path}` : `auditData.${path}`);
  const sources = new Map<FieldRef, Sources>();
  for (const field of columnFields) {
    const inAuditData = field.paths.map(slotInAuditData);
    sources.set(field.key, inOrder(field, inAuditData, envelopeSource(field, layout, slotOf)));
  }
  for (const ref of columns.keys()) {
    const text = auditDataPath(ref);
    if (text !== undefined) sources.set(ref, splitAlternatives(text).map(slotInAuditData));
  }
  const auditData = slotOf('auditData');
  const people = { actor: slotInAuditData('Actor'), userKey: slotInAuditData('UserKey') };
  return {
    finder: new PathFinder(paths),
    auditData,
    id: sources.get('id') ?? [],
    time: sources.get('time') ?? [],
    columns: Array.from(columns, ([ref, column]) => ({
      column,
      sources: sources.get(ref) ?? [],
      people: ref === 'user' ? people : undefined,
    })),
  };
}

function envelopeSource(field: ColumnField, layout: RecordLayout, slotOf: (path: string) => number): number[] {
  if (layout === 'graph') return field.graph ? [slotOf(field.graph)] : [];
  const index = layout === 'auditData' ? undefined : layout.columns.get(field.key);
  return index === undefined ? [] : [~index];
}

/** AuditData says most and comes first, except where the envelope is the authority. */
function inOrder(field: ColumnField, inAuditData: number[], envelope: number[]): number[] {
  // The envelope's id is what the service calls the record; Graph's time has a zone; its record type is a name, not a number.
  const envelopeFirst =
    field.key === 'id' || field.key === 'recordType' || (field.key === 'time' && envelope.some((source) => source >= 0));
  return envelopeFirst ? [...envelope, ...inAuditData] : [...inAuditData, ...envelope];
}
