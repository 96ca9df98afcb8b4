// What has been added to kept records, written down and added to others again: properties, values, templates, and of each record
// its template and codes. Numbers stand for the same in both, since all of these are numbered in the order in which they came.

import type { KeptRecords, PathStep } from '~/engine/apart/kept-records';
import type { Spelling } from '~/engine/apart/spelling';
import { addStep, type Node, type Place, type Scope, type StepKind, type Template } from '~/engine/apart/template';
import { ByteList } from '~/lib/bytes';
import type { PackedReader, PackedWriter } from '~/lib/packed';
import { Pattern } from '~/lib/runs';

const scopes: readonly Scope[] = ['envelope', 'cells', 'auditData'];
const spellings: readonly Spelling[] = ['asItIs', 'inCell', 'inText'];
const kinds: readonly StepKind[] = ['text', 'bare', 'opens', 'ends'];

/** How much is written at a time. */
export interface AtOnce {
  /** Of values. */
  readonly bytes: number;
  readonly records: number;
}

/** Writes each time what has been added since the time before. */
export class KeptLog {
  readonly #kept: KeptRecords;
  readonly #atOnce: AtOnce;
  #properties = 0;
  /** How many values of each column, and of each template how many rows. */
  readonly #values: number[] = [];
  #templates = 1;
  readonly #rows: number[] = [];
  #records = 0;

  constructor(kept: KeptRecords, atOnce: AtOnce) {
    this.#kept = kept;
    this.#atOnce = atOnce;
  }

  /** How many records have been written. */
  get records(): number {
    return this.#records;
  }

  /** What there is by now needs not be written. */
  skip(): void {
    const { allProperties, columns, templates, length } = this.#kept;
    this.#properties = allProperties.length;
    for (const [at, column] of columns.entries()) this.#values[at] = column.size;
    this.#templates = templates.length;
    for (const { number, codes } of templates) this.#rows[number] = codes.length;
    this.#records = length;
  }

  /** Writes some of it: values first, then records that are made of them. */
  write(to: PackedWriter): void {
    this.#writeProperties(to);
    const areAllThere = this.#writeValues(to);
    this.#writeTemplates(to);
    this.#writeRecords(to, areAllThere ? this.#atOnce.records : 0);
  }

  #writeProperties(to: PackedWriter): void {
    const added = this.#kept.allProperties.slice(this.#properties);
    to.number(added.length);
    for (const { scope, name } of added) {
      to.number(scopes.indexOf(scope));
      to.text(name);
    }
    this.#properties += added.length;
  }

  /** Whether all values are written now. */
  #writeValues(to: PackedWriter): boolean {
    const grown = [...this.#kept.columns.entries()].filter(([at, column]) => column.size > (this.#values[at] ?? 1));
    const bytes = new ByteList();
    let written = 0;
    for (const [at, column] of grown) {
      const from = this.#values[at] ?? 1;
      const end = column.endWithin(from, this.#atOnce.bytes - written);
      to.number(at + 1);
      to.number(column.count);
      to.number(column.isDistinct ? 1 : 0);
      const unusual = column.unusual(from, end);
      to.numbers(unusual.length, (i) => unusual[i] ?? 0);
      to.numbers(end - from, (i) => column.length(from + i));
      bytes.length = 0;
      column.writeValues(from, end, bytes);
      to.bytes(bytes.array.subarray(0, bytes.length));
      this.#values[at] = end;
      written += bytes.length;
      if (end < column.size || written >= this.#atOnce.bytes) break;
    }
    to.number(0);
    return grown.every(([at, column]) => column.size === this.#values[at]);
  }

  #writeTemplates(to: PackedWriter): void {
    const added = this.#kept.templates.slice(this.#templates);
    const { allProperties } = this.#kept;
    to.number(added.length);
    for (const template of added) {
      const { layout, place, steps } = this.#kept.pathTo(template);
      to.text(layout);
      to.number(packedPlace(place));
      to.number(steps.length);
      for (const { between, spelling, kind, isAuditData, property, begins, ends, place } of steps) {
        to.bytes(between.bytes);
        to.number(spellings.indexOf(spelling));
        to.number(kinds.indexOf(kind));
        to.number(isAuditData ? 1 : 0);
        to.number(property ? allProperties.indexOf(property) + 1 : 0);
        to.number(begins + 1);
        to.number(ends + 1);
        to.number(packedPlace(place));
      }
    }
    this.#templates += added.length;
  }

  #writeRecords(to: PackedWriter, limit: number): void {
    const kept = this.#kept;
    const from = this.#records;
    const count = Math.min(limit, kept.length - from);
    const grown = new Map<Template, number>();
    for (let record = from; record < from + count; record++) {
      const template = kept.template(record);
      grown.set(template, (grown.get(template) ?? 0) + 1);
    }
    to.numbers(count, (i) => kept.template(from + i).number);
    to.number(grown.size);
    for (const [{ number, codes }, rows] of grown) {
      const first = this.#rows[number] ?? 0;
      to.number(number);
      for (let slot = 0; slot < codes.width; slot++) to.numbers(rows, (i) => codes.code(first + i, slot));
      this.#rows[number] = first + rows;
    }
    this.#records += count;
  }
}

/** Adds to kept records what was added to others, which had the same when that was written. Throws a `RangeError` when they had not. */
export function readKept(kept: KeptRecords, from: PackedReader): void {
  for (let left = from.number(); left > 0; left--) kept.propertyFor(nth(scopes, from.number()), from.text());
  for (let column = from.number(); column > 0; column = from.number()) {
    const count = from.number();
    const isDistinct = from.number() === 1;
    const unusual = from.numbers();
    nth(kept.columns, column - 1).addValues(from.numbers(), from.bytes(), { unusual, count, isDistinct });
  }
  for (let left = from.number(); left > 0; left--) readTemplate(kept, from);
  const templates = from.numbers();
  for (let i = 0; i < templates.length; i++) kept.pushRow(nth(kept.templates, templates[i] ?? 0));
  for (let left = from.number(); left > 0; left--) {
    const { codes } = nth(kept.templates, from.number());
    const columns = Array.from({ length: codes.width }, () => from.numbers());
    codes.pushColumns(columns[0]?.length ?? 0, columns);
  }
}

function readTemplate(kept: KeptRecords, from: PackedReader): Template {
  const layout = from.text();
  let node = kept.rootOf(layout, placeOf(from.number()));
  for (let left = from.number(); left > 0; left--) {
    const between = new Pattern(from.bytes().slice());
    const spelling = nth(spellings, from.number());
    const kind = nth(kinds, from.number());
    const isAuditData = from.number() === 1;
    const property = from.number();
    const begins = from.number() - 1;
    const ends = from.number() - 1;
    node = stepFrom(kept, node, {
      between,
      spelling,
      kind,
      isAuditData,
      property: property === 0 ? undefined : nth(kept.allProperties, property - 1),
      begins,
      ends,
      place: placeOf(from.number()),
    });
  }
  const template = kept.templateAt(node);
  if (!template) throw new RangeError('There are too many templates.');
  return template;
}

/** Where a step leads, which may be known from another template. */
function stepFrom(kept: KeptRecords, node: Node, { place, ...step }: PathStep): Node {
  const known = node.steps.find(
    (each) =>
      each.kind === step.kind &&
      each.property === step.property &&
      each.between.length === step.between.length &&
      each.between.bytes.every((byte, i) => byte === step.between.bytes[i]),
  );
  if (known) return known.node;
  const next = kept.addNode(place);
  if (!next) throw new RangeError('There are too many shapes of records.');
  addStep(node, next, step);
  return next;
}

export function nth<Entry>(list: readonly Entry[], at: number): Entry {
  const entry = list[at];
  if (entry === undefined) throw new RangeError(`There is no entry ${at} of ${list.length}.`);
  return entry;
}

function packedPlace({ depth, spelling, awaitsQuote, isBetweenCells = false, isPastAuditData = false }: Place): number {
  const flags = [awaitsQuote, isBetweenCells, isPastAuditData].reduce((bits, flag, i) => bits | (flag ? 1 << i : 0), 0);
  return depth | (spellings.indexOf(spelling) << 2) | (flags << 4);
}

function placeOf(packed: number): Place {
  const depth = nth([0, 1, 2] as const, packed & 3);
  const flag = (i: number) => ((packed >> (4 + i)) & 1) === 1;
  return {
    depth,
    spelling: nth(spellings, (packed >> 2) & 3),
    awaitsQuote: flag(0),
    isBetweenCells: flag(1),
    isPastAuditData: flag(2),
  };
}
