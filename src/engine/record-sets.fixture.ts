// The record sets that are held to the same contract, and what their tests share.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import type { Facet } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import { ArrayRecordSet } from './array-record-set.fixture';
import { allFound } from './door/all-found';
import type { EnginePort } from './door/calls';
import { ColumnRecordSet } from './door/column-record-set';
import type { Reply, Request } from './door/protocol';
import { serve } from './door/serve';
import { WorkerRecordSet } from './door/worker-record-set';
import { type NaiveRecord, naiveRecord } from './naive-records.fixture';
import { withSeen } from './naive-seen.fixture';
import type { RawRecord, Receipt, RecordIntake, RecordSet, RecordView } from './record-set';

export type FilledSet = RecordSet & RecordIntake;

/** A worker's two ends in one thread; everything that crosses is copied or transferred as between threads. */
export function connect(served: FilledSet = new ColumnRecordSet()) {
  const listeners = new Map<string, (event: { data: Reply; message?: string }) => void>();
  const receive = serve(served, (reply, transfer) => {
    const data: Reply = structuredClone(reply, { transfer });
    queueMicrotask(() => listeners.get('message')?.({ data }));
  });
  const port: EnginePort = {
    postMessage: (request: Request, transfer) => {
      const copy = request.call === 'file' ? request : structuredClone(request, { transfer });
      queueMicrotask(() => void receive(copy));
    },
    // Both overloads come down to a name and something to call.
    addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as () => void),
    terminate: () => undefined,
  };
  const crash = () =>
    listeners.get('error')?.({ data: { number: 0, failure: { kind: 'crashed', message: '' } }, message: 'out of luck' });
  return { set: new WorkerRecordSet(port, served.catalogue), crash };
}

export const recordSets: readonly (readonly [name: string, make: () => FilledSet])[] = [
  ['columns', () => new ColumnRecordSet()],
  ['columns behind a worker', () => connect().set],
  ['plain arrays', () => new ArrayRecordSet()],
];

/** Nothing came. */
export const noReceipt: Receipt = { added: 0, duplicates: 0, fuller: 0, namesakes: 0, rejected: 0 };

export const wholeView: ResultView = { text: '', filters: [], sort: [] };

export function pageOf(raws: readonly string[], nextLink?: string): Uint8Array {
  const link = nextLink === undefined ? '' : `,"@odata.nextLink":${JSON.stringify(nextLink)}`;
  return new TextEncoder().encode(`{"@odata.context":"x","value":[${raws.join(',\n ')}]${link}}`);
}

/** A record with an id, a time and little else. */
export function plainRecord(id: string, more = ''): string {
  return `{"id":"${id}","createdDateTime":"2024-01-02T03:04:05Z"${more}}`;
}

export async function filledColumns(raws: readonly string[]): Promise<ColumnRecordSet> {
  const set = new ColumnRecordSet();
  await set.page(pageOf(raws));
  return set;
}

/** Checks a set that is filled in two pages, beside the same records as the naive version reads them. */
export async function agree(
  make: () => FilledSet,
  raws: readonly string[],
  check: (set: FilledSet, records: NaiveRecord[]) => Promise<void>,
): Promise<void> {
  const set = make();
  const half = Math.floor(raws.length / 2);
  await set.page(pageOf(raws.slice(0, half)));
  await set.page(pageOf(raws.slice(half)));
  try {
    await check(set, withSeen(raws.map(naiveRecord)));
  } finally {
    set.dispose();
  }
}

export async function keysOf(set: RecordSet, asked: ResultView): Promise<RecordKey[]> {
  const view = set.open(asked);
  const { rowCount } = await allFound(view);
  const rows = await view.rows(0, 1000, []);
  view.close();
  if (rows.length !== rowCount) throw new Error(`${rows.length} rows of a view of ${rowCount}`);
  return rows.map(({ key }) => key);
}

/** A record by the order of arrival. */
export async function rawAt(set: RecordSet, at: number): Promise<RawRecord> {
  const view = set.open(wholeView);
  const [record] = await view.records(at, 1);
  view.close();
  if (!record) throw new Error(`there is no record ${at}`);
  return record;
}

/** The values of one field with their counts, the most frequent first. */
export async function facetOf(view: RecordView, field: FieldRef, limit?: number): Promise<readonly Facet[]> {
  const { facets } = await view.overview({ facets: [{ field, ...(limit !== undefined && { limit }) }] });
  return facets[0]?.values ?? [];
}
