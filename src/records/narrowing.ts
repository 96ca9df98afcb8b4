// What the screen of a set tells whoever narrows down what is looked at.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { TimeZone } from '~/lib/time';
import type { HeldRecordSet } from './held-record-sets';
import type { ShownView } from './view-follower';

export interface Narrowing {
  readonly held: HeldRecordSet;
  /** `undefined` before there is a view. */
  readonly shown: ShownView | undefined;
  readonly zone: TimeZone;
  readonly text: string;
  readonly filters: readonly Filter[];
  /** A step that the way back undoes. */
  onFilters(filters: Filter[]): void;
}

/** A filter that is being made, or made anew. */
export interface FilterDraft {
  readonly field: FieldRef;
  readonly edited?: Filter | undefined;
}
