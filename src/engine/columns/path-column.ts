// Any property of AuditData as a column. The column is filled from the kept records when a view sorts, filters or counts by it, and
// stays; records that arrive after that fill it as they are taken in. For rows on screen alone, only those are read.

import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import { FieldCodes } from '~/engine/apart/field-codes';
import type { AuditDataFinder, RecordFormat } from '~/engine/apart/record-format';
import type { Template } from '~/engine/apart/template';
import { ValueFinders } from '~/engine/apart/value-finder';
import { valueText } from '~/engine/json/json-text';
import { Uint32ArrayOf } from '~/lib/bytes';
import { splitAlternatives } from '~/lib/json-path';
import { DictionaryColumn } from './dictionary-column';
import { type ByRow, type Code, firstRow, noCode, type RowIndex, type RowList, type WritableByRow } from './numbers';
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
  const finders = new ValueFinders();
  const unfilled = [...new Set(refs)].flatMap((ref) => {
    const text = auditDataPath(ref);
    const column = text === undefined ? undefined : pathColumn(records, ref);
    return column && column.length < end ? [new PathFilling(records, column, text ?? '', finders)] : [];
  });
  // A column goes on with the row that is its length.
  let row = Math.min(end, ...unfilled.map(({ column }) => column.length));
  while (unfilled.length > 0 && row < Math.max(end, records.count)) {
    const next = Math.min(row + stepRows, records.count);
    // Row by row: what one of them has found in a value the others need not look for.
    for (; row < next; row++) {
      const template = records.kept.template(row);
      const rowIn = records.kept.rowIn(row);
      const codes = template.codes.chunk(rowIn);
      const base = template.codes.base(rowIn);
      for (const each of unfilled) {
        // Another view can have filled it meanwhile.
        if (row === each.column.length) each.column.push(each.codeOf(row as RowIndex, template, codes, base));
      }
    }
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

  constructor(records: Records, column: DictionaryColumn, text: string, finders: ValueFinders) {
    this.#records = records;
    this.column = column;
    this.#paths = splitAlternatives(text);
    this.#codes = new FieldCodes(
      column,
      this.#paths.map((path) => ({ scope: 'auditData', path })),
      finders,
    );
  }

  /** Of a record whose codes are `codes` from `base` on. */
  codeOf(row: RowIndex, template: Template, codes: Uint32Array, base: number): Code {
    return template.keepsAuditDataWhole ? this.#walk(row) : this.#codes.of(template, codes, base);
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

const parts = new WeakMap<Records, Map<FieldRef, PartOfColumn>>();

/** The one of a set of records: what was found for somebody is there for whoever asks next. */
export function partOfColumn(records: Records, ref: FieldRef): PartOfColumn {
  const known = parts.get(records) ?? new Map<FieldRef, PartOfColumn>();
  parts.set(records, known);
  const part = known.get(ref) ?? new PartOfColumn(records, ref);
  known.set(ref, part);
  return part;
}

/** Of a column that nobody has filled, values are found for some rows alone when these are fewer than one in so many. */
const few = 2;

export function areFew(rows: RowList, end: number): boolean {
  return rows.length * few < end;
}

/** A column by path of which some rows are known: those that somebody has asked for. */
class PartOfColumn {
  readonly column = new DictionaryColumn();
  readonly #records: Records;
  readonly #filling: PathFilling;
  #codes: WritableByRow<Code> = new Uint32ArrayOf<Code>(0);
  /** 1 for rows that are known. Nothing is written for the others, so that most of both arrays takes no memory. */
  #isKnown: WritableByRow<number> = new Uint8Array(0);

  constructor(records: Records, ref: FieldRef) {
    this.#records = records;
    this.#filling = new PathFilling(records, this.column, auditDataPath(ref) ?? '', new ValueFinders());
  }

  /** Of rows that were read, as `fillPathColumns` would find them; of others it says that they have no value. */
  get codes(): ByRow<Code> {
    return this.#codes;
  }

  /** `rows` are below `end`. */
  async read(rows: RowList, end: number, rest: () => Promise<void>): Promise<void> {
    this.#makeRoomFor(end);
    const { kept } = this.#records;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? firstRow;
      if (this.#isKnown[row] !== 1) {
        const template = kept.template(row);
        const rowIn = kept.rowIn(row);
        this.#codes[row] = this.#filling.codeOf(row, template, template.codes.chunk(rowIn), template.codes.base(rowIn));
        this.#isKnown[row] = 1;
      }
      if (i % stepRows === 0) await rest();
    }
  }

  #makeRoomFor(end: number): void {
    if (this.#codes.length >= end) return;
    const codes = new Uint32ArrayOf<Code>(end);
    const isKnown: WritableByRow<number> = new Uint8Array(end);
    for (let row = firstRow; row < this.#codes.length; row++) {
      if (this.#isKnown[row] !== 1) continue;
      codes[row] = this.#codes[row] ?? noCode;
      isKnown[row] = 1;
    }
    this.#codes = codes;
    this.#isKnown = isKnown;
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
