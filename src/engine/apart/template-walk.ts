// A walk over one record, from value to value: which step is taken decides its template, and where each value stands is noted.
// Steps are shared by all records of one layout, and so are their ends, the templates.

import { broken } from '~/engine/json/json-scan';
import { Pattern } from '~/lib/runs';
import type { KeptRecords } from './kept-records';
import { Parts } from './parts';
import type { Spelling } from './spelling';
import { addStep, type Node, type Place, type Property, type Step, type StepKind } from './template';

/** Beyond these a record is kept whole. */
const mostSteps = 512;
const longestBetween = 4096;

export interface FoundStep {
  readonly kind: StepKind;
  readonly property?: Property;
  readonly isAuditData?: boolean;
  /** Of the value; as what stands before it unless told. */
  readonly spelling?: Spelling;
  readonly begins?: number;
  readonly ends?: number;
  /** Where the walk stands behind it. */
  readonly place: Place;
}

export class TemplateWalk {
  readonly parts = new Parts();
  readonly #kept: KeptRecords;
  readonly #root: Node;
  node: Node;

  /** `layout` names what all records of this walk have in common: walks over the same share their templates. */
  constructor(kept: KeptRecords, layout: string, place: Place) {
    this.#kept = kept;
    this.#root = kept.rootOf(layout, place);
    this.node = this.#root;
  }

  /** See `Parts.begin`. */
  begin(bytes: Uint8Array, from: number, outside?: Uint8Array): void {
    this.node = this.#root;
    this.parts.begin(bytes, from, outside);
  }

  /** The record ends there, unless it is `broken`: which it is from then on, too, when there are too many templates. */
  end(at: number): number {
    const template = at === broken ? undefined : this.#kept.templateAt(this.node);
    return this.parts.end(template, template ? at : broken);
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
    const { kind, property, place, isAuditData = false, begins = -1, ends = -1 } = found;
    const before = this.node;
    if (end - from > longestBetween || before.steps.length >= mostSteps) return undefined;
    const node = this.#kept.addNode(place);
    if (!node) return undefined;
    const spelling = found.spelling ?? before.place.spelling;
    const between = new Pattern(bytes.slice(from, end));
    const step = addStep(before, node, { between, spelling, kind, isAuditData, property, begins, ends });
    this.node = node;
    return step;
  }
}
