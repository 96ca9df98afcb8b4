// The columns of a CSV file of records, in any generation of the export, by their names.

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { FieldKey } from '~/domain/catalogue/fields';
import type { FieldPlace } from '~/engine/apart/field-codes';
import type { CsvDialect } from './csv-rows';
import type { CellLayout } from './intake-plan';

export interface CsvColumns extends CsvDialect, CellLayout {
  readonly names: readonly string[];
  /** The same, but no two alike. */
  readonly cellNames: readonly string[];
}

interface NamedColumns extends CsvDialect {
  readonly names: readonly string[];
}

export function csvColumns({ names, delimiter, lineEnd }: NamedColumns): CsvColumns {
  const cellNames = names.map((name, i) => (names.indexOf(name) === i ? name : `${name} ${i + 1}`));
  const columns = new Map<FieldKey, number>();
  const places = new Map<FieldKey, readonly FieldPlace[]>();
  for (const field of columnFields) {
    // Scripts that read Graph write its own names.
    const known = field.graph ? [...field.csv, field.graph] : field.csv;
    const index = known.map((name) => indexOfName(names, name)).find((i) => i >= 0);
    if (index === undefined) continue;
    columns.set(field.key, index);
    places.set(field.key, [{ scope: 'cells', path: cellNames[index] ?? '' }]);
  }
  return { names, cellNames, delimiter, lineEnd, auditData: indexOfName(names, 'AuditData'), columns, places };
}

/** Whatever its case; -1 when it is not there. */
export function indexOfName(names: readonly string[], name: string): number {
  return names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
}
