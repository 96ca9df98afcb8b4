// Every message between the page and the engine's worker. A call is answered once, by `answer` or `failure` with its number;
// `note` tells of progress in between. Pages and chunks of an export are transferred, files are shared, nothing else is large.

import type { EngineErrorKind } from '~/domain/errors';
import type { FieldRef } from '~/domain/fields';
import type { Grouping } from '~/domain/grouping';
import type { ResultView } from '~/domain/result-view';
import type {
  ExportFormat,
  Facet,
  FileProgress,
  FileReceipt,
  Groups,
  Histogram,
  RawRecord,
  Receipt,
  RejectedRecord,
  Row,
  RowIndex,
  ViewId,
  ViewState,
} from './result-set';

/** What can be asked, what is answered, and what is told in between. */
export interface Calls {
  append: { ask: { page: Uint8Array }; answer: Receipt; note: never };
  open: { ask: { file: File }; answer: FileReceipt; note: FileProgress };
  view: { ask: { view: ResultView }; answer: ViewState; note: ViewState };
  rows: { ask: { view: ViewId; from: number; count: number; fields: readonly FieldRef[] }; answer: Row[]; note: never };
  position: { ask: { view: ViewId; recordId: string }; answer: number | undefined; note: never };
  facet: { ask: { view: ViewId; field: FieldRef; limit: number | undefined }; answer: Facet[]; note: never };
  group: { ask: { view: ViewId; grouping: Grouping; from: number; count: number }; answer: Groups; note: never };
  histogram: { ask: { view: ViewId; buckets: number }; answer: Histogram; note: never };
  record: { ask: { row: RowIndex }; answer: RawRecord; note: never };
  rejected: { ask: Record<never, never>; answer: readonly RejectedRecord[]; note: never };
  /** Begins an export; its number names the stream for `pull` and `stop`. */
  export: { ask: { view: ViewId; format: ExportFormat }; answer: undefined; note: never };
  /** The next chunk of an export; `undefined` at its end. */
  pull: { ask: { stream: number }; answer: Uint8Array | undefined; note: never };
  /** Aborts an `open` or cancels an export. */
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
  [Name in 'open' | 'view']: { readonly number: number; readonly call: Name; readonly note: Calls[Name]['note'] };
}['open' | 'view'];
export type Failure = {
  readonly number: number;
  readonly failure: { readonly kind: EngineErrorKind | 'aborted'; readonly message: string };
};
export type Reply = Answer | Note | Failure;
