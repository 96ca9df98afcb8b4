// Takes records in: finds the values of all columns in one walk over the bytes and appends them. Columns by path take part once
// someone has asked for them, unless they lag behind: then `path-column` catches up. A record needs an id and a readable time;
// one that lacks them, or is no JSON, is refused with a reason and changes nothing.

import type { FieldKey } from '~/domain/catalogue/fields';
import { parseJson } from '~/domain/record/audit-data';
import { personBehind } from '~/domain/record/person-behind';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { readInstant } from '~/engine/columns/instant';
import { type Code, noCode, type RowIndex } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { type Facts, fullnessOf, hashOfBytes, type Meeting } from '~/engine/columns/same-record';
import { foldsToAscii, spelling } from '~/engine/json/json-scan';
import { stringText } from '~/engine/json/json-text';
import type { PathFinder } from '~/engine/json/path-finder';
import type { Slice } from '~/engine/raw/record-format';
import { decodeText, encodeText } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import type { Cells } from './cells';
import { type IntakePlan, type People, planFor, type RecordLayout, type Sources } from './intake-plan';
import type { JsonCells } from './json-cells';

/** `cutOff`: added, though AuditData breaks off. */
export type Intake = 'added' | 'cutOff' | Meeting | { readonly refused: string };

/** A Graph record whose AuditData is a JSON text, or a list: nothing was done with it, it has to be read as cells. */
export const auditDataIsText = Symbol('AuditData is a text');

export class RecordIntake {
  readonly #records: Records;
  readonly #layout: RecordLayout;
  readonly #auditData: number;
  #plan: IntakePlan;
  #bytes: Uint8Array = new Uint8Array(0);
  #cells: Cells | undefined;
  /** AuditData in `#bytes`; all there is where there is none. */
  #contentStart = 0;
  #contentEnd = 0;
  #fullness = 0;

  constructor(records: Records, layout: RecordLayout) {
    this.#records = records;
    this.#layout = layout;
    this.#auditData = typeof layout === 'object' ? layout.auditData : 0;
    this.#plan = planFor(records, layout);
  }

  /** The range should be one object, with all there is to know in it; `address` is where it lies in the raw store. */
  addObject(bytes: Uint8Array, start: number, end: number, address: number, line: number): Intake {
    const refused = this.#read(bytes, start, end);
    if (refused) return refused;
    this.#contentStart = start;
    this.#contentEnd = end;
    this.#fullness = fullnessOf(end - start, true);
    return this.#add(address, end - start, line);
  }

  /** The same of a page of Graph; `page` is its number. */
  addGraphRecord(bytes: Uint8Array, start: number, end: number, address: number, page: number): Intake | typeof auditDataIsText {
    const refused = this.#read(bytes, start, end);
    if (refused) return refused;
    const { auditData } = this.#plan;
    const first = this.#end(auditData) > 0 ? bytes[this.#start(auditData)] : 0;
    if (first === 0x22 || first === 0x5b) return auditDataIsText;
    const isObject = first === 0x7b;
    this.#contentStart = isObject ? this.#start(auditData) : start;
    this.#contentEnd = isObject ? this.#end(auditData) : end;
    this.#fullness = isObject ? fullnessOf(this.#contentEnd - this.#contentStart, true) : 0;
    return this.#add(address, end - start, page);
  }

  /** The range should be one object, to be read as `cells`. */
  addObjectInCells(cells: JsonCells, bytes: Uint8Array, start: number, end: number, address: number, line: number): Intake {
    spelling.unusual = false;
    if (bytes[start] !== 0x7b) return notAnObject;
    if (!cells.read(bytes, start, end)) return notJson;
    return this.#addCells(cells, address, end - start, line);
  }

  /** The row read last by `rows`. */
  addRow(rows: Cells, address: number, length: number, line: number): Intake {
    spelling.unusual = false;
    return this.#addCells(rows, address, length, line);
  }

  /** Finds everything in one object; why not, when the range is none. */
  #read(bytes: Uint8Array, start: number, end: number): Intake | undefined {
    spelling.unusual = false;
    if (bytes[start] !== 0x7b) return notAnObject;
    if (!this.#finder().find(bytes, start, end)) return notJson;
    this.#bytes = bytes;
    return undefined;
  }

  /** AuditData that breaks off counts as far as it goes, so that a cut-off cell loses little. */
  #addCells(cells: Cells, address: number, length: number, line: number): Intake {
    const start = cells.starts[this.#auditData] ?? 0;
    const end = cells.ends[this.#auditData] ?? 0;
    const isWhole = this.#finder().find(cells.text, start, end);
    const isCutOff = !isWhole && end > start && cells.text[start] !== 0x6e;
    if (isCutOff) spelling.unusual = true;
    const textEnd = cells.ends[cells.cellCount - 1] ?? 0;
    this.#bytes = cells.text;
    this.#cells = cells;
    this.#contentStart = end > start ? start : 0;
    this.#contentEnd = end > start ? end : textEnd;
    this.#fullness = fullnessOf(end - start, isWhole);
    for (let p = 0; p < textEnd; p++) {
      if (p === start) p = end;
      if ((cells.text[p] ?? 0) >= 0x80 && foldsToAscii(cells.text, p)) spelling.unusual = true;
    }
    const intake = this.#add(address, length, line);
    return isCutOff && intake === 'added' ? 'cutOff' : intake;
  }

  /** For all columns there are by now. */
  #finder(): PathFinder {
    if (this.#plan.columns.length !== this.#records.columns.size) this.#plan = planFor(this.#records, this.#layout);
    return this.#plan.finder;
  }

  #add(address: number, length: number, line: number): Intake {
    const time = this.#findTime();
    if (time === undefined) return { refused: 'It has no time.' };
    if (typeof time === 'string') return { refused: `Its time cannot be read: ${time.slice(0, 60)}` };
    const { ids, recordedUsers, count: row } = this.#records;
    const known = this.#findId();
    if (known === undefined) return { refused: 'It has no id.' };
    const hash = ids.tells(known) ? 0 : hashOfBytes(this.#bytes, this.#contentStart, this.#contentEnd);
    const intake =
      known === row ? 'added' : this.#records.same.meet(known, this.#factsOf(time, hash), this.#fullness, { address, line });
    if (intake === 'duplicate') return intake;
    for (const { column, sources, people } of this.#plan.columns) {
      if (column.length !== row) continue;
      const code = this.#findCode(column, sources);
      const person = people && (code === 0 || column.isVague(code)) ? column.codeOfText(this.#personAmong(people)) : noCode;
      if (person !== 0) recordedUsers.set(row, code);
      column.push(person || code);
    }
    this.#records.times.push(time);
    this.#records.fullness.push(this.#fullness);
    this.#records.raw.push(address, length, line);
    if (spelling.unusual) this.#records.unusual.push(row);
    if (hash !== 0) this.#records.same.keepHash(row, hash);
    return intake;
  }

  #factsOf(time: EpochMs, hash: number): Facts {
    return { time, operation: this.#codeOf('operation'), user: this.#codeOf('user'), hash };
  }

  /** The text that should have been a time when none can be read. */
  #findTime(): EpochMs | string | undefined {
    let unreadable: string | undefined;
    for (const source of this.#plan.time) {
      const { bytes, start, end } = this.#textRange(source);
      if (end <= start) continue;
      const time = readInstant(bytes, start, end);
      if (!Number.isNaN(time)) return time;
      unreadable ??= decodeText(bytes, start, end);
    }
    return unreadable;
  }

  /** The row of the first record with this id, which is the next row when the id is new; `undefined` when there is none. */
  #findId(): RowIndex | undefined {
    for (const source of this.#plan.id) {
      const { bytes, start, end } = this.#textRange(source);
      if (end > start) return this.#records.ids.addBytes(bytes, start, end);
    }
    return undefined;
  }

  /** The text of a string, number or cell; empty for anything else. */
  #textRange(source: number): Slice {
    const start = this.#start(source);
    const end = this.#end(source);
    const bytes = this.#bytesOf(source);
    if (source < 0 || end <= start) return { bytes, start, end };
    if (bytes[start] === 0x7b || bytes[start] === 0x5b || bytes[start] === 0x6e) return { bytes, start, end: start };
    if (bytes[start] !== 0x22) return { bytes, start, end };
    for (let p = start + 1; p < end; p++) {
      if (bytes[p] !== 0x5c) continue;
      const text = encodeText(stringText(bytes, start, end));
      return { bytes: text, start: 0, end: text.length };
    }
    return { bytes, start: start + 1, end: end - 1 };
  }

  #codeOf(field: FieldKey): Code {
    const column = this.#records.columns.get(field);
    const planned = this.#plan.columns.find((each) => each.column === column);
    return planned ? this.#findCode(planned.column, planned.sources) : noCode;
  }

  #findCode(column: DictionaryColumn, sources: Sources): Code {
    let vague = noCode;
    for (const source of sources) {
      const start = this.#start(source);
      const end = this.#end(source);
      if (end <= start) continue;
      const bytes = this.#bytesOf(source);
      const code = source >= 0 ? column.codeOfJson(bytes, start, end) : column.codeOf(bytes, start, end);
      if (code !== 0 && !column.isVague(code)) return code;
      vague ||= code;
    }
    return vague;
  }

  #personAmong(people: People): string {
    const read = (source: number) => {
      const end = this.#end(source);
      return end > 0 ? parseJson(decodeText(this.#bytesOf(source), this.#start(source), end)) : undefined;
    };
    return personBehind({ Actor: read(people.actor), UserKey: read(people.userKey) });
  }

  #bytesOf(source: number): Uint8Array {
    return source >= 0 ? this.#plan.finder.bytesOf(source) : this.#bytes;
  }

  #start(source: number): number {
    return (source >= 0 ? this.#plan.finder.slots[source * 2] : this.#cells?.starts[~source]) ?? 0;
  }

  #end(source: number): number {
    if (source >= 0) return this.#plan.finder.slots[source * 2 + 1] ?? 0;
    return this.#cells && ~source < this.#cells.cellCount ? (this.#cells.ends[~source] ?? 0) : 0;
  }
}

const notAnObject: Intake = { refused: 'It is not a JSON object.' };
const notJson: Intake = { refused: 'It is not valid JSON.' };
