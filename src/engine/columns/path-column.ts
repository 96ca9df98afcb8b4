// Any property of AuditData as a column. The column is filled from the raw records when a view sorts, filters or counts by it,
// and kept; records that arrive after that fill it as they are taken in. For rows on screen alone, only those are read.
// Columns that are filled in one go share one walk over each record.

import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import { valueText } from '~/engine/json/json-text';
import type { RawSpan } from '~/engine/raw/raw-store';
import type { AuditDataFinder, RecordFormat } from '~/engine/raw/record-format';
import { splitAlternatives } from '~/lib/json-path';
import { DictionaryColumn } from './dictionary-column';
import { noCode, type RowIndex } from './numbers';
import type { Records } from './records';

const spanBytes = 8 * 1024 * 1024;
/** Walked through without a break: some milliseconds. What is being read ahead comes in during the breaks, too. */
const stepBytes = 1024 * 1024;

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
  const wanted = [...new Set(refs)].flatMap((ref) => {
    const text = auditDataPath(ref);
    return text === undefined ? [] : [{ text, column: pathColumn(records, ref) }];
  });
  const unfilled = wanted.filter(({ column }) => column.length < end);
  const readers = new Map<RecordFormat, ValueReader>();
  // A column goes on with the row that is its length.
  const first = Math.min(end, ...unfilled.map(({ column }) => column.length)) as RowIndex;
  for (let next = readSpan(records, first, end); next; ) {
    const span = await next;
    const { format, to } = span;
    // Read while this one is walked through: reading takes as long.
    next = readSpan(records, to, Math.max(end, records.count));
    next?.catch(() => undefined);
    const reader = readers.get(format) ?? new ValueReader(format, unfilled);
    readers.set(format, reader);
    for (let row = span.from; row < to; ) {
      const rest = records.raw.spanEnd(row, stepBytes, to);
      for (; row < rest; row++) {
        const start = records.raw.address(row) - span.address;
        reader.fill(row, span.bytes, start, start + records.raw.size(row));
      }
      await pause(row);
    }
    next ??= readSpan(records, to, records.count);
  }
}

interface ReadSpan extends RawSpan {
  readonly from: RowIndex;
  readonly to: RowIndex;
}

function readSpan({ raw }: Records, from: RowIndex, end: number): Promise<ReadSpan> | undefined {
  if (from >= end) return undefined;
  const to = raw.spanEnd(from, spanBytes, end);
  return raw.readSpan(from, to).then((span) => ({ ...span, from, to }));
}

/** Adds the values of one record after another to columns. */
class ValueReader {
  readonly #columns: readonly { readonly column: DictionaryColumn; readonly slots: readonly number[] }[];
  readonly #finder: AuditDataFinder;

  constructor(format: RecordFormat, wanted: readonly { readonly text: string; readonly column: DictionaryColumn }[]) {
    const { paths, slotsOf } = alternatives(wanted.map(({ text }) => text));
    this.#columns = wanted.map(({ column }, i) => ({ column, slots: slotsOf[i] ?? [] }));
    this.#finder = format.finder(paths);
  }

  fill(row: RowIndex, raw: Uint8Array, start: number, end: number): void {
    const finder = this.#finder;
    finder.find(raw, start, end);
    const positions = finder.slots;
    for (const { column, slots } of this.#columns) {
      // Two views can be filling the same column: whoever comes first to a row adds it.
      if (column.length !== row) continue;
      let code = noCode;
      for (let i = 0; i < slots.length && code === 0; i++) {
        const slot = slots[i] ?? 0;
        const behind = positions[slot * 2 + 1] ?? 0;
        if (behind > 0) code = column.codeOfJson(finder.bytesOf(slot), positions[slot * 2] ?? 0, behind);
      }
      column.push(code);
    }
  }
}

/** Values of one record by paths that have no filled column yet. */
export function valuesAtPaths(format: RecordFormat, raw: Uint8Array, texts: readonly string[]): string[] {
  const { paths, slotsOf } = alternatives(texts);
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

/** All alternatives of several texts as the paths of one walk, and the slots that belong to each text. */
function alternatives(texts: readonly string[]): { paths: string[]; slotsOf: number[][] } {
  const paths: string[] = [];
  const slotsOf = texts.map((text) => splitAlternatives(text).map((path) => paths.push(path) - 1));
  return { paths, slotsOf };
}

function pathColumn(records: Records, ref: FieldRef): DictionaryColumn {
  const column = records.columns.get(ref) ?? new DictionaryColumn();
  records.columns.set(ref, column);
  return column;
}
