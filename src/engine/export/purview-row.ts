// A record as a row of Purview's export. Of fields whose values repeat a cell is written once for each value; AuditData is put
// together in the spelling of a cell, and nothing is parsed.

import type { FieldKey } from '~/domain/catalogue/fields';
import { findRecordType } from '~/domain/catalogue/record-types';
import { FieldCodes } from '~/engine/apart/field-codes';
import { DictionaryColumn } from '~/engine/columns/dictionary-column';
import type { RowIndex } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { type ByteList, encodeText } from '~/lib/bytes';
import { csvCell } from '~/lib/csv';
import { TextOfCode } from './text-of-code';

const comma = 0x2c;
const quote = 0x22;
const lineEnd = encodeText('\r\n');
const isUnitNames = (name: string) => /^AssociatedAdminUnits?Names$/i.test(name);

/** As Purview writes a record type. */
export function recordTypeNumber(value: string): string {
  return String(findRecordType(value)?.value ?? value);
}

export class PurviewRow {
  readonly #records: Records;
  readonly #recordType: TextOfCode;
  readonly #operation: TextOfCode;
  readonly #user: TextOfCode;
  readonly #units: TextOfCode;
  /** What only exported files have. */
  readonly #unitNames = new DictionaryColumn();
  readonly #unitNameCells: TextOfCode;
  readonly #unitNameCodes: FieldCodes;

  constructor(records: Records) {
    this.#records = records;
    const cells = (field: FieldKey) => new TextOfCode(records.columns.get(field), csvCell);
    this.#recordType = new TextOfCode(records.columns.get('recordType'), (value) => csvCell(recordTypeNumber(value)));
    this.#operation = cells('operation');
    this.#user = cells('user');
    this.#units = cells('adminUnits');
    this.#unitNameCells = new TextOfCode(this.#unitNames, csvCell);
    const places = (['cells', 'envelope'] as const).flatMap((scope) =>
      Array.from(records.kept.properties(scope), ({ name }) => name)
        .filter(isUnitNames)
        .map((path) => ({ scope, path })),
    );
    this.#unitNameCodes = new FieldCodes(this.#unitNames, places);
  }

  write(row: RowIndex, to: ByteList): void {
    const { ids, times, recordedUsers } = this.#records;
    to.append(encodeText(`${csvCell(ids.text(row))},${new Date(times.array[row] ?? 0).toISOString()},`));
    to.append(this.#recordType.of(row));
    to.appendByte(comma);
    to.append(this.#operation.of(row));
    to.appendByte(comma);
    to.append(this.#user.of(row, recordedUsers.get(row)));
    to.appendByte(comma);
    this.#writeAuditData(row, to);
    to.appendByte(comma);
    to.append(this.#units.of(row));
    to.appendByte(comma);
    to.append(this.#unitNamesOf(row));
    to.append(lineEnd);
  }

  #writeAuditData(row: RowIndex, to: ByteList): void {
    const before = to.length;
    to.appendByte(quote);
    if (this.#records.writeAuditData(row, 'inCell', to)) to.appendByte(quote);
    else to.length = before;
  }

  #unitNamesOf(row: RowIndex): Uint8Array {
    const { kept } = this.#records;
    const template = kept.template(row);
    if (template === kept.whole) {
      const { bytes, format } = this.#records.raw(row);
      return encodeText(csvCell(format.adminUnitNames(bytes, 0, bytes.length)));
    }
    const rowIn = kept.rowIn(row);
    return this.#unitNameCells.ofCode(this.#unitNameCodes.of(template, template.codes.chunk(rowIn), template.codes.base(rowIn)));
  }
}
