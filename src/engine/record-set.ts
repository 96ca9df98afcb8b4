// The seam between a million records and the screen: who is asked for records, and who is given them. `RecordSet` and
// `RecordView` can be answered by a worker of this page, by plain arrays, or by a service far away; `RecordIntake` is for sets
// that this page fills. The screen only ever asks for the rows it can see.

import type { BookFile, KnownOfAddresses } from '~/domain/addresses/book-file';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import type { RecordPlace } from '~/domain/record/record-place';
import type { Correlation, Correlations } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import type { Group, Grouping } from '~/domain/view/grouping';
import type { Overview, OverviewAsked } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import type { Store } from '~/lib/store';
import type { EpochMs } from '~/lib/time';

export interface RecordSet {
  /** What these records are made of. */
  readonly catalogue: Catalogue;
  /** What this set can answer. The screen offers nothing else. */
  readonly can: Abilities;
  /** How much is there and whether more is coming. */
  readonly state: Store<SetState>;
  /**
   * The records of now that pass filters and text, in order. Any number of views are open at a time, and none changes when
   * records arrive, nor when a fuller copy of one of its records does: whoever wants to see those opens another. Aborting
   * `signal` closes the view.
   */
  open(view: ResultView, signal?: AbortSignal): RecordView;
  /** The untouched text of one record, by now its fullest copy; rejects with a `RangeError` for a key this set never gave. */
  record(key: RecordKey, signal?: AbortSignal): Promise<RawRecord>;
  /**
   * The properties of AuditData, with the number of records that have them, the most frequent first. What was not taken apart, because
   * it is no object or breaks off, is not among them.
   */
  properties(): Promise<readonly PropertyFacts[]>;
  /** Records that could not be read, first 1,000, with the reason and what stood there. */
  rejected(): Promise<readonly RejectedRecord[]>;
}

/**
 * Questions may be asked at once: they are answered when the first rows are known, and then about what is known by then. They
 * reject with the reason of `signal` when that is aborted, with an `AbortError` once the view is closed, and with what the view
 * failed with.
 */
export interface RecordView {
  readonly state: Store<ViewState>;
  /** At most 1,000 rows at a time; rows past the end are left out. */
  rows(from: number, count: number, fields: readonly FieldRef[], signal?: AbortSignal): Promise<Row[]>;
  /** Where a record stands, counted from 0; `undefined` when it is not in the view or not in the set. */
  find(key: RecordKey, signal?: AbortSignal): Promise<number | undefined>;
  /** Values of fields and records over time, counted together: for whoever shows them beside each other. */
  overview(asked: OverviewAsked, signal?: AbortSignal): Promise<Overview>;
  /**
   * The records put together, groups in the order of the grouping, of which at most 1,000 from `from` on. The last grouping is
   * kept, so that further groups of it cost nothing.
   */
  group<Name extends string>(grouping: Grouping<Name>, from: number, count: number, signal?: AbortSignal): Promise<Groups<Name>>;
  /** Stretches of time in which records mean something together, of which the first `limit`, at most 1,000. */
  correlate(correlation: Correlation, limit: number, signal?: AbortSignal): Promise<Correlations>;
  /**
   * Of each filter, how many records of the view pass it. Texts and ranges are looked for together, however many filters there are,
   * and are known when a view is opened with one of them.
   */
  matches(filters: readonly Filter[], signal?: AbortSignal): Promise<readonly Matches[]>;
  /** The untouched text of records that stand one behind the other; at most 1,000. */
  records(from: number, count: number, signal?: AbortSignal): Promise<RawRecord[]>;
  /** The rows, in their order, as the bytes of a file. Cancelling the stream stops the work, and so does closing the view. */
  export(format: ExportFormat): ReadableStream<Uint8Array>;
  /** Ends all work for this view and forgets it. */
  close(): void;
}

/** How a set is filled. What is told of `RecordSet.state` follows from it. */
export interface RecordIntake {
  /**
   * Takes one page of Graph records as it came from the network; the buffer is transferred and unusable afterwards.
   * A page that is not a whole Graph page (cut off, not JSON) rejects with `bad-page` and adds nothing, so that the
   * same page can be fetched again. A bad record within a good page is counted in `rejected` and stops nothing.
   */
  page(bytes: Uint8Array): Promise<PageReceipt>;
  /**
   * Reads an exported audit log, which is not needed afterwards: records are kept.
   * Rejects with `not-an-audit-log` before anything is added. Aborting keeps what has been read.
   */
  file(file: File, options?: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal }): Promise<FileReceipt>;
  /**
   * Takes records that were put together in this page, each as the JSON of a row of Search-UnifiedAuditLog: `Identity`,
   * `CreationDate`, `AuditData` and what else there is. `source` is where they are from, in words.
   */
  list(rows: readonly string[], source: string): Promise<Receipt>;
  /**
   * Keeps the records in this browser from now on, in a place of their own and with a note of what they are; at most `limit` bytes of
   * them. A set without records takes in what is kept there, any other takes its place. Resolves with the mark that was given last, to
   * go on from there. Never rejects: `SetState.kept` says what became of it.
   */
  keep(place: KeptPlace, about: string, limit: number): Promise<string | undefined>;
  /**
   * Says how to go on from here, when the records that are there are kept and opened again. Holds until another page or list is
   * taken in, and while a file is read.
   */
  mark(mark: string): void;
  /**
   * Looks addresses up in these books from now on, those that come first before the others. A view that is open keeps its rows. A book
   * is read when somebody first asks for what it knows.
   */
  lookUpIn(books: readonly BookFile[]): void;
  /** Says whether more is coming; only whoever fills the set knows. */
  cover(coverage: Coverage): void;
  /** Gives up the set and all its views. */
  dispose(): void;
}

/** `incomplete`: nothing more is coming although the source had more. */
export type Coverage = 'filling' | 'complete' | 'incomplete';

export interface SetState extends Counts {
  readonly coverage: Coverage;
  readonly kept: Kept;
  readonly addresses: KnownOfAddresses;
}

/** Whether the records are kept in this browser, too. */
export type Kept =
  | { readonly kind: 'not' }
  /** So far, or all. */
  | { readonly kind: 'kept'; readonly bytes: number }
  /** Another tab keeps the same. */
  | { readonly kind: 'elsewhere' }
  /** What is kept was deleted. */
  | { readonly kind: 'deleted' }
  /** No more is kept than what was until then: for want of room, or because the browser failed. */
  | { readonly kind: 'full' | 'failed'; readonly bytes: number };

/** Names of folders, from the outermost. */
export type KeptPlace = readonly string[];

/** What went into a set. */
export interface Counts {
  readonly records: number;
  /** Copies of records, one of each being kept. */
  readonly duplicates: number;
  /** Duplicates that said more than what was there, and are the record since. */
  readonly fuller: number;
  /** Records that were taken in although one with the same id was there, because they say something else. */
  readonly namesakes: number;
  /** Could not be read; listed by `rejected()`. */
  readonly rejected: number;
}

export interface Abilities {
  /** Text anywhere in a record, also in what no field shows. */
  readonly textSearch: boolean;
  readonly exports: readonly ExportFormat['kind'][];
}

/** Of the sets this page fills itself. */
export const columnAbilities: Abilities = { textSearch: true, exports: ['purview', 'columns', 'jsonLines', 'mailboxXml'] };

export const emptySet: SetState = {
  records: 0,
  duplicates: 0,
  fuller: 0,
  namesakes: 0,
  rejected: 0,
  coverage: 'filling',
  kept: { kind: 'not' },
  addresses: { can: [], edition: 0 },
};

export type ViewState =
  | { readonly status: 'opening' }
  | {
      readonly status: 'open';
      readonly rowCount: number;
      /** Records in the whole set. */
      readonly outOf: number;
      /** Records the text search has looked at; equals `outOf` when done or when there is no text. */
      readonly searched: number;
    }
  | { readonly status: 'failed'; readonly error: unknown };

export type OpenState = Extract<ViewState, { status: 'open' }>;

export interface Row {
  readonly key: RecordKey;
  readonly time: EpochMs;
  /** As stored; pass through `displayText` to show. Missing where the record has no value. `time` is not among them. */
  readonly values: Readonly<Partial<Record<FieldRef, string>>>;
}

export interface Groups<Name extends string = string> {
  /** All there are. */
  readonly groupCount: number;
  readonly groups: readonly Group<Name>[];
}

export interface Matches {
  readonly records: number;
  /** Of these records, the times of the earliest and of the latest; `undefined` when there are none. */
  readonly first: EpochMs | undefined;
  readonly last: EpochMs | undefined;
}

export interface RawRecord {
  readonly key: RecordKey;
  readonly recordId: string;
  /** AuditData as it came, byte for byte; not necessarily valid JSON. */
  readonly auditData: string;
  /** What the service or file said around it: Graph's properties, or the other columns or properties of a file, in their order. */
  readonly envelope: readonly (readonly [name: string, value: string])[];
  /** Where it came from. */
  readonly origin: RecordPlace;
  /** Where other copies of it stood, in the order in which they came; the first 100. */
  readonly alsoIn: readonly RecordPlace[];
  /** How many other copies came. */
  readonly copies: number;
  /** How many other records have the same id. */
  readonly namesakes: number;
}

export type ValueKind = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'null';

export interface PropertyFacts {
  readonly name: string;
  /** Records that have it, copies that were taken by a fuller one included. */
  readonly count: number;
  /** Of its values. */
  readonly kinds: readonly ValueKind[];
  /** The first few different values, cut off where they are long. */
  readonly examples: readonly string[];
  /** Where its first values are objects or lists, what stands in them, each with an example. */
  readonly nested: readonly NestedProperty[];
}

export interface NestedProperty {
  /** As `path:` fields name it, from AuditData on. */
  readonly path: string;
  readonly example: string;
}

export interface RejectedRecord {
  /** In words, for the administrator. */
  readonly reason: string;
  readonly raw: string;
  readonly source: string;
}

/** The same of what came at once. */
export interface Receipt extends Omit<Counts, 'records'> {
  readonly added: number;
}

export interface PageReceipt extends Receipt {
  /** `@odata.nextLink`, to be followed verbatim; absent on the last page. */
  readonly nextLink: string | undefined;
}

export interface FileProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly added: number;
}

export interface FileReceipt extends Receipt {
  /** Added records whose AuditData breaks off: they have what stands before the break. */
  readonly cutOff: number;
  /** What the file was recognised as, in words: `Purview portal CSV`, `JSON Lines of AuditData`. */
  readonly recognisedAs: string;
}

export interface ExportColumn {
  readonly field: FieldRef;
  /** What stands in the header; of a time, the zone is added. */
  readonly label: string;
}

export type ExportFormat =
  /** Purview's own header, AuditData untouched: evidence. */
  | { readonly kind: 'purview'; readonly bom: boolean }
  /** What the grid shows. Cells a spreadsheet would run as a formula get a leading apostrophe. Times in `timeZone`. */
  | {
      readonly kind: 'columns';
      readonly bom: boolean;
      readonly columns: readonly ExportColumn[];
      readonly timeZone: 'utc' | 'local';
    }
  /** A record a line, with the names of Purview's header; AuditData is an object as it came. */
  | { readonly kind: 'jsonLines' }
  /** The XML in which Exchange delivers entries of mailbox audit logs. Records that are not about a mailbox are left out. */
  | { readonly kind: 'mailboxXml' };
