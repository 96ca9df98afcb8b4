// Reads the audit log of one mailbox or of many into a record set, one mailbox after the other. No React: the page listens to it.
// Promises: a mailbox that cannot be read takes nothing away from the others and is named in the end; what passes is waited for;
// whatever stops it can be continued with the mailboxes that are left.

import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { readEntries } from '~/api/mailbox-audit-log';
import { type Patience, patiently } from '~/domain/errors/patiently';
import { entryLine, toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { collectCommands, largestResultSize, type MailboxSearch, searchCommand } from '~/domain/mailbox-log/mailbox-search';
import type { Coverage, RecordIntake } from '~/engine/record-set';
import { createStore, type Store } from '~/lib/store';
import type { EpochMs } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';

export interface ReadingState {
  readonly status: 'reading' | 'cancelled' | 'ended';
  /** All there are to read; `undefined` until that is known. */
  readonly mailboxCount: number | undefined;
  /** Of these the ones that are done with, read or failed. */
  readonly mailboxesDone: number;
  /** Entries of the mailbox being read that have come. */
  readonly entriesComing: number;
  readonly failed: readonly { readonly mailbox: string; readonly error: unknown }[];
  /** Mailboxes with as many entries as were asked for: there may be more. */
  readonly cutShort: readonly string[];
  /** When the last mailbox was done with. */
  readonly endedAt: EpochMs | undefined;
  /** Why not even the mailboxes are known. */
  readonly error: unknown;
}

export interface LogReading {
  readonly state: Store<ReadingState>;
  /** Starts, or goes on with what is left and what failed. Resolves when nothing more is coming; never rejects. */
  resume(): Promise<void>;
  cancel(): void;
}

export interface ReadingOptions {
  readonly exchange: PagedExchangeAdmin;
  readonly search: MailboxSearch;
  /** Where the search names no mailbox. */
  allMailboxes(): Promise<readonly string[]>;
  readonly sleep?: Patience['sleep'];
}

export function createLogReading(intake: RecordIntake, options: ReadingOptions): LogReading {
  const { exchange, search, allMailboxes, sleep } = options;
  let left: readonly string[] | undefined = search.mailboxes.length > 0 ? search.mailboxes : undefined;
  let run: { readonly controller: AbortController; readonly end: Promise<void> } | undefined;
  const state = createStore<ReadingState>({
    status: 'cancelled',
    mailboxCount: left?.length,
    mailboxesDone: 0,
    entriesComing: 0,
    failed: [],
    cutShort: [],
    endedAt: undefined,
    error: undefined,
  });

  function publish(change: Partial<ReadingState>) {
    state.set({ ...state.get(), ...change });
    intake.cover(coverageOf(state.get()));
  }

  async function readAll(signal: AbortSignal) {
    const { failed, mailboxesDone } = state.get();
    publish({ status: 'reading', failed: [], mailboxesDone: mailboxesDone - failed.length, error: undefined });
    try {
      left = [...(left ?? (await allMailboxes())), ...failed.map(({ mailbox }) => mailbox)];
    } catch (error) {
      publish({ status: 'ended', error });
      return;
    }
    publish({ mailboxCount: state.get().mailboxesDone + left.length });
    for (let mailbox = left[0]; mailbox !== undefined && !signal.aborted; mailbox = left[0]) {
      try {
        await readMailbox(mailbox, signal);
      } catch (error) {
        if (signal.aborted) break;
        publish({ failed: [...state.get().failed, { mailbox, error }] });
      }
      left = left.slice(1);
      publish({ mailboxesDone: state.get().mailboxesDone + 1 });
    }
    // Who cancelled said so; by now it may have been continued.
    if (!signal.aborted) publish({ status: 'ended', entriesComing: 0, endedAt: Date.now() });
  }

  async function readMailbox(mailbox: string, signal: AbortSignal) {
    const { lines, isCutShort } = await patiently(() => collect(mailbox, signal), { signal, sleep });
    // Taken in to the end once it is here: half of it could not be told from the whole.
    if (lines.length > 0) await intake.list(lines, `Mailbox audit log of ${mailbox}`);
    publish({ entriesComing: 0 });
    if (isCutShort) publish({ cutShort: [...state.get().cutShort, mailbox] });
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
        for (const entry of page) lines.push(lineOf(entry));
        publish({ entriesComing: state.get().entriesComing + page.length });
      }
      isCutShort ||= count >= most;
    }
    return { lines, isCutShort };
  }

  return {
    state,
    resume() {
      const isDone = left?.length === 0 && state.get().failed.length === 0;
      if (run && (isDone || state.get().status === 'reading')) return run.end;
      const controller = new AbortController();
      publish({ status: 'reading' });
      // A mailbox that is being taken in cannot be taken back, so the next run waits for the one before.
      const end = Promise.resolve(run?.end).then(() => readAll(controller.signal));
      run = { controller, end };
      return end;
    },
    cancel() {
      if (state.get().status !== 'reading') return;
      run?.controller.abort();
      publish({ status: 'cancelled', entriesComing: 0 });
    },
  };
}

/** What cannot be read is handed on as it came: the record set lists it among what could not be read. */
function lineOf(value: unknown): string {
  const entry = toMailboxAuditEntry(value);
  return entry ? entryLine(entry) : JSON.stringify(value);
}

function coverageOf({ status, error, failed, cutShort }: ReadingState): Coverage {
  if (status === 'reading') return 'filling';
  const isWhole = status === 'ended' && error === undefined && failed.length === 0 && cutShort.length === 0;
  return isWhole ? 'complete' : 'incomplete';
}

const readings = new WeakMap<RecordIntake, LogReading>();

/** The one reading of a held set, started when first asked for; it ends when the set is given up. */
export function logReadingOf({ intake, released }: HeldRecordSet, options: ReadingOptions): LogReading {
  const known = readings.get(intake);
  if (known) return known;
  const reading = createLogReading(intake, options);
  readings.set(intake, reading);
  released.addEventListener('abort', reading.cancel);
  void reading.resume();
  return reading;
}
