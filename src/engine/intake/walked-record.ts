// What a record says, found by a walk over its bytes: of records that cannot be taken apart, or whose AuditData breaks off.

import { parseJson } from '~/domain/record/audit-data';
import { personBehind } from '~/domain/record/person-behind';
import type { Slice } from '~/engine/apart/record-format';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode } from '~/engine/columns/numbers';
import { fullnessOf, hashOfBytes } from '~/engine/columns/same-record';
import type { PathFinder } from '~/engine/json/path-finder';
import { decodeText } from '~/lib/bytes';
import type { Cells } from './cells';
import { type FinderPlan, finderPlan, type RecordLayout, type Sources } from './intake-plan';
import { type IntakeColumn, plainText, type RecordReading } from './record-intake';

export class WalkedRecord implements RecordReading {
  fullness = 0;
  /** How to keep the record read last; set by whoever reads it. */
  keep: () => void = () => undefined;
  readonly #layout: RecordLayout;
  #columns: readonly IntakeColumn[] | undefined;
  #plan: FinderPlan;
  #bytes: Uint8Array = new Uint8Array(0);
  #cells: Cells | undefined;
  /** AuditData in `#bytes`; all there is where there is none. */
  #contentStart = 0;
  #contentEnd = 0;

  constructor(layout: RecordLayout) {
    this.#layout = layout;
    this.#plan = finderPlan([], layout);
  }

  /** For these columns; it is the same list as long as there are no others. */
  prepare(columns: readonly IntakeColumn[]): void {
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#plan = finderPlan(
      columns.map(({ ref }) => ref),
      this.#layout,
    );
  }

  /** Whether the range is one object, which has everything in it. */
  readObject(bytes: Uint8Array, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#contentStart = start;
    this.#contentEnd = end;
    this.fullness = fullnessOf(end - start, true);
    return this.#plan.finder.find(bytes, start, end);
  }

  /** The same of a record of Graph, whose AuditData is no text. */
  readGraphRecord(bytes: Uint8Array, start: number, end: number): boolean {
    const isWhole = this.readObject(bytes, start, end);
    const isObject = this.auditDataByte === 0x7b;
    if (isObject) {
      this.#contentStart = this.#start(this.#plan.auditData);
      this.#contentEnd = this.#end(this.#plan.auditData);
    }
    this.fullness = isObject ? fullnessOf(this.#contentEnd - this.#contentStart, true) : 0;
    return isWhole;
  }

  /** The first byte of AuditData in the Graph record read last; 0 when it has none. */
  get auditDataByte(): number {
    const { auditData } = this.#plan;
    return this.#end(auditData) > 0 ? (this.#bytes[this.#start(auditData)] ?? 0) : 0;
  }

  /** Whether AuditData in these cells is whole. What breaks off counts as far as it goes, so that a cut-off cell loses little. */
  readCells(cells: Cells, auditData: number): boolean {
    const start = cells.starts[auditData] ?? 0;
    const end = cells.ends[auditData] ?? 0;
    const isWhole = this.#plan.finder.find(cells.text, start, end);
    this.#bytes = cells.text;
    this.#cells = cells;
    this.#contentStart = end > start ? start : 0;
    this.#contentEnd = end > start ? end : (cells.ends[cells.cellCount - 1] ?? 0);
    this.fullness = fullnessOf(end - start, isWhole);
    return isWhole || end <= start || cells.text[start] === 0x6e;
  }

  get times(): Sources {
    return this.#plan.time;
  }

  get ids(): Sources {
    return this.#plan.id;
  }

  text(source: number): Slice {
    const range = { bytes: this.#bytesOf(source), start: this.#start(source), end: this.#end(source) };
    return source < 0 || range.end <= range.start ? range : plainText(range, false);
  }

  hash(): number {
    return hashOfBytes(this.#bytes, this.#contentStart, this.#contentEnd);
  }

  code(column: DictionaryColumn, at: number): Code {
    const sources: Sources = this.#plan.columns[at] ?? [];
    let vague = noCode;
    for (const source of sources) {
      const start = this.#start(source);
      const end = this.#end(source);
      if (end <= start) continue;
      const bytes = this.#bytesOf(source);
      const code = source >= 0 ? column.codeOfJson(bytes, start, end) : column.codeOf(bytes, start, end);
      if (code !== noCode && !column.isVague(code)) return code;
      vague ||= code;
    }
    return vague;
  }

  codeBefore(column: DictionaryColumn, at: number): Code {
    return this.code(column, at);
  }

  person(): string {
    const read = (source: number) => {
      const end = this.#end(source);
      return end > 0 ? parseJson(decodeText(this.#bytesOf(source), this.#start(source), end)) : undefined;
    };
    return personBehind({ Actor: read(this.#plan.actor), UserKey: read(this.#plan.userKey) });
  }

  #bytesOf(source: number): Uint8Array {
    return source >= 0 ? this.#finder.bytesOf(source) : this.#bytes;
  }

  #start(source: number): number {
    return (source >= 0 ? this.#finder.slots[source * 2] : this.#cells?.starts[~source]) ?? 0;
  }

  #end(source: number): number {
    if (source >= 0) return this.#finder.slots[source * 2 + 1] ?? 0;
    return this.#cells && ~source < this.#cells.cellCount ? (this.#cells.ends[~source] ?? 0) : 0;
  }

  get #finder(): PathFinder {
    return this.#plan.finder;
  }
}
