// What records of one shape have in common: their text with the values taken out, and the column that each value went into.
// A template is found by walking steps from one value to the next; records of other shapes share the steps they have in common.
//
//   record     {"id":"4f..","operation":"Send","auditData":{"Version":1}}
//   steps      {"id":"  ·  ","operation":"  ·  ","auditData":{"Version":  ·  }}
//   columns             id                operation                   Version

import { unescapeJson } from '~/engine/json/json-text';
import { ByteList, decodeText, Uint32List } from '~/lib/bytes';
import { CodeTable } from './code-table';
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
}

/** `opens`: into a text that holds an object; `ends`: the object, or the record. */
export type StepKind = 'text' | 'bare' | 'opens' | 'ends';

export interface Step {
  /** From behind the value before to the first byte of the next; the quotation marks of texts belong to it. */
  readonly between: Uint8Array;
  /** Of the value behind it. */
  readonly spelling: Spelling;
  readonly kind: StepKind;
  /** Whether its value is AuditData as a whole: no object, then, for one would be taken apart. */
  readonly isAuditData: boolean;
  /** Of the value behind it; steps that open or end have none. */
  readonly column: ValueColumn | undefined;
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

export interface Slot {
  readonly column: ValueColumn;
  readonly spelling: Spelling;
  /** Whether the value is what stands between the quotation marks of a JSON text. */
  readonly isText: boolean;
  /** Whether the value is AuditData as a whole, which was not taken apart. */
  readonly isAuditData: boolean;
}

export class Template {
  readonly number: number;
  /** One more than there are slots: what stands before, between and behind values, as it stands in the record. */
  readonly between: readonly Uint8Array[];
  readonly slots: readonly Slot[];
  readonly codes: CodeTable;
  /** The same as `between` for a search: what JSON writes with escapes without them, and a line break between cells. */
  readonly searched: readonly string[];
  /** Every character of those that stands next to a value. */
  readonly edges: ReadonlySet<string>;
  /** Whether AuditData was not taken apart: it is no object, or the record was kept whole. */
  readonly keepsAuditDataWhole: boolean;
  /** Numbers of its records, ascending. */
  readonly records = new Uint32List(4);

  constructor(number: number, between: readonly Uint8Array[], slots: readonly Slot[], searched: readonly string[]) {
    this.number = number;
    this.between = between;
    this.searched = searched;
    this.edges = new Set(searched.flatMap((text, i) => [i > 0 ? text.slice(0, 1) : '', i < slots.length ? text.slice(-1) : '']));
    this.slots = slots;
    this.keepsAuditDataWhole = slots.some(({ isAuditData }) => isAuditData);
    this.codes = new CodeTable(slots.length);
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
    for (let i = 0; i < this.slots.length; i++) {
      to.append(this.between[i] ?? none);
      const slot = this.slots[i];
      const code = this.codes.code(row, i);
      if (!slot || code === 0) continue;
      const { column, spelling } = slot;
      const start = column.start(code);
      writeSpelled(spelling, column.chunk(code), start, start + column.length(code), to);
    }
    to.append(this.between[this.slots.length] ?? none);
  }
}

const none = new Uint8Array(0);

/** Of a text that holds an object, its quotation marks belong to neither. */
function withoutTextQuotes({ between, kind }: Step, { before, place }: Node): string {
  return decodeText(
    between,
    place.awaitsQuote && before?.step.kind === 'ends' ? 1 : 0,
    between.length - (kind === 'opens' ? 1 : 0),
  );
}

/** The template of records that went all the way to `node`. */
export function templateOf(number: number, node: Node): Template {
  const path: NonNullable<Node['before']>[] = [];
  for (let at = node.before; at; at = at.node.before) path.unshift(at);
  const between: Uint8Array[] = [];
  const slots: Slot[] = [];
  const searched: string[] = [];
  const text = new ByteList(256);
  let search = '';
  for (const { node: from, step } of path) {
    writeSpelled(from.place.spelling, step.between, 0, step.between.length, text);
    const isOfRow = from.place.isBetweenCells === true;
    if (!isOfRow) search += unescapeJson(withoutTextQuotes(step, from));
    else if (from.before && step.kind !== 'ends') search += '\n';
    if (!step.column) continue;
    between.push(text.take());
    searched.push(search);
    const { column, spelling, isAuditData } = step;
    slots.push({ column, spelling, isText: step.kind === 'text', isAuditData });
    search = '';
  }
  return new Template(number, [...between, text.take()], slots, [...searched, search]);
}
