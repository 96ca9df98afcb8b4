// Takes records in, however they were read: each gets its row, unless it is there already. Columns by path take part once someone
// has asked for them, unless they lag behind: then `path-column` catches up. A record needs an id and a readable time; one that
// lacks them is refused with a reason and changes nothing.

import type { FieldKey, FieldRef } from '~/domain/catalogue/fields';
import type { Slice } from '~/engine/apart/record-format';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { readInstant } from '~/engine/columns/instant';
import { type Code, noCode } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { Facts, Meeting } from '~/engine/columns/same-record';
import { hasEscape, unescapeJson } from '~/engine/json/json-text';
import { decodeText, encodeText } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';

/** `cutOff`: added, though AuditData breaks off. */
export type Intake = 'added' | 'cutOff' | Meeting | { readonly refused: string };

/** What one record says. Whoever has read it knows where. */
export interface RecordReading {
  readonly fullness: number;
  /** Where its time and its id may stand, tried in order. */
  readonly times: readonly number[];
  readonly ids: readonly number[];
  /** What stands there, if it is a text, a number or a cell; else of no length. */
  text(source: number): Slice;
  /** Of AuditData; see `hashOfBytes`. */
  hash(): number;
  /** What it says of a column, by the column's place among all. To be asked of a record that is kept. */
  code(column: DictionaryColumn, at: number): Code;
  /** The same of a record that may never be kept. */
  codeBefore(column: DictionaryColumn, at: number): Code;
  /** Who stands behind a user without a name; `''` when nobody does. */
  person(): string;
  /** Keeps the record as it came. */
  keep(): void;
}

export interface IntakeColumn {
  readonly ref: FieldRef;
  readonly column: DictionaryColumn;
}

export class RecordIntake {
  readonly #records: Records;
  #columns: readonly IntakeColumn[] = [];

  constructor(records: Records) {
    this.#records = records;
  }

  /** All there are by now; the same list as long as there are no others. */
  get columns(): readonly IntakeColumn[] {
    const { columns } = this.#records;
    if (columns.size !== this.#columns.length) this.#columns = Array.from(columns, ([ref, column]) => ({ ref, column }));
    return this.#columns;
  }

  add(reading: RecordReading, line: number): Intake {
    const time = timeOf(reading);
    if (time === undefined) return { refused: 'It has no time.' };
    if (typeof time === 'string') return { refused: `Its time cannot be read: ${time.slice(0, 60)}` };
    const { ids, recordedUsers, origins, same, count: row } = this.#records;
    const id = idOf(reading);
    if (!id) return { refused: 'It has no id.' };
    const known = ids.addBytes(id.bytes, id.start, id.end);
    const hash = ids.tells(known) ? 0 : reading.hash();
    const intake =
      known === row ? 'added' : same.meet(known, this.#factsOf(reading, time, hash), reading.fullness, origins.next(line));
    if (intake === 'duplicate') return intake;
    reading.keep();
    const { columns } = this;
    for (let at = 0; at < columns.length; at++) {
      const each = columns[at];
      if (each?.column.length !== row) continue;
      const { ref, column } = each;
      const code = reading.code(column, at);
      const isNobody = ref === 'user' && (code === noCode || column.isVague(code));
      const person = isNobody ? column.codeOfText(reading.person()) : noCode;
      if (person !== noCode) recordedUsers.set(row, code);
      column.push(person || code);
    }
    this.#records.times.push(time);
    this.#records.fullness.push(reading.fullness);
    origins.push(line);
    if (hash !== 0) same.keepHash(row, hash);
    return intake;
  }

  #factsOf(reading: RecordReading, time: EpochMs, hash: number): Facts {
    const code = (field: FieldKey) => {
      const at = this.columns.findIndex(({ ref }) => ref === field);
      const column = this.columns[at]?.column;
      return column ? reading.codeBefore(column, at) : noCode;
    };
    return { time, operation: code('operation'), user: code('user'), hash };
  }
}

/** The time, or the text that should have been one. */
function timeOf(reading: RecordReading): EpochMs | string | undefined {
  let unreadable: string | undefined;
  for (const source of reading.times) {
    const { bytes, start, end } = reading.text(source);
    if (end <= start) continue;
    const time = readInstant(bytes, start, end);
    if (!Number.isNaN(time)) return time;
    unreadable ??= decodeText(bytes, start, end);
  }
  return unreadable;
}

function idOf(reading: RecordReading): Slice | undefined {
  for (const source of reading.ids) {
    const range = reading.text(source);
    if (range.end > range.start) return range;
  }
  return undefined;
}

/** Of a JSON value, what stands between the quotation marks of a text, without escapes; `isText` when these are left off already. */
export function plainText(value: Slice, isText: boolean): Slice {
  const { bytes, start, end } = value;
  const first = bytes[start];
  if (!isText && (first === 0x7b || first === 0x5b || first === 0x6e)) return { bytes, start, end: start };
  if (!isText && first !== 0x22) return value;
  const [from, to] = isText ? [start, end] : [start + 1, end - 1];
  if (!hasEscape(bytes, from, to)) return { bytes, start: from, end: to };
  const text = encodeText(unescapeJson(decodeText(bytes, from, to)));
  return { bytes: text, start: 0, end: text.length };
}
