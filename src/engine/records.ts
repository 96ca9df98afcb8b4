// Every record of the result set as a struct of arrays: row r of each array is one record. Rows are numbered in order of
// arrival and never move. Nothing of a record is kept as an object or a string.
//
//   row          0    1    2   ...
//   ids        [ 16 bytes each   ]     times   [ float64 each ]
//   columns    [ u32 code each   ] x fields of every record, each with its dictionary
//   raw        [ address, length, line ] into Blobs

import { columnFields } from '~/domain/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue';
import { displayText } from '~/domain/display';
import type { FieldRef } from '~/domain/fields';
import { recordTypeName } from '~/domain/record-types';
import { userTypes } from '~/domain/user-types';
import { Float64List } from '~/lib/bytes';
import { canonicalIp, isCanonicalV4 } from '~/lib/ip';
import { type ColumnRules, DictionaryColumn } from './dictionary-column';
import { IdIndex } from './id-index';
import { Orders } from './orders';
import { RawStore } from './raw-store';
import type { RowIndex } from './rows';

export class Records {
  readonly ids = new IdIndex();
  readonly times = new Float64List();
  readonly raw = new RawStore();
  readonly orders = new Orders();
  /** Fields of every record other than `time` and `id`, and columns by path once someone has asked for them. */
  readonly columns: Map<FieldRef, DictionaryColumn>;
  /** Rows whose raw text a byte search cannot be trusted with, ascending; see `spelling` in json-scan. */
  readonly unusual: RowIndex[] = [];

  constructor() {
    const inColumns = columnFields.filter((field) => field.key !== 'time' && field.key !== 'id');
    this.columns = new Map(inColumns.map((field) => [field.key, new DictionaryColumn(columnRules(field))]));
  }

  get count(): number {
    return this.times.length;
  }
}

/** What Graph says in place of members of an enumeration that its clients may not know; AuditData has the number. */
const unknownMember = 'unknownFutureValue';
const userTypeNames = new Map(userTypes.flatMap((name, i) => [[String(i), name] as const, [name.toLowerCase(), name] as const]));

function columnRules(field: ColumnField): ColumnRules {
  if (field.key === 'userType')
    return { normalise: (text) => userTypeNames.get(text.toLowerCase()) ?? text, vague: unknownMember };
  if (field.kind === 'ip') return { normalise: (text) => canonicalIp(text) ?? text, isNormal: isCanonicalV4 };
  if (field.kind === 'recordType') return { normalise: recordTypeName, vague: unknownMember };
  if (field.kind === 'operation') return { display: (value) => displayText(field.key, value) };
  return {};
}
