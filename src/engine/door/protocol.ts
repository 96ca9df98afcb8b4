// Every message between the page and the engine's worker. A call is answered once, by `answer` or `failure` with its number, and
// the number names what it began: a view, an export, something to be stopped. `note` tells of progress in between. Pages and
// chunks of an export are transferred, files and address books are shared, nothing else is large.

import type { BookFile } from '~/domain/addresses/book-file';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { EngineErrorKind } from '~/domain/errors/errors';
import type { RecordKey } from '~/domain/record/record-key';
import type { Correlation, Correlations } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import type { Grouping } from '~/domain/view/grouping';
import type { Overview, OverviewAsked } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import type {
  Counts,
  ExportFormat,
  FileProgress,
  FileReceipt,
  Groups,
  KeptPlace,
  Matches,
  OpenState,
  PageReceipt,
  PropertyFacts,
  RawRecord,
  Receipt,
  RejectedRecord,
  Row,
  SetState,
} from '~/engine/record-set';

/** Number of the call that opened a view. */
export type ViewNumber = number;

/** What can be asked, what is answered, and what is told in between. */
export interface Calls {
  page: { ask: { page: Uint8Array }; answer: PageReceipt; note: never };
  list: { ask: { rows: readonly string[]; source: string }; answer: Receipt; note: never };
  file: { ask: { file: File }; answer: FileReceipt; note: FileProgress };
  keep: { ask: { place: KeptPlace; about: string; limit: number }; answer: string | undefined; note: never };
  mark: { ask: { mark: string }; answer: undefined; note: never };
  lookUpIn: { ask: { books: readonly BookFile[] }; answer: undefined; note: never };
  record: { ask: { key: RecordKey }; answer: RawRecord; note: never };
  properties: { ask: Record<never, never>; answer: readonly PropertyFacts[]; note: never };
  rejected: { ask: Record<never, never>; answer: readonly RejectedRecord[]; note: never };
  /** Answered when all rows are found, or when the view was closed before. */
  open: { ask: { asked: ResultView }; answer: undefined; note: OpenState };
  close: { ask: { view: ViewNumber }; answer: undefined; note: never };
  rows: { ask: { view: ViewNumber; from: number; count: number; fields: readonly FieldRef[] }; answer: Row[]; note: never };
  find: { ask: { view: ViewNumber; key: RecordKey }; answer: number | undefined; note: never };
  overview: { ask: { view: ViewNumber; asked: OverviewAsked }; answer: Overview; note: never };
  group: { ask: { view: ViewNumber; grouping: Grouping; from: number; count: number }; answer: Groups; note: never };
  correlate: { ask: { view: ViewNumber; correlation: Correlation; limit: number }; answer: Correlations; note: never };
  matches: { ask: { view: ViewNumber; filters: readonly Filter[] }; answer: readonly Matches[]; note: never };
  records: { ask: { view: ViewNumber; from: number; count: number }; answer: RawRecord[]; note: never };
  /** Begins an export. */
  export: { ask: { view: ViewNumber; format: ExportFormat }; answer: undefined; note: never };
  /** The next chunk of an export; `undefined` at its end. */
  pull: { ask: { stream: number }; answer: Uint8Array | undefined; note: never };
  /** Aborts a call that is not yet answered, or cancels an export. */
  stop: { ask: { stops: number }; answer: undefined; note: never };
}

export type CallName = keyof Calls;
export type Request = {
  [Name in CallName]: { readonly number: number; readonly call: Name } & Readonly<Calls[Name]['ask']>;
}[CallName];
export type Answer = {
  [Name in CallName]: { readonly number: number; readonly call: Name; readonly answer: Calls[Name]['answer'] };
}[CallName];
export type Note = {
  [Name in 'file' | 'open']: { readonly number: number; readonly call: Name; readonly note: Calls[Name]['note'] };
}['file' | 'open'];
export type Failure = {
  readonly number: number;
  readonly failure: { readonly kind: EngineErrorKind | 'aborted'; readonly message: string };
};
/** What went into the set, and whether it is kept; told before the call that changed it is answered. */
export interface Counted {
  readonly counts: Counts & Pick<SetState, 'kept'>;
}
/** The worker holds the lock of this name as long as it lives: whoever gets it after that knows that the worker is gone. */
export interface Holding {
  readonly holds: string;
}
export type Reply = Answer | Note | Failure | Counted | Holding;
