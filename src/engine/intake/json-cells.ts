// A JSON object that holds AuditData, as cells: its AuditData, be that an object or a JSON text, and one cell for each field
// that the object itself says something about. Escapes are undone while copying, into one buffer that is reused for the next
// object: a record makes no strings. Knows the names of Graph's properties and of all generations of exported columns.

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue/catalogue';
import type { FieldKey } from '~/domain/catalogue/fields';
import type { FieldPlace } from '~/engine/apart/field-codes';
import { unwrapAuditData } from '~/engine/json/audit-data-cell';
import { listTextLimit, valueText, writeUnescaped } from '~/engine/json/json-text';
import { PathFinder } from '~/engine/json/path-finder';
import { encodeText } from '~/lib/bytes';
import type { Cells } from './cells';
import type { CellLayout } from './intake-plan';

/** A cell of a list or an object is cut short; a character takes three bytes at most. */
const cutCellBytes = listTextLimit * 3;
export const unitNames = ['AssociatedAdminUnitsNames', 'AssociatedAdminUnitNames'];

const namesOf = ({ csv, graph }: ColumnField) => (graph ? [...csv, graph] : csv);

export class JsonCells implements Cells, CellLayout {
  readonly auditData = 0;
  readonly columns: ReadonlyMap<FieldKey, number> = new Map(columnFields.map(({ key }, i) => [key, i + 1]));
  readonly places: ReadonlyMap<FieldKey, readonly FieldPlace[]> = new Map(
    columnFields.map((field) => [field.key, namesOf(field).map((path) => ({ scope: 'envelope', path }))]),
  );
  readonly unitNames = columnFields.length + 1;
  text = new Uint8Array(0);
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly cellCount = columnFields.length + 2;
  readonly #finder: PathFinder;
  /** For each cell the paths of which the first with a value counts. */
  readonly #paths: readonly (readonly number[])[];

  /** `auditData` is the property that holds AuditData. */
  constructor(auditData: string) {
    const inside = columnFields.map(namesOf);
    const paths: string[] = [];
    this.#paths = [[auditData], ...inside, unitNames].map((names) => names.map((name) => paths.push(name) - 1));
    this.#finder = new PathFinder(paths);
  }

  /** Whether the range is one JSON object. When it breaks off, what stands before the break counts. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const isObject = this.#finder.find(bytes, start, end);
    const longest = end - start + this.cellCount * cutCellBytes;
    if (this.text.length < longest) this.text = new Uint8Array(longest);
    let written = 0;
    for (let cell = 0; cell < this.cellCount; cell++) {
      const first = written;
      for (const path of this.#paths[cell] ?? []) if (written === first) written = this.#write(bytes, path, cell, written);
      this.starts[cell] = first;
      this.ends[cell] = written;
    }
    unwrapAuditData(this, this.auditData);
    return isObject;
  }

  /** Where AuditData stands in the bytes read last, its quotes included; both are 0 when it is not there. */
  get auditDataStart(): number {
    return this.auditDataEnd > 0 ? (this.#finder.slots[0] ?? 0) : 0;
  }

  get auditDataEnd(): number {
    return this.#finder.slots[1] ?? 0;
  }

  #write(bytes: Uint8Array, path: number, cell: number, at: number): number {
    const { text } = this;
    const start = this.#finder.slots[path * 2] ?? 0;
    const end = this.#finder.slots[path * 2 + 1] ?? 0;
    const first = bytes[start];
    // Not there, or null.
    if (end === 0 || first === 0x6e) return at;
    if (first === 0x22) return writeUnescaped(bytes, start + 1, end - 1, text, at);
    const isCut = cell !== this.auditData && (first === 0x5b || first === 0x7b);
    const raw = isCut ? encodeText(valueText(bytes, start, end)) : bytes.subarray(start, end);
    text.set(raw, at);
    return at + raw.length;
  }
}
