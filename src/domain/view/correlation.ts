// Records that mean something together: many of a kind, many different values, or one of each of several kinds, of the same user or
// address, within some time of each other.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { EpochMs } from '~/lib/time';
import type { Filter } from './filter';

/**
 * What is looked for in the records of one key at a time. A window begins at the time of any of them and holds all of them from
 * then until `withinMs` later, both included. Found are the windows of which `has` is true, those that share a record as one stretch.
 */
export interface Correlation {
  /** The kinds of records; one that passes several filters is of the first of these kinds, one that passes none takes no part. */
  readonly events: readonly CorrelatedEvent[];
  /** From the first to the last record of a window, at most; 0 or more. */
  readonly withinMs: number;
  readonly has: Occurrence;
}

export interface CorrelatedEvent {
  readonly filter: Filter;
  /**
   * What has to be the same: as many fields as every other event has, which may be others. Their values are the key of a record,
   * compared one by one as texts without case. A record without a value in one of them takes no part. No fields: all have one key.
   */
  readonly by: readonly FieldRef[];
  /** Absent where each record of the kind is an event by itself. */
  readonly gathered?: Gathering;
}

/**
 * Records that are an event only together: it happens at a record when `has` is true of those of its kind that have the same values
 * of `by`, from `withinMs` before it until it, both included. Only `each` asks for events; the other records of the kind take part
 * in windows and stretches like any other. A record without a value in a field of `by` is no event.
 */
export interface Gathering {
  readonly by: readonly FieldRef[];
  readonly withinMs: number;
  readonly has: Exclude<Occurrence, { readonly kind: 'each' }>;
}

/** What is true of a window, by all records in it. */
export type Occurrence =
  /** So many records, of any of the kinds. Where more than `atMost` follow each other, a window of the last few has fewer. */
  | { readonly kind: 'count'; readonly atLeast: number; readonly atMost?: number }
  /** So many different values of a field, but for case; records without one count for none. */
  | { readonly kind: 'values'; readonly field: FieldRef; readonly atLeast: number; readonly atMost?: number }
  /**
   * At least one event of each kind; `inOrder`: among them one of the first kind, one of the second that is not earlier, and so on. Records
   * of the same time stand in any order.
   */
  | { readonly kind: 'each'; readonly inOrder: boolean };

export interface Correlations {
  /** How many stretches there are. */
  readonly count: number;
  /** The first of them: the latest by `to`, those with the same by key, in lower case and by code point. */
  readonly found: readonly Correlated[];
}

/** A stretch: a window that was found, with all others of its key that share a record with it, or with one that does, and so on. */
export interface Correlated {
  /**
   * One value for each field, as the earliest record of the stretch spells it; of several at that time one of the first kind, and of
   * these the first to arrive.
   */
  readonly key: readonly string[];
  /** Of its first record. */
  readonly from: EpochMs;
  /** Of its last record. */
  readonly to: EpochMs;
  /** Records of the key in that time, of any of the kinds. */
  readonly count: number;
}
