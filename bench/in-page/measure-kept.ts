// A record set that is kept in this browser: filled meanwhile, and opened again on another visit.

import type { ResultView } from '~/domain/view/result-view';
import { deleteFolder } from '~/engine/door/kept-folders';
import { createRecordSet, type WorkerRecordSet } from '~/engine/door/worker-record-set';
import type { KeptPlace } from '~/engine/record-set';
import { gridFields } from './contender';
import { createEngine } from './engine-contender';
import { fill, recordsPerPage } from './measure';

const place: KeptPlace = ['bench', 'x'];
const about = '{"title":"bench"}';
const limit = Number.POSITIVE_INFINITY;
const byUserAndDate: ResultView = {
  text: '',
  filters: [],
  sort: [
    { field: 'user', descending: false },
    { field: 'time', descending: true },
  ],
};
/** Nothing more is written when so long nothing was. */
const quietMs = 3000;

export interface FilledKept {
  /** Time in which pages were taken in, without the making of pages. */
  readonly ms: number;
  readonly jsonBytes: number;
  /** From the last page until all was written. */
  readonly writtenMs: number;
  readonly keptBytes: number;
  /** Keys of the first rows, by user and date. */
  readonly firstRows: string;
}

export async function fillKept(records: number): Promise<FilledKept> {
  const set = createRecordSet();
  const engine = createEngine(set);
  await set.keep(place, about, limit);
  const writing = watchWriting(set);
  let pages = 0;
  const append = async (page: Uint8Array<ArrayBuffer>) => {
    await engine.append(page);
    set.mark(`${++pages}`);
  };
  const { ms, bytes } = await fill({ append }, { kind: 'records', from: 0, to: records, of: records });
  const filledAt = performance.now();
  const writtenAt = await writing.end();
  const filled = {
    ms,
    jsonBytes: bytes,
    writtenMs: Math.max(0, writtenAt - filledAt),
    keptBytes: keptBytes(set),
    firstRows: await firstRowsOf(set),
  };
  set.dispose();
  return filled;
}

export interface OpenedKept {
  /** From nothing until all records are there. */
  readonly recordsMs: number;
  /** From nothing until the first 50 rows by user and date are there, too. */
  readonly rowsMs: number;
}

/** Throws when what is there is not what was filled. */
export async function openKept(records: number, firstRows: string): Promise<OpenedKept> {
  const start = performance.now();
  const set = createRecordSet();
  const mark = await set.keep(place, about, limit);
  const recordsMs = performance.now() - start;
  const found = await firstRowsOf(set);
  const rowsMs = performance.now() - start;
  const pages = Math.ceil(records / recordsPerPage);
  if (mark !== `${pages}`) throw new Error(`opened again at mark ${mark} instead of ${pages}`);
  const { records: there } = set.state.get();
  if (there !== records) throw new Error(`opened again with ${there} records instead of ${records}`);
  if (found !== firstRows) throw new Error('opened again with other rows');
  set.dispose();
  return { recordsMs, rowsMs };
}

export async function deleteKept(): Promise<void> {
  await deleteFolder(place.slice(0, 1));
}

async function firstRowsOf(set: WorkerRecordSet): Promise<string> {
  const view = set.open(byUserAndDate);
  const rows = await view.rows(0, 50, gridFields);
  return rows.map(({ key }) => key).join();
}

function keptBytes(set: WorkerRecordSet): number {
  const { kept } = set.state.get();
  if (kept.kind !== 'kept') throw new Error(`the set is not kept: ${kept.kind}`);
  return kept.bytes;
}

/** `end` resolves when nothing more is written, with the moment at which the last of it was. */
function watchWriting({ state }: WorkerRecordSet): { end(): Promise<number> } {
  let last = JSON.stringify(state.get().kept);
  let writtenAt = performance.now();
  state.subscribe(() => {
    const kept = JSON.stringify(state.get().kept);
    if (kept === last) return;
    last = kept;
    writtenAt = performance.now();
  });
  return {
    async end() {
      for (let quiet = 0; quiet < quietMs; quiet = performance.now() - writtenAt)
        await new Promise((resolve) => setTimeout(resolve, quietMs - quiet));
      return writtenAt;
    },
  };
}
