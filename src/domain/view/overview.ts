// Values of fields and records over time, counted together: what stands beside the rows of a view.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { TimeZone } from '~/lib/time';
import type { TimeSlices } from '~/lib/time-slices';

export interface OverviewAsked {
  readonly facets: readonly FacetAsked[];
  readonly timeline?: TimelineAsked;
}

export interface FacetAsked {
  readonly field: FieldRef;
  /** Of the most frequent values; 200 unless told. */
  readonly limit?: number;
  /** Only values in which this stands, as displayed or as stored, without case. */
  readonly containing?: string;
  /** Values whose number is told in any case, as a filter would name them. */
  readonly always?: readonly string[];
}

export interface Overview {
  /** In the order in which they were asked for. */
  readonly facets: readonly FieldCounts[];
  readonly timeline: Timeline | undefined;
}

/** Of the records that pass the view's text and its filters, but for those that are about this field alone. */
export interface FieldCounts {
  /** The most frequent first, and else as they are sorted; then those of `always` that are not among them. */
  readonly values: readonly Facet[];
  /** How many values there are, of those that were asked for. */
  readonly distinct: number;
  /** The first and the last of these as they are sorted; `undefined` where there is none. */
  readonly range: { readonly lowest: string; readonly highest: string } | undefined;
  /** Records that have a value. */
  readonly records: number;
  /** Records that were looked at. */
  readonly outOf: number;
}

export interface TimelineAsked {
  /** Slices begin on whole minutes, hours, days of its clocks. */
  readonly zone: TimeZone;
  /** Slices. */
  readonly atMost: number;
  /** What each slice is divided by: its `values` most frequent values, and the rest. */
  readonly by?: { readonly field: FieldRef; readonly values: number };
}

/** From the first record of the view to its last, or as far as its filters reach. */
export interface Timeline extends TimeSlices {
  readonly stacks: readonly TimelineStack[];
}

export interface TimelineStack {
  /** As stored; `undefined` for the rest, which comes last and is there unless it is empty. */
  readonly value: string | undefined;
  /** By slice. */
  readonly counts: readonly number[];
}

export interface Facet {
  /** The most frequent spelling; values are counted together when they differ only in case. */
  readonly value: string;
  readonly count: number;
}
