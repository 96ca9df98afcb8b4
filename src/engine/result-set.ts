// The seam between a million records and the screen. One interface, served in-process (tests, Node) by `memory-result-set`
// and over a worker (the product) by `client`. The screen only ever asks for the rows it can see.

import type { FieldRef } from '~/domain/fields';
import type { Group, Grouping } from '~/domain/grouping';
import type { ResultView } from '~/domain/result-view';
import type { EpochMs } from '~/lib/time';

/** Position of a record in arrival order; stable for the life of a result set. Identifies a row to the screen. */
export type RowIndex = number;
/** Names one answered view. Views older than the newest are forgotten by the engine. */
export type ViewId = number;

export interface ResultSet {
  /**
   * Takes one page of Graph records as it came from the network; the buffer is transferred and unusable afterwards.
   * A page that is not a whole Graph page (cut off, not JSON) rejects with `bad-page` and adds nothing, so that the
   * same page can be fetched again. A bad record within a good page is counted in `rejected` and stops nothing.
   */
  append(page: Uint8Array): Promise<Receipt>;

  /**
   * Reads an exported audit log and leaves it where it is: raw records are read from the file when asked for.
   * Rejects with `not-an-audit-log` before anything is added. Aborting keeps what has been read.
   */
  open(file: File, options?: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal }): Promise<FileReceipt>;

  /**
   * Makes `view` the current one: filtered and sorted row numbers. A text search over AuditData takes seconds at a
   * million records: the promise resolves with what is found early, and `onGrow` tells each later state until
   * `searched === outOf`. Only the newest request is answered, older ones reject with `superseded`.
   */
  view(view: ResultView, onGrow?: (state: ViewState) => void): Promise<ViewState>;

  /** At most 1,000 rows at a time; rows past the end are left out. Rejects with `superseded` when the view is gone. */
  rows(view: ViewId, from: number, count: number, fields: readonly FieldRef[]): Promise<Row[]>;

  /** Where a record stands in a view, counted from 0, for opening and stepping through records by id. */
  position(view: ViewId, recordId: string): Promise<number | undefined>;

  /** Values of one field in a view with their counts, most frequent first, at most `limit` (default 200). */
  facet(view: ViewId, field: FieldRef, limit?: number): Promise<Facet[]>;

  /**
   * The records of a view put together, groups with the latest record first, of which at most 1,000 from `from` on. The last
   * grouping is kept, so that further groups of it cost nothing. Rejects with `superseded` when the view is gone.
   */
  group<Name extends string>(view: ViewId, grouping: Grouping<Name>, from: number, count: number): Promise<Groups<Name>>;

  /** Counts per equal slice of time between the first and last record of the view. */
  histogram(view: ViewId, buckets: number): Promise<Histogram>;

  /** The untouched text of one record, wherever it came from. */
  record(row: RowIndex): Promise<RawRecord>;

  /** Records that could not be read, first 1,000, with the reason and what stood there. */
  rejected(): Promise<readonly RejectedRecord[]>;

  /** The rows of a view, in its order, as the bytes of a file. Cancelling the stream stops the work. */
  export(view: ViewId, format: ExportFormat): ReadableStream<Uint8Array>;

  dispose(): void;
}

export interface Receipt {
  readonly added: number;
  /** Records whose id was already there. */
  readonly duplicates: number;
  readonly rejected: number;
  /** `@odata.nextLink`, to be followed verbatim; absent on the last page. */
  readonly nextLink: string | undefined;
}

export interface FileProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly added: number;
}

export interface FileReceipt extends Omit<Receipt, 'nextLink'> {
  /** What the file was recognised as, in words: `Purview portal CSV`, `JSON Lines of AuditData`. */
  readonly recognisedAs: string;
}

export interface ViewState {
  readonly viewId: ViewId;
  readonly rowCount: number;
  /** Records in the whole set. */
  readonly outOf: number;
  /** Records the text search has looked at; equals `outOf` when done or when there is no text. */
  readonly searched: number;
}

export interface Row {
  readonly index: RowIndex;
  readonly recordId: string;
  readonly time: EpochMs;
  /** As stored; pass through `displayText` to show. Missing where the record has no value. `time` is not among them. */
  readonly values: Readonly<Partial<Record<FieldRef, string>>>;
}

export interface Facet {
  /** The most frequent spelling; values are counted together when they differ only in case. */
  readonly value: string;
  readonly count: number;
}

export interface Groups<Name extends string = string> {
  /** All there are. */
  readonly groupCount: number;
  readonly groups: readonly Group<Name>[];
}

export interface Histogram {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly counts: readonly number[];
}

export interface RawRecord {
  readonly recordId: string;
  /** AuditData as it came, byte for byte; not necessarily valid JSON. */
  readonly auditData: string;
  /** What the service or file said around it: Graph's properties, or the other columns or properties of a file, in their order. */
  readonly envelope: readonly (readonly [name: string, value: string])[];
  /** Where it came from: `Microsoft Graph`, or the file's name and line. */
  readonly source: string;
}

export interface RejectedRecord {
  /** In words, for the administrator. */
  readonly reason: string;
  readonly raw: string;
  readonly source: string;
}

export type ExportFormat =
  /** Purview's own header, AuditData untouched: evidence. */
  | { readonly kind: 'purview'; readonly bom: boolean }
  /** What the grid shows. Cells a spreadsheet would run as a formula get a leading apostrophe. Times in `timeZone`. */
  | { readonly kind: 'columns'; readonly bom: boolean; readonly fields: readonly FieldRef[]; readonly timeZone: 'utc' | 'local' }
  /** The XML in which Exchange delivers entries of mailbox audit logs. Records that are not about a mailbox are left out. */
  | { readonly kind: 'mailboxXml' };
