// Takes records in: finds the values of all columns in one walk over the bytes and appends them. Columns by path take part once
// someone has asked for them, unless they lag behind: then `path-column` catches up. A record needs an id and a readable time;
// one that lacks them, or is no JSON, is refused with a reason and changes nothing.

import { columnFields } from '~/domain/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue';
import { auditDataPath, type FieldRef } from '~/domain/fields';
import { decodeText, encodeText } from '~/lib/bytes';
import { splitAlternatives } from '~/lib/json-path';
import type { EpochMs } from '~/lib/time';
import type { Cells } from './csv-rows';
import type { DictionaryColumn } from './dictionary-column';
import { readInstant } from './instant';
import type { CellLayout, JsonCells } from './json-cells';
import { foldsToAscii, spelling } from './json-scan';
import { stringText } from './json-text';
import { PathFinder } from './path-finder';
import type { Slice } from './record-format';
import type { Records } from './records';

export type Intake = 'added' | 'duplicate' | { readonly refused: string };

/** A Graph record whose AuditData is a JSON text: nothing was done with it, it has to be read as cells. */
export const auditDataIsText = Symbol('AuditData is a text');

/** A Graph record with its properties; AuditData alone; or AuditData in one cell and what is around it in others. */
export type RecordLayout = 'graph' | 'auditData' | CellLayout;

/** Where a value may stand: the number of a path (0 and up) or `~index` of a cell. Tried in order. */
type Sources = readonly number[];

export class RecordIntake {
  readonly #records: Records;
  readonly #layout: RecordLayout;
  readonly #auditData: number;
  #plan: Plan;
  #bytes: Uint8Array = new Uint8Array(0);
  #cells: Cells | undefined;

  constructor(records: Records, layout: RecordLayout) {
    this.#records = records;
    this.#layout = layout;
    this.#auditData = typeof layout === 'object' ? layout.auditData : 0;
    this.#plan = planFor(records, layout);
  }

  /** The range should be one object, with all there is to know in it; `address` is where it lies in the raw store. */
  addObject(bytes: Uint8Array, start: number, end: number, address: number, line: number): Intake {
    return this.#read(bytes, start, end) ?? this.#add(address, end - start, line);
  }

  /** The same of a page of Graph. */
  addGraphRecord(bytes: Uint8Array, start: number, end: number, address: number): Intake | typeof auditDataIsText {
    const refused = this.#read(bytes, start, end);
    if (refused) return refused;
    const { auditData } = this.#plan;
    if (this.#end(auditData) > 0 && bytes[this.#start(auditData)] === 0x22) return auditDataIsText;
    return this.#add(address, end - start, 0);
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
    if (!this.#finder().find(cells.text, start, end) && end > start) spelling.unusual = true;
    this.#bytes = cells.text;
    this.#cells = cells;
    for (let p = 0; p < (cells.ends[cells.cellCount - 1] ?? 0); p++) {
      if (p === start) p = end;
      if ((cells.text[p] ?? 0) >= 0x80 && foldsToAscii(cells.text, p)) spelling.unusual = true;
    }
    return this.#add(address, length, line);
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
    const row = this.#records.count;
    const fresh = this.#addId();
    if (fresh === undefined) return { refused: 'It has no id.' };
    if (!fresh) return 'duplicate';
    for (const { column, sources } of this.#plan.columns) {
      if (column.length === row) column.push(this.#findCode(column, sources));
    }
    this.#records.times.push(time);
    this.#records.raw.push(address, length, line);
    if (spelling.unusual) this.#records.unusual.push(row);
    return 'added';
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

  /** Whether the id is new; `undefined` when there is none. */
  #addId(): boolean | undefined {
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
    const bytes = this.#bytes;
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

  #findCode(column: DictionaryColumn, sources: Sources): number {
    let vague = 0;
    for (const source of sources) {
      const start = this.#start(source);
      const end = this.#end(source);
      if (end <= start) continue;
      const code = source >= 0 ? column.codeOfJson(this.#bytes, start, end) : column.codeOf(this.#bytes, start, end);
      if (code !== 0 && !column.isVague(code)) return code;
      vague ||= code;
    }
    return vague;
  }

  #start(source: number): number {
    return (source >= 0 ? this.#plan.finder.slots[source * 2] : this.#cells?.starts[~source]) ?? 0;
  }

  #end(source: number): number {
    if (source >= 0) return this.#plan.finder.slots[source * 2 + 1] ?? 0;
    return this.#cells && ~source < this.#cells.cellCount ? (this.#cells.ends[~source] ?? 0) : 0;
  }
}

/** Where everything is looked for. */
interface Plan {
  readonly finder: PathFinder;
  readonly id: Sources;
  readonly time: Sources;
  /** Where AuditData as a whole is looked for, of Graph records only. */
  readonly auditData: number;
  readonly columns: readonly { readonly column: DictionaryColumn; readonly sources: Sources }[];
}

function planFor({ columns }: Records, layout: RecordLayout): Plan {
  const paths: string[] = [];
  const slotOf = (path: string) => paths.push(path) - 1;
  const slotInAuditData = (path: string) =>
    slotOf(layout !== 'graph' ? path : /^[.[]/.test(path) ? `auditData${path}` : `auditData.${path}`);
  const sources = new Map<FieldRef, Sources>();
  for (const field of columnFields) {
    const inAuditData = field.paths.map(slotInAuditData);
    sources.set(field.key, inOrder(field, inAuditData, envelopeSource(field, layout, slotOf)));
  }
  for (const ref of columns.keys()) {
    const text = auditDataPath(ref);
    if (text !== undefined) sources.set(ref, splitAlternatives(text).map(slotInAuditData));
  }
  const auditData = slotOf('auditData');
  return {
    finder: new PathFinder(paths),
    auditData,
    id: sources.get('id') ?? [],
    time: sources.get('time') ?? [],
    columns: Array.from(columns, ([ref, column]) => ({ column, sources: sources.get(ref) ?? [] })),
  };
}

const notAnObject: Intake = { refused: 'It is not a JSON object.' };
const notJson: Intake = { refused: 'It is not valid JSON.' };

function envelopeSource(field: ColumnField, layout: RecordLayout, slotOf: (path: string) => number): number[] {
  if (layout === 'graph') return field.graph ? [slotOf(field.graph)] : [];
  const index = layout === 'auditData' ? undefined : layout.columns.get(field.key);
  return index === undefined ? [] : [~index];
}

/** AuditData says most and comes first, except where the envelope is the authority. */
function inOrder(field: ColumnField, inAuditData: number[], envelope: number[]): number[] {
  // The envelope's id is what the service calls the record; Graph's time has a zone; its record type is a name, not a number.
  const envelopeFirst =
    field.key === 'id' || field.key === 'recordType' || (field.key === 'time' && envelope.some((source) => source >= 0));
  return envelopeFirst ? [...envelope, ...inAuditData] : [...inAuditData, ...envelope];
}
