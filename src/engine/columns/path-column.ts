// Any property of AuditData as a column. The column is filled from the kept records when a view sorts, filters or counts by it, and
// stays; records that arrive after that fill it as they are taken in. For rows on screen alone, only those are read.

import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import { FieldCodes } from '~/engine/apart/field-codes';
import type { AuditDataFinder, RecordFormat } from '~/engine/apart/record-format';
import { valueText } from '~/engine/json/json-text';
import { splitAlternatives } from '~/lib/json-path';
import { DictionaryColumn } from './dictionary-column';
import { type Code, noCode, type RowIndex } from './numbers';
import type { Records } from './records';

/** Looked at without a break: some milliseconds. */
const stepRows = 8192;

/**
 * `pause` is called every few milliseconds with the number of rows every one of these fields is known for. Goes on beyond `end`
 * until it has caught up with the records that arrive meanwhile: from then on they need no second look.
 */
export async function fillPathColumns(
  records: Records,
  refs: Iterable<FieldRef>,
  end: number,
  pause: (filled: number) => Promise<void>,
): Promise<void> {
  const unfilled = [...new Set(refs)].flatMap((ref) => {
    const text = auditDataPath(ref);
    const column = text === undefined ? undefined : pathColumn(records, ref);
    return column && column.length < end ? [new PathFilling(records, column, text ?? '')] : [];
  });
  // A column goes on with the row that is its length.
  let row = Math.min(end, ...unfilled.map(({ column }) => column.length));
  while (unfilled.length > 0 && row < Math.max(end, records.count)) {
    row = Math.min(row + stepRows, records.count);
    for (const each of unfilled) each.fillTo(row);
    await pause(row);
  }
}

/** Adds the values at one path, or of the first of several that has one, to a column. */
class PathFilling {
  readonly column: DictionaryColumn;
  readonly #records: Records;
  readonly #paths: readonly string[];
  readonly #codes: FieldCodes;
  /** For records whose AuditData is not apart, by how they are written. */
  readonly #finders = new Map<RecordFormat, AuditDataFinder>();

  constructor(records: Records, column: DictionaryColumn, text: string) {
    this.#records = records;
    this.column = column;
    this.#paths = splitAlternatives(text);
    this.#codes = new FieldCodes(
      column,
      this.#paths.map((path) => ({ scope: 'auditData', path })),
    );
  }

  /** Two views can be filling the same column: each goes on where it ends by now. */
  fillTo(end: number): void {
    const { kept } = this.#records;
    for (let row = this.column.length; row < end; row++) {
      const template = kept.template(row);
      const rowIn = kept.rowIn(row);
      const { codes } = template;
      const code = template.keepsAuditDataWhole
        ? this.#walk(row as RowIndex)
        : this.#codes.of(template, codes.chunk(rowIn), codes.base(rowIn));
      this.column.push(code);
    }
  }

  #walk(row: RowIndex): Code {
    const { bytes, format } = this.#records.raw(row);
    const finder = this.#finders.get(format) ?? format.finder(this.#paths);
    this.#finders.set(format, finder);
    finder.find(bytes, 0, bytes.length);
    for (let slot = 0; slot < this.#paths.length; slot++) {
      const behind = finder.slots[slot * 2 + 1] ?? 0;
      const code = behind > 0 ? this.column.codeOfJson(finder.bytesOf(slot), finder.slots[slot * 2] ?? 0, behind) : noCode;
      if (code !== noCode) return code;
    }
    return noCode;
  }
}

/** Values of one record by paths that have no filled column yet. */
export function valuesAtPaths(format: RecordFormat, raw: Uint8Array, texts: readonly string[]): string[] {
  const paths: string[] = [];
  const slotsOf = texts.map((text) => splitAlternatives(text).map((path) => paths.push(path) - 1));
  const finder = format.finder(paths);
  finder.find(raw, 0, raw.length);
  return slotsOf.map((slots) => {
    for (const slot of slots) {
      const end = finder.slots[slot * 2 + 1] ?? 0;
      const value = end > 0 ? valueText(finder.bytesOf(slot), finder.slots[slot * 2] ?? 0, end) : '';
      if (value !== '') return value;
    }
    return '';
  });
}

function pathColumn(records: Records, ref: FieldRef): DictionaryColumn {
  const column = records.columns.get(ref) ?? new DictionaryColumn();
  records.columns.set(ref, column);
  return column;
}
