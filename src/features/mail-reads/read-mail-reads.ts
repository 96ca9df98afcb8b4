// What was read, out of the untouched text of records. This is done on the page and not in the worker, whose questions know fields
// and not what a kind of record means, and whose answer would have to be cut into windows again: in slices the page stays free, and
// 50,000 records are more than one looks through.

import { type MailReads, ReadsFold } from '~/domain/mail-reads/fold-reads';
import { readMailAccess } from '~/domain/mail-reads/mail-access';
import type { ResultView } from '~/domain/view/result-view';
import type { RecordSet } from '~/engine/record-set';
import { sleep } from '~/lib/sleep';
import { readWhole } from '~/records/read-whole';

/** A record can name a thousand messages; of such, so many are a message of some megabytes. */
const recordsAtOnce = 50;
/** Long enough to get on, and short enough for a frame or two. */
const sliceMs = 16;
const recordsRead = 50_000;
/** More rows would take too long to be sorted. */
const readsListed = 50_000;

export interface ReadingProgress {
  readonly done: number;
  readonly outOf: number;
}

export interface MailReading extends MailReads {
  /** Records that were read: the first of `outOf`. */
  readonly done: number;
  readonly outOf: number;
  readonly isStopped: boolean;
}

interface Reading {
  readonly signal: AbortSignal;
  /** Aborted when what has been read by then is enough. */
  readonly stop: AbortSignal;
  onProgress(progress: ReadingProgress): void;
}

/** `asked` are records of mail items accessed. Rejects with the reason of `signal`. */
export function readMailReads(
  set: RecordSet,
  asked: ResultView,
  { signal, stop, onProgress }: Reading,
  most = { records: recordsRead, reads: readsListed },
): Promise<MailReading> {
  return readWhole(set, asked, signal, async (view, outOf) => {
    const fold = new ReadsFold();
    const end = Math.min(outOf, most.records);
    let done = 0;
    let began = performance.now();
    onProgress({ done, outOf: end });
    while (done < end && fold.size < most.reads && !stop.aborted) {
      signal.throwIfAborted();
      const count = Math.min(recordsAtOnce, end - done);
      const [rows, records] = await Promise.all([view.rows(done, count, [], signal), view.records(done, count, signal)]);
      for (const [at, { key, time }] of rows.entries()) {
        const record = records[at];
        if (record) fold.add(record, readMailAccess({ key, time, auditData: record.auditData, envelope: record.envelope }));
        if (performance.now() - began < sliceMs) continue;
        await sleep(0, signal);
        began = performance.now();
      }
      done += count;
      onProgress({ done, outOf: end });
    }
    return { ...fold.result(), done, outOf, isStopped: stop.aborted && done < end };
  });
}
