// What records of one shape have in common: their text with the values taken out, and the column that each value went into.
// A template is found by walking steps from one value to the next; records of other shapes share the steps they have in common.
//
//   record     {"id":"4f..","operation":"Send","auditData":{"Version":1}}
//   steps      {"id":"  ·  ","operation":"  ·  ","auditData":{"Version":  ·  }}
//   columns             id                operation                   Version

import { unescapeJson } from '~/engine/json/json-text';
import { ByteList, decodeText, Uint32List } from '~/lib/bytes';
import { type Pattern, viewOf } from '~/lib/runs';
import { CodeTable } from './code-table';
import { Edges } from './edges';
import { type Spelling, writeSpelled } from './spelling';
import type { ValueColumn } from './value-column';

/** Where a walk stands between two values. */
export interface Place {
  /** Objects that are open. */
  readonly depth: 0 | 1 | 2;
  /** How what stands between the values is written. */
  readonly spelling: Spelling;
  /** Whether it is behind a text, whose closing quotation mark comes next. */
  readonly awaitsQuote: boolean;
  /** Whether it is between two cells of a row, or at an end of it. */
  readonly isBetweenCells?: boolean;
  /** Whether AuditData has begun. */
  readonly isPastAuditData?: boolean;
}

/** `opens`: into a text that holds an object; `ends`: the object, or the record. */
export type StepKind = 'text' | 'bare' | 'opens' | 'ends';

export interface Step {
  /** From behind the value before to the first byte of the next; the quotation marks of texts belong to it. */
  readonly between: Pattern;
  /** Of the value behind it. */
  readonly spelling: Spelling;
  readonly kind: StepKind;
  /** Whether its value is AuditData as a whole: no object, then, for one would be taken apart. */
  readonly isAuditData: boolean;
  /** Of the value behind it; steps that open or end have none. */
  readonly property: Property | undefined;
  /** Where AuditData that is taken apart begins and ends in `between`; -1 when it does not. */
  readonly begins: number;
  readonly ends: number;
  readonly node: Node;
}

export interface Node {
  readonly place: Place;
  /** Set once, when the step that leads here is made. */
  before: { readonly node: Node; readonly step: Step } | undefined;
  /** The step taken last stands first. */
  readonly steps: Step[];
  template: Template | undefined;
}

/** Where a property stands: the same name elsewhere is another. `envelope`: around AuditData. `cells`: of a row of CSV. */
export type Scope = 'envelope' | 'cells' | 'auditData';

/** A property of records, which has a column of values. */
export interface Property {
  readonly scope: Scope;
  readonly name: string;
  /** Other properties may share it. */
  readonly column: ValueColumn;
}

/** A step from one node to another; the one taken last stands first. */
export function addStep(from: Node, to: Node, found: Omit<Step, 'node'>): Step {
  const step = { ...found, node: to };
  to.before = { node: from, step };
  from.steps.unshift(step);
  return step;
}

export interface Slot {
  readonly property: Property | undefined;
  readonly column: ValueColumn;
  readonly spelling: Spelling;
  /** Whether the value is what stands between the quotation marks of a JSON text. */
  readonly isText: boolean;
  /** Whether the value is AuditData as a whole, which was not taken apart. */
  readonly isAuditData: boolean;
}

/** How AuditData is handed out. */
export type AuditDataSpelling = Exclude<Spelling, 'inText'>;

/** AuditData in the records of a template, which was taken apart. */
export interface AuditDataPart {
  /** How it stands in the record. */
  readonly spelling: Spelling;
  /** Its slots: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** What stands before, between and behind their values, in each spelling in which it is written. */
  readonly between: Readonly<Record<AuditDataSpelling, readonly DataView[]>>;
  /** Bytes of what is between, as it is. */
  readonly length: number;
}

export class Template {
  readonly number: number;
  /** One more than there are slots: what stands before, between and behind values, as it stands in the record. */
  readonly between: readonly DataView[];
  readonly slots: readonly Slot[];
  readonly codes: CodeTable;
  /** The same as `between` for a search: what JSON writes with escapes without them, and a line break between cells. */
  readonly searched: readonly string[];
  readonly edges: Edges;
  /** Whether AuditData was not taken apart: it is no object, or the record was kept whole. */
  readonly keepsAuditDataWhole: boolean;
  readonly auditData: AuditDataPart | undefined;
  /** Numbers of its records, ascending. */
  readonly records = new Uint32List(4);

  constructor(
    number: number,
    between: readonly DataView[],
    slots: readonly Slot[],
    searched: readonly string[],
    auditData?: AuditDataPart,
  ) {
    this.number = number;
    this.auditData = auditData;
    this.between = between;
    this.searched = searched;
    this.edges = new Edges(searched);
    this.slots = slots;
    this.keepsAuditDataWhole = slots.some(({ isAuditData }) => isAuditData);
    this.codes = new CodeTable(slots.length);
  }

  /** The slot of a property, the last one if it is written several times; -1 when there is none. */
  slotOf(scope: Scope, name: string): number {
    return this.slots.findLastIndex(({ property }) => property?.scope === scope && property.name === name);
  }

  /**
   * What a search looks into: the record in that row of the codes, its escapes undone. Of it what stands within `reach` characters
   * of the value in slot `at`, or of what stands before that value, and perhaps more.
   */
  searchText(row: number, at: number, reach: number): string {
    let text = `${this.searched[at] ?? ''}${this.#valueText(row, at)}`;
    let before = '';
    for (let i = at - 1; i >= 0 && before.length < reach; i--) before = `${this.searched[i]}${this.#valueText(row, i)}${before}`;
    const end = text.length + reach;
    for (let i = at + 1; i < this.searched.length && text.length < end; i++)
      text += `${this.searched[i]}${this.#valueText(row, i)}`;
    return before + text;
  }

  #valueText(row: number, at: number): string {
    return this.slots[at]?.column.searchText(this.codes.code(row, at)) ?? '';
  }

  /** Writes the record in that row of the codes. */
  write(row: number, to: ByteList): void {
    const chunk = this.codes.chunk(row);
    const base = this.codes.base(row);
    for (let i = 0; i < this.slots.length; i++) {
      appendAll(this.between[i], to);
      const slot = this.slots[i];
      slot?.column.write(chunk[base + i] ?? 0, slot.spelling, to);
    }
    appendAll(this.between[this.slots.length], to);
  }

  /** Writes AuditData of the record in that row, in a spelling of choice; nothing if it was not taken apart. */
  writeAuditData(row: number, spelling: AuditDataSpelling, to: ByteList): void {
    const part = this.auditData;
    if (!part) return;
    const chunk = this.codes.chunk(row);
    const base = this.codes.base(row);
    const between = part.between[spelling];
    for (let slot = part.from; slot < part.to; slot++) {
      appendAll(between[slot - part.from], to);
      this.slots[slot]?.column.write(chunk[base + slot] ?? 0, spelling, to);
    }
    appendAll(between.at(-1), to);
  }
}

function appendAll(bytes: DataView | undefined, to: ByteList): void {
  if (bytes) to.appendRun(bytes, 0, bytes.byteLength);
}

/** Of a text that holds an object, its quotation marks belong to neither. */
function withoutTextQuotes({ between, kind }: Step, { before, place }: Node): string {
  return decodeText(
    between.bytes,
    place.awaitsQuote && before?.step.kind === 'ends' ? 1 : 0,
    between.length - (kind === 'opens' ? 1 : 0),
  );
}

/** The template of records that went all the way to `node`. */
export function templateOf(number: number, node: Node): Template {
  const path: NonNullable<Node['before']>[] = [];
  for (let at = node.before; at; at = at.node.before) path.unshift(at);
  const between: DataView[] = [];
  const slots: Slot[] = [];
  const searched: string[] = [];
  const auditData = new AuditDataOnPath();
  const text = new ByteList(256);
  let search = '';
  for (const { node: from, step } of path) {
    writeSpelled(from.place.spelling, viewOf(step.between.bytes), 0, step.between.length, text);
    const isOfRow = from.place.isBetweenCells === true;
    if (!isOfRow) search += unescapeJson(withoutTextQuotes(step, from));
    else if (from.before && step.kind !== 'ends') search += '\n';
    auditData.pass(step, from.place.spelling, slots.length);
    if (!step.property) continue;
    between.push(viewOf(text.take()));
    searched.push(search);
    const { property, spelling, isAuditData } = step;
    slots.push({ property, column: property.column, spelling, isText: step.kind === 'text', isAuditData });
    search = '';
  }
  return new Template(number, [...between, viewOf(text.take())], slots, [...searched, search], auditData.part);
}

/** Finds AuditData among the steps to a template. */
class AuditDataOnPath {
  part: AuditDataPart | undefined;
  readonly #between: Uint8Array[] = [];
  readonly #text = new ByteList(256);
  #spelling: Spelling | undefined;
  #from = 0;

  /** `slot` is the one that the step leads to. */
  pass({ between, begins, ends, property }: Step, spelling: Spelling, slot: number): void {
    if (begins >= 0) {
      this.#spelling = spelling;
      this.#from = slot;
    }
    if (this.#spelling === undefined) return;
    this.#text.append(between.bytes, Math.max(begins, 0), ends >= 0 ? ends : between.length);
    if (property || ends >= 0) this.#between.push(this.#text.take());
    if (ends < 0) return;
    const length = this.#between.reduce((sum, each) => sum + each.length, 0);
    const written = (spelling: AuditDataSpelling) =>
      this.#between.map((each) => {
        writeSpelled(spelling, viewOf(each), 0, each.length, this.#text);
        return viewOf(this.#text.take());
      });
    const all = { asItIs: written('asItIs'), inCell: written('inCell') };
    this.part = { spelling: this.#spelling, from: this.#from, to: slot, between: all, length };
    this.#spelling = undefined;
  }
}
