// Reads the audit log of one mailbox or of many into a result set, one mailbox after the other. No React: the page listens to it.
// Promises: a mailbox that cannot be read takes nothing away from the others and is named in the end; what passes is waited for;
// whatever stops it can be continued with the mailboxes that are left.

import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { readEntries } from '~/api/mailbox-audit-log';
import { ApiError } from '~/domain/errors';
import { entryLine, toMailboxAuditEntry } from '~/domain/mailbox-audit-entry';
import { collectCommands, largestResultSize, type MailboxSearch, searchCommand } from '~/domain/mailbox-search';
import type { HeldResultSet } from '~/engine/held-result-sets';
import type { ResultSet } from '~/engine/result-set';
import { safeFileName } from '~/lib/file-name';
import type { EpochMs } from '~/lib/time';

export interface ReadingSnapshot {
  readonly status: 'reading' | 'cancelled' | 'ended';
  /** All there are to read; `undefined` until that is known. */
  readonly mailboxCount: number | undefined;
  /** Of these the ones that are done with, read or failed. */
  readonly mailboxesDone: number;
  /** Entries of the mailbox being read that have come. */
  readonly entriesComing: number;
  readonly counts: { readonly records: number; readonly duplicates: number; readonly rejected: number };
  readonly failed: readonly { readonly mailbox: string; readonly error: unknown }[];
  /** Mailboxes with as many entries as were asked for: there may be more. */
  readonly cutShort: readonly string[];
  /** When the last mailbox was done with. */
  readonly endedAt: EpochMs | undefined;
  /** Why not even the mailboxes are known. */
  readonly error: unknown;
}

export interface LogReading {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ReadingSnapshot;
  /** Starts, or goes on with what is left and what failed. Resolves when nothing more is coming; never rejects. */
  resume(): Promise<void>;
  cancel(): void;
}

export interface ReadingOptions {
  readonly exchange: PagedExchangeAdmin;
  readonly search: MailboxSearch;
  /** Where the search names no mailbox. */
  allMailboxes(): Promise<readonly string[]>;
  /** Rejects when aborted. */
  sleep?(ms: number, signal: AbortSignal): Promise<void>;
}

const maxAttempts = 4;

export function createLogReading(resultSet: ResultSet, options: ReadingOptions): LogReading {
  const { exchange, search, allMailboxes, sleep = realSleep } = options;
  const listeners = new Set<() => void>();
  let left: readonly string[] | undefined = search.mailboxes.length > 0 ? search.mailboxes : undefined;
  let run: { readonly controller: AbortController; readonly end: Promise<void> } | undefined;
  let snapshot: ReadingSnapshot = {
    status: 'cancelled',
    mailboxCount: left?.length,
    mailboxesDone: 0,
    entriesComing: 0,
    counts: { records: 0, duplicates: 0, rejected: 0 },
    failed: [],
    cutShort: [],
    endedAt: undefined,
    error: undefined,
  };

  function publish(change: Partial<ReadingSnapshot>) {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  async function readAll(signal: AbortSignal) {
    const { failed, mailboxesDone } = snapshot;
    publish({ status: 'reading', failed: [], mailboxesDone: mailboxesDone - failed.length, error: undefined });
    try {
      left = [...(left ?? (await allMailboxes())), ...failed.map(({ mailbox }) => mailbox)];
    } catch (error) {
      publish({ status: 'ended', error });
      return;
    }
    publish({ mailboxCount: snapshot.mailboxesDone + left.length });
    for (let mailbox = left[0]; mailbox !== undefined && !signal.aborted; mailbox = left[0]) {
      try {
        await readMailbox(mailbox, signal);
      } catch (error) {
        if (signal.aborted) break;
        publish({ failed: [...snapshot.failed, { mailbox, error }] });
      }
      left = left.slice(1);
      publish({ mailboxesDone: snapshot.mailboxesDone + 1 });
    }
    // Who cancelled said so; by now it may have been continued.
    if (!signal.aborted) publish({ status: 'ended', entriesComing: 0, endedAt: Date.now() });
  }

  async function readMailbox(mailbox: string, signal: AbortSignal) {
    const { lines, isCutShort } = await patiently(() => collect(mailbox, signal), signal, sleep);
    if (lines.length > 0) {
      const file = new File(lines, `Mailbox audit log of ${safeFileName(mailbox, 'mailbox')}.jsonl`);
      // Taken in to the end once it is here: half of it could not be told from the whole.
      const { added, duplicates, rejected } = await resultSet.open(file);
      const { counts } = snapshot;
      publish({
        counts: {
          records: counts.records + added,
          duplicates: counts.duplicates + duplicates,
          rejected: counts.rejected + rejected,
        },
      });
    }
    if (isCutShort) publish({ cutShort: [...snapshot.cutShort, mailbox] });
  }

  async function collect(mailbox: string, signal: AbortSignal) {
    const isNow = search.way === 'now';
    const most = isNow ? search.resultSize : largestResultSize;
    const lines: string[] = [];
    let isCutShort = false;
    publish({ entriesComing: 0 });
    for (const command of isNow ? [searchCommand(search)] : collectCommands(search, mailbox)) {
      let count = 0;
      for await (const page of readEntries(exchange, command, mailbox, signal)) {
        count += page.length;
        for (const entry of page) lines.push(`${lineOf(entry)}\n`);
        publish({ entriesComing: snapshot.entriesComing + page.length });
      }
      isCutShort ||= count >= most;
    }
    return { lines, isCutShort };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    resume() {
      const isDone = left?.length === 0 && snapshot.failed.length === 0;
      if (run && (isDone || snapshot.status === 'reading')) return run.end;
      const controller = new AbortController();
      publish({ status: 'reading' });
      // A mailbox that is being taken in cannot be taken back, so the next run waits for the one before.
      const end = Promise.resolve(run?.end).then(() => readAll(controller.signal));
      run = { controller, end };
      return end;
    },
    cancel() {
      if (snapshot.status !== 'reading') return;
      run?.controller.abort();
      publish({ status: 'cancelled', entriesComing: 0 });
    },
  };
}

/** What cannot be read is handed on as it came: the result set lists it among the records that could not be read. */
function lineOf(value: unknown): string {
  const entry = toMailboxAuditEntry(value);
  return entry ? entryLine(entry) : JSON.stringify(value);
}

/** Asks again when that may help: after as long as the service asks for, else after 2, 4 and 8 seconds. */
async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal, sleep: typeof realSleep): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || !(error instanceof ApiError && error.isTransient) || attempt >= maxAttempts) throw error;
      await sleep(error.facts.retryAfterMs ?? 1000 * 2 ** attempt, signal);
    }
  }
}

function realSleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const readings = new WeakMap<ResultSet, LogReading>();

/** The one reading of a held set, started when first asked for; it ends when the set is given up. */
export function logReadingOf({ resultSet, released }: HeldResultSet, options: ReadingOptions): LogReading {
  const known = readings.get(resultSet);
  if (known) return known;
  const reading = createLogReading(resultSet, options);
  readings.set(resultSet, reading);
  released.addEventListener('abort', reading.cancel);
  void reading.resume();
  return reading;
}
