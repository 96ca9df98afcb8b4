// Records that mean something together: many of a kind, many different values, or one of each of several kinds, of the same user or
// address, within some time of each other.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { EpochMs } from '~/lib/time';
import type { Filter } from './filter';

export interface Correlation {
  /** The kinds of records; one that passes several is of the first of them. */
  readonly events: readonly CorrelatedEvent[];
  /** From the first to the last of them, at most. */
  readonly withinMs: number;
  readonly has: Occurrence;
}

export interface CorrelatedEvent {
  readonly filter: Filter;
  /**
   * What has to be the same: as many fields as every other event has, compared one by one without case. A record without a value in
   * one of them takes no part. No fields: all records belong together.
   */
  readonly by: readonly FieldRef[];
}

export type Occurrence =
  /** So many records, of any of the kinds. */
  | { readonly kind: 'count'; readonly atLeast: number; readonly atMost?: number }
  /** So many different values of a field, but for case. */
  | { readonly kind: 'values'; readonly field: FieldRef; readonly atLeast: number; readonly atMost?: number }
  /** At least one of each kind; `inOrder`: one after the other, in the order of the events. */
  | { readonly kind: 'each'; readonly inOrder: boolean };

/** A stretch of time in which it is so. Those of one key that overlap are one. */
export interface Correlated {
  /** One value for each field, as its earliest record spells it. */
  readonly key: readonly string[];
  readonly from: EpochMs;
  /** Of its last record. */
  readonly to: EpochMs;
  /** Records of the key in that time, of any of the kinds. */
  readonly count: number;
}
