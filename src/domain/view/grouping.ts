// Records put together by what they have in common: who failed to sign in how often, what happened to each message. General:
// any field or AuditData path can be grouped by and measured.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { EpochMs } from '~/lib/time';
import type { Filter } from './filter';

export interface Grouping<Name extends string = string> {
  /** Only records that pass all of these take part. */
  readonly where?: readonly Filter[];
  /** Records without a value in any of these belong to no group. Values that differ only in case are one. */
  readonly by: readonly [FieldRef] | readonly [FieldRef, FieldRef];
  /** What to tell of each group, by names of the caller's. */
  readonly measures: Readonly<Record<Name, Measure>>;
  /** Only groups in which at least one record passes all of these; the others of its records count all the same. */
  readonly having?: readonly Filter[];
  /** Without it the latest first, as ties are in any order: those by their last record, and then by the one that came first. */
  readonly sort?: GroupSort<Name>;
}

export type GroupSort<Name extends string = string> =
  | { readonly by: 'count' | 'first' | 'last'; readonly descending: boolean }
  /** The first or second field grouped by, as displayed, numbers in their order as numbers; times by the second. */
  | { readonly by: 'key'; readonly of: 0 | 1; readonly descending: boolean }
  /** How many distinct values a measure found. */
  | { readonly by: 'distinct'; readonly of: Name; readonly descending: boolean };

export interface Measure {
  readonly field: FieldRef;
  /** Only records that pass all of these. */
  readonly where?: readonly Filter[];
  /** What makes several records one occasion; without it every record is one. */
  readonly once?: Once;
}

/** Records of a group that are alike in these fields are one occasion until so long after the first of them. */
export interface Once {
  readonly of: readonly [FieldRef, ...FieldRef[]];
  readonly withinMs: number;
}

/** One group, and what was measured of the records in it that have a value in the measured field. */
export interface Group<Name extends string = string> {
  /** One value for each field grouped by, as the group's first record to arrive spells it. */
  readonly key: readonly string[];
  readonly count: number;
  readonly first: EpochMs;
  readonly last: EpochMs;
  readonly tallies: Readonly<Record<Name, Tally>>;
}

export interface Tally {
  readonly count: number;
  readonly occasions: number;
  /**
   * Distinct values but for case, as stored, in the order of their earliest record and as that one spells them; the first
   * `valuesKept` of them. Every record has an `id` and a `time`, which is told by the second: `2026-11-14 09:31:07` in UTC.
   */
  readonly values: readonly string[];
  /** How many distinct values there are. */
  readonly distinct: number;
  readonly first: EpochMs | undefined;
  readonly last: EpochMs | undefined;
}

export const valuesKept = 100;
