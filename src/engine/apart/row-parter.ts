// Records that are rows of CSV: what stands between two cells, quotation marks included, is a step, and AuditData in a cell is an
// object like any other, whose quotation marks are doubled where it is written.

import type { CsvRows } from '~/engine/intake/csv-rows';
import { openBrace } from '~/engine/intake/json-structure';
import { viewOf } from '~/lib/runs';
import type { KeptRecords } from './kept-records';
import { ObjectWalk } from './object-walk';
import type { Parts } from './parts';
import type { Place, Step, StepKind } from './template';
import { TemplateWalk } from './template-walk';

const betweenCells: Place = { depth: 0, spelling: 'asItIs', awaitsQuote: false, isBetweenCells: true };
const inCell: Place = { depth: 0, spelling: 'inCell', awaitsQuote: false };

export class RowParter {
  readonly #kept: KeptRecords;
  readonly #walk: TemplateWalk;
  readonly #object: ObjectWalk;
  readonly #names: readonly string[];
  readonly #auditData: number;
  #bytes: Uint8Array = new Uint8Array(0);
  #view = viewOf(this.#bytes);
  /** Of the row taken apart last. */
  readonly parts: Parts;

  /** `names` are those of the columns, each another; `auditData` is the number of the one that holds AuditData. */
  constructor(kept: KeptRecords, names: readonly string[], auditData: number) {
    this.#kept = kept;
    this.#walk = new TemplateWalk(kept, `rows ${auditData} ${JSON.stringify(names)}`, betweenCells);
    this.#object = new ObjectWalk(kept, this.#walk, undefined, betweenCells);
    this.#names = names;
    this.#auditData = auditData;
    this.parts = this.#walk.parts;
  }

  /** Whether the range can be taken apart; `cells` are those that were read from it, its quotation marks undone. */
  part(bytes: Uint8Array, from: number, end: number, cells: CsvRows): boolean {
    if (!cells.isExact) return false;
    this.#walk.begin(bytes, from, cells.text);
    return this.#over(bytes, from, end, cells) && this.#walk.end(end) === end;
  }

  #over(bytes: Uint8Array, from: number, end: number, cells: CsvRows): boolean {
    const { text, starts, ends, rawStarts, rawEnds, isQuoted, cellCount } = cells;
    if (this.#bytes !== bytes) this.#view = viewOf(bytes);
    this.#bytes = bytes;
    let behind = from;
    for (let cell = 0; cell < cellCount; cell++) {
      const start = starts[cell] ?? 0;
      const to = ends[cell] ?? 0;
      const holdsObject = isQuoted[cell] === true && cell === this.#auditData && start < to && text[start] === openBrace;
      const kind = holdsObject ? 'opens' : isQuoted[cell] ? 'text' : 'bare';
      if (!this.#step(behind, rawStarts[cell] ?? 0, cell, kind)) return false;
      const { parts } = this.#walk;
      if (!(holdsObject ? this.#object.over(text, parts.outsideView, start, to) === to : parts.add(start, to))) return false;
      behind = rawEnds[cell] ?? 0;
    }
    return this.#step(behind, end, cellCount, 'ends');
  }

  #step(from: number, end: number, cell: number, kind: StepKind): boolean {
    const { steps } = this.#walk.node;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      if (step?.kind !== kind || step.between.length !== end - from) continue;
      if (step.between.isAt(this.#view, from)) return this.#walk.take(i) !== undefined;
    }
    return this.#addStep(from, end, cell, kind) !== undefined;
  }

  #addStep(from: number, end: number, cell: number, kind: StepKind): Step | undefined {
    const bytes = this.#bytes;
    if (kind === 'opens') return this.#walk.add(bytes, from, end, { kind, place: inCell });
    if (kind === 'ends') return this.#walk.add(bytes, from, end, { kind, place: betweenCells });
    const property = this.#kept.propertyFor('cells', this.#names[cell] ?? nameOfColumn(cell));
    if (!property) return undefined;
    const spelling = kind === 'text' ? 'inCell' : 'asItIs';
    const isAuditData = cell === this.#auditData;
    return this.#walk.add(bytes, from, end, { kind, property, spelling, isAuditData, place: betweenCells });
  }
}

/** Of a column that has none. */
function nameOfColumn(cell: number): string {
  return `Column ${cell + 1}`;
}
