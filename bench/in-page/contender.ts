// What is asked of the engine and of its rivals alike. Every question returns what it found, so that the figures of two
// contenders are known to be about the same work.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Indicator } from '~/domain/indicators/indicator';
import type { ResultView } from '~/domain/view/result-view';

export const gridFields: readonly FieldRef[] = ['time', 'ip', 'user', 'recordType', 'operation', 'item', 'detail'];

export interface SearchFigures {
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly found: number;
}

export interface Contender {
  append(page: Uint8Array<ArrayBuffer>): Promise<void>;
  /** How many rows the view has; it is then the one asked about below. */
  view(view: ResultView): Promise<number>;
  /** Sorts with the texts to compare made ready before, where the contender knows such a thing. */
  preparedSort?(view: ResultView): Promise<number>;
  /** Record ids. */
  rows(from: number, count: number): Promise<readonly string[]>;
  /** Values and the count of the most frequent. */
  facet(field: FieldRef): Promise<string>;
  histogram(buckets: number): Promise<string>;
  /** Facets of some fields and the histogram, for a screen that shows them beside each other. */
  overview(fields: readonly FieldRef[], buckets: number): Promise<string>;
  /** Of AuditData, of all records. */
  properties(): Promise<string>;
  /** What one field says in some rows of the view. */
  values(field: FieldRef, from: number, count: number): Promise<readonly string[]>;
  /** `enough` hits known and the first of them fetched, then all known. */
  search(view: ResultView, enough: number): Promise<SearchFigures>;
  /** How many of the indicators are found in the view, and in how many records all of them together. */
  matches(indicators: readonly Indicator[]): Promise<string>;
  recordLength(row: number): Promise<number>;
  /** Bytes of the view as Purview's CSV. */
  exportCsv(): Promise<number>;
  dispose(): void;
}

/** One operation of one contender. `firstMs` is the first time it is asked, `warmMs` the median of the runs after. */
export interface Figure {
  readonly name: string;
  readonly firstMs: number;
  readonly warmMs: number;
  readonly warmRuns: number;
  /** What was found, to compare contenders by. */
  readonly answer: string;
}

export interface FillFigures {
  /** Time in `append`, without the making of pages. */
  readonly ms: number;
  readonly bytes: number;
  /** The longest gap between two turns of a 4 ms timer on the main thread, and the longest task Chromium itself reported. */
  readonly longestGapMs: number;
  readonly longestTaskMs: number;
  readonly tasksOver50Ms: number;
}
