// A walk over one record, from value to value: which step is taken decides its template, and every value is kept in the column of
// the step that led to it. Steps are shared by all records of one layout, and so are their ends, the templates.

import type { KeptRecords } from './kept-records';
import type { Spelling } from './spelling';
import type { Node, Place, Step, StepKind } from './template';
import type { ValueColumn } from './value-column';

/** Beyond these a record is kept whole. */
const mostValues = 1024;
const mostNodes = 100_000;
const mostSteps = 512;
const longestBetween = 4096;

export interface FoundStep {
  readonly kind: StepKind;
  readonly column?: ValueColumn;
  readonly isAuditData?: boolean;
  /** Of the value; as what stands before it unless told. */
  readonly spelling?: Spelling;
  /** Where the walk stands behind it. */
  readonly place: Place;
}

export class TemplateWalk {
  readonly #kept: KeptRecords;
  readonly #root: Node;
  readonly #codes = new Uint32Array(mostValues);
  #values = 0;
  #nodes = 1;
  node: Node;

  constructor(kept: KeptRecords, place: Place) {
    this.#kept = kept;
    this.#root = { place, before: undefined, steps: [], template: undefined };
    this.node = this.#root;
  }

  begin(): void {
    this.node = this.#root;
    this.#values = 0;
  }

  /** Keeps the range as the next record: apart if the walk went all over it, whole if not. */
  end(isApart: boolean, bytes: Uint8Array, from: number, end: number): void {
    const template = isApart ? this.#kept.templateAt(this.node) : undefined;
    if (template) this.#kept.push(template, this.#codes);
    else this.#kept.pushWhole(bytes, from, end);
  }

  /** Keeps the value behind the step taken last; `false` when there are too many. */
  keep({ column }: Step, bytes: Uint8Array, from: number, end: number): boolean {
    if (!column || this.#values === mostValues) return false;
    this.#codes[this.#values++] = column.codeOf(bytes, from, end);
    return true;
  }

  /** Takes a step that is known. The one taken last stands first, since records of a shape come in runs. */
  take(at: number): Step | undefined {
    const { steps } = this.node;
    const step = steps[at];
    if (!step) return undefined;
    if (at > 0) {
      steps.copyWithin(1, 0, at);
      steps[0] = step;
    }
    this.node = step.node;
    return step;
  }

  /** Takes a step that was not known; `undefined` when there are too many. The range is what stands before the next value. */
  add(bytes: Uint8Array, from: number, end: number, found: FoundStep): Step | undefined {
    const { kind, column, place, isAuditData = false } = found;
    const before = this.node;
    if (end - from > longestBetween || before.steps.length >= mostSteps || this.#nodes >= mostNodes) return undefined;
    const node: Node = { place, before: undefined, steps: [], template: undefined };
    const spelling = found.spelling ?? before.place.spelling;
    const step = { between: bytes.slice(from, end), spelling, kind, isAuditData, column, node };
    node.before = { node: before, step };
    before.steps.unshift(step);
    this.#nodes++;
    this.node = node;
    return step;
  }
}
