// Columns of fields that follow from what another column says: worked out once for each different value, and for each row as far
// as there are rows when somebody asks. The text search does not look at them: nothing of this stands in a record.

import { derivations } from '~/domain/catalogue/derived-fields';
import { type DerivedKey, type FieldRef, isDerivedKey, isSeenKey } from '~/domain/catalogue/fields';
import { DictionaryColumn } from './dictionary-column';
import { type Code, noCode, type RowIndex } from './numbers';
import type { Records } from './records';
import { seenColumn } from './seen-column';

/** `undefined` for the time and the id, and for paths that nobody has filled. What `fillColumns` fills is as far as it filled it. */
export function columnOf(records: Records, ref: FieldRef): DictionaryColumn | undefined {
  if (isSeenKey(ref)) return seenColumn(records, ref).column;
  return isDerivedKey(ref) ? derivedColumn(records, ref) : records.columns.get(ref);
}

interface Derived {
  readonly column: DictionaryColumn;
  /** By the code of the value that it follows from. */
  readonly codes: Code[];
}

const known = new WeakMap<Records, Map<DerivedKey, Derived>>();

function derivedColumn(records: Records, key: DerivedKey): DictionaryColumn {
  const all = known.get(records) ?? new Map<DerivedKey, Derived>();
  known.set(records, all);
  const { column, codes } = all.get(key) ?? { column: new DictionaryColumn(), codes: [noCode] };
  all.set(key, { column, codes });
  const { from, derive } = derivations[key];
  const source = records.columns.get(from);
  if (!source) return column;
  const { dictionary, codes: sourceCodes } = source;
  for (let code = codes.length as Code; code < dictionary.size; code++)
    codes.push(column.codeOfText(derive(dictionary.text(code))));
  for (let row = column.length as RowIndex; row < source.length; row++) column.push(codes[sourceCodes[row] ?? noCode] ?? noCode);
  return column;
}
