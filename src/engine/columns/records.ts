// Every record of the set as a struct of arrays: row r of each array is one record. Rows are numbered in order of
// arrival and never move. Nothing of a record is kept as an object or a string.
//
//   row          0    1    2   ...
//   ids        [ 16 bytes each   ]     times   [ float64 each ]
//   columns    [ u32 code each   ] x fields of every record, each with its dictionary
//   kept       what the record was, as its template and the codes of its values
//   origins    [ line each       ]     fullness [ u32 each ]      copies  what came again, which may have taken the place of a row

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { recordTypeWords } from '~/domain/catalogue/record-types';
import { userTypes } from '~/domain/catalogue/user-types';
import { isNobody } from '~/domain/record/person-behind';
import { KeptRecords } from '~/engine/apart/kept-records';
import type { RecordFormat } from '~/engine/apart/record-format';
import { writeSpelled } from '~/engine/apart/spelling';
import type { AuditDataSpelling } from '~/engine/apart/template';
import { type ByteList, Float64List, Uint32List } from '~/lib/bytes';
import { canonicalIp, isCanonicalV4 } from '~/lib/ip';
import { viewOf } from '~/lib/runs';
import type { EpochMs } from '~/lib/time';
import { Copies } from './copies';
import { type ColumnRules, DictionaryColumn } from './dictionary-column';
import { IdIndex } from './id-index';
import type { Code, GrowingByRow, RowIndex } from './numbers';
import { OpenBooks } from './open-books';
import { Orders } from './orders';
import { Origins } from './origins';
import { SameRecord } from './same-record';

export class Records {
  readonly ids = new IdIndex();
  readonly times: GrowingByRow<EpochMs> = new Float64List();
  readonly kept = new KeptRecords();
  readonly origins = new Origins();
  readonly orders = new Orders();
  /** Of two copies of a record that with the higher number is the record; see `fullnessOf`. */
  readonly fullness: GrowingByRow<number> = new Uint32List();
  readonly copies = new Copies();
  readonly same = new SameRecord(this);
  /** Fields of every record other than `time` and `id`, and columns by path once someone has asked for them. */
  readonly columns: Map<FieldRef, DictionaryColumn>;
  /** What the record itself says of rows whose user was found behind it, as a code of that column. */
  readonly recordedUsers = new Map<RowIndex, Code>();
  readonly books = new OpenBooks();
  #edition = 0;

  constructor() {
    const inColumns = columnFields.filter((field) => field.key !== 'time' && field.key !== 'id');
    this.columns = new Map(inColumns.map((field) => [field.key, new DictionaryColumn(columnRules(field))]));
  }

  /** Of rows: the row that comes next. */
  get count(): RowIndex {
    // Every row has a time, in the order of arrival.
    return this.times.length as RowIndex;
  }

  /** Of records: rows that were taken by a fuller copy do not count. */
  get liveCount(): number {
    return this.times.length - this.copies.takenCount;
  }

  /** Another one when columns say something else of the same records. */
  get edition(): number {
    return this.#edition;
  }

  /** What was worked out from a column that is another one now. */
  forgetWhatFollowed(): void {
    this.#edition++;
    this.orders.clear();
  }

  /** A record as it came. */
  raw(row: RowIndex): RawBytes {
    return { bytes: this.kept.read(row), format: this.origins.format(row) };
  }

  /** Writes AuditData as it came, in a spelling of choice; `false` when the record has none. */
  writeAuditData(row: RowIndex, spelling: AuditDataSpelling, to: ByteList): boolean {
    const template = this.kept.template(row);
    if (template.auditData) template.writeAuditData(this.kept.rowIn(row), spelling, to);
    else {
      const { bytes, format } = this.raw(row);
      const auditData = format.auditData(bytes, 0, bytes.length);
      if (!auditData) return false;
      writeSpelled(spelling, viewOf(auditData.bytes), auditData.start, auditData.end, to);
    }
    return true;
  }
}

export interface RawBytes {
  readonly bytes: Uint8Array;
  readonly format: RecordFormat;
}

/** What Graph says in place of members of an enumeration that its clients may not know; AuditData has the number. */
const isVague = (text: string) => text === 'unknownFutureValue';
const userTypeNames = new Map(userTypes.flatMap((name, i) => [[String(i), name] as const, [name.toLowerCase(), name] as const]));

function columnRules(field: ColumnField): ColumnRules {
  if (field.key === 'userType') return { normalise: (text) => userTypeNames.get(text.toLowerCase()) ?? text, isVague };
  if (field.kind === 'ip') return { normalise: (text) => canonicalIp(text) ?? text, isNormal: isCanonicalV4 };
  if (field.kind === 'recordType') return { normalise: recordTypeWords, isVague };
  if (field.kind === 'user') return { isVague: isNobody };
  if (field.kind === 'operation') return { display: (value) => displayText(field.key, value) };
  return {};
}
