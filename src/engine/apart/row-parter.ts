// Records that are rows of CSV: what stands between two cells, quotation marks included, is a step, and AuditData in a cell is an
// object like any other, whose quotation marks are doubled where it is written.

import type { Cells } from '~/engine/intake/cells';
import { openBrace, quote } from '~/engine/intake/json-structure';
import { bytesEqual } from '~/lib/bytes';
import type { KeptRecords } from './kept-records';
import { ObjectWalk } from './object-walk';
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
  /** Of the row taken apart last. */
  readonly parts;

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
  part(bytes: Uint8Array, from: number, end: number, cells: Cells): boolean {
    this.#walk.begin(bytes, from, end, cells.text);
    return this.#over(bytes, from, end, cells) && this.#walk.end();
  }

  /** Whether the row is its cells and nothing else. */
  #over(bytes: Uint8Array, from: number, end: number, { text, starts, ends, cellCount }: Cells): boolean {
    let p = from;
    let isQuoted = false;
    for (let cell = 0; cell < cellCount; cell++) {
      const between = p;
      if (isQuoted) p++;
      if (cell > 0) p++;
      isQuoted = p < end && bytes[p] === quote;
      if (isQuoted) p++;
      const start = starts[cell] ?? 0;
      const behind = ends[cell] ?? 0;
      const holdsObject = isQuoted && cell === this.#auditData && start < behind && text[start] === openBrace;
      const step = this.#step(bytes, between, p, cell, holdsObject ? 'opens' : isQuoted ? 'text' : 'bare');
      p = endOfCell(bytes, p, end, text, start, behind, isQuoted);
      if (!step || p < 0) return false;
      if (!(holdsObject ? this.#object.over(text, start, behind) : this.#walk.parts.add(start, behind))) return false;
    }
    const between = p;
    if (isQuoted) p++;
    while (p < end && (bytes[p] === 0x0d || bytes[p] === 0x0a)) p++;
    return p === end && this.#step(bytes, between, end, cellCount, 'ends') !== undefined;
  }

  #step(bytes: Uint8Array, from: number, end: number, cell: number, kind: StepKind): Step | undefined {
    const { steps } = this.#walk.node;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      if (step?.kind !== kind || step.between.length !== end - from) continue;
      if (bytesEqual(step.between, 0, bytes, from, end - from)) return this.#walk.take(i);
    }
    if (kind === 'opens') return this.#walk.add(bytes, from, end, { kind, place: inCell });
    if (kind === 'ends') return this.#walk.add(bytes, from, end, { kind, place: betweenCells });
    const column = this.#kept.columnFor('cells', this.#names[cell] ?? nameOfColumn(cell));
    const spelling = kind === 'text' ? 'inCell' : 'asItIs';
    return (
      column &&
      this.#walk.add(bytes, from, end, { kind, column, spelling, isAuditData: cell === this.#auditData, place: betweenCells })
    );
  }
}

/** Of a column that has none. */
export function nameOfColumn(cell: number): string {
  return `Column ${cell + 1}`;
}

/** Where the cell that begins at `at` ends if it says `text` in the way cells do, else -1. */
function endOfCell(
  bytes: Uint8Array,
  at: number,
  end: number,
  text: Uint8Array,
  start: number,
  behind: number,
  isQuoted: boolean,
): number {
  let p = at;
  for (let i = start; i < behind; i++) {
    const byte = text[i];
    if (isQuoted && byte === quote && bytes[p++] !== quote) return -1;
    if (bytes[p++] !== byte) return -1;
  }
  return p > end || (isQuoted && bytes[p] !== quote) ? -1 : p;
}
