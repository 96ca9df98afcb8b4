// Every record of the set as a struct of arrays: row r of each array is one record. Rows are numbered in order of
// arrival and never move. Nothing of a record is kept as an object or a string.
//
//   row          0    1    2   ...
//   ids        [ 16 bytes each   ]     times   [ float64 each ]
//   columns    [ u32 code each   ] x fields of every record, each with its dictionary
//   raw        [ address, length, line ] into Blobs, and through them into the sources
//   fullness   [ u32 each        ]     copies  what came again, which may have taken the place of a row

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { recordTypeName } from '~/domain/catalogue/record-types';
import { userTypes } from '~/domain/catalogue/user-types';
import { isNobody } from '~/domain/record/person-behind';
import { RawStore } from '~/engine/raw/raw-store';
import { Float64List, Uint32List } from '~/lib/bytes';
import { canonicalIp, isCanonicalV4 } from '~/lib/ip';
import type { EpochMs } from '~/lib/time';
import { Copies } from './copies';
import { type ColumnRules, DictionaryColumn } from './dictionary-column';
import { IdIndex } from './id-index';
import type { Code, GrowingByRow, RowIndex } from './numbers';
import { Orders } from './orders';
import { SameRecord } from './same-record';

export class Records {
  readonly ids = new IdIndex();
  readonly times: GrowingByRow<EpochMs> = new Float64List();
  readonly raw = new RawStore();
  readonly orders = new Orders();
  /** Of two copies of a record that with the higher number is the record; see `fullnessOf`. */
  readonly fullness: GrowingByRow<number> = new Uint32List();
  readonly copies = new Copies();
  readonly same = new SameRecord(this);
  /** Fields of every record other than `time` and `id`, and columns by path once someone has asked for them. */
  readonly columns: Map<FieldRef, DictionaryColumn>;
  /** Rows whose raw text a byte search cannot be trusted with, ascending; see `spelling` in json-scan. */
  readonly unusual: RowIndex[] = [];
  /** What the record itself says of rows whose user was found behind it, as a code of that column. */
  readonly recordedUsers = new Map<RowIndex, Code>();

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
}

/** What Graph says in place of members of an enumeration that its clients may not know; AuditData has the number. */
const isVague = (text: string) => text === 'unknownFutureValue';
const userTypeNames = new Map(userTypes.flatMap((name, i) => [[String(i), name] as const, [name.toLowerCase(), name] as const]));

function columnRules(field: ColumnField): ColumnRules {
  if (field.key === 'userType') return { normalise: (text) => userTypeNames.get(text.toLowerCase()) ?? text, isVague };
  if (field.kind === 'ip') return { normalise: (text) => canonicalIp(text) ?? text, isNormal: isCanonicalV4 };
  if (field.kind === 'recordType') return { normalise: recordTypeName, isVague };
  if (field.kind === 'user') return { isVague: isNobody };
  if (field.kind === 'operation') return { display: (value) => displayText(field.key, value) };
  return {};
}
