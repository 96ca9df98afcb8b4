// Makes planned changes in Exchange Online, mailbox by mailbox, and reads each one back: only what Exchange says afterwards counts.
// A mailbox that fails stops no other, and what may pass is waited for. Given up, it finishes those in hand, waits no longer, and
// starts no more. No React: the page listens to it.

import type { ExchangeAdmin } from '~/api/exchange-admin';
import { changeMailbox, readMailbox } from '~/api/mailboxes';
import { type Patience, patiently } from '~/domain/errors/patiently';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { type AuditingEdit, changeCommands } from '~/domain/mailbox-auditing/mailbox-changes';
import { type ChangeGroup, differencesLeft, type SettingChange } from '~/domain/mailbox-auditing/mailbox-plan';
import { sleep as realSleep } from '~/lib/sleep';
import { createStore, type Store } from '~/lib/store';

export type ApplyStatus =
  | { readonly kind: 'waiting' | 'applying' | 'verified' }
  /** Exchange took the change, and reads otherwise. */
  | { readonly kind: 'differs'; readonly differences: readonly SettingChange[] }
  /** In part or altogether: what it reads now is in the table. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Changed, and how it reads now is not known. */
  | { readonly kind: 'unread'; readonly error: unknown };

export interface AppliedMailbox {
  readonly mailbox: MailboxAuditing;
  readonly status: ApplyStatus;
}

export interface ApplyState {
  readonly mailboxes: readonly AppliedMailbox[];
  readonly counts: Readonly<Record<ApplyStatus['kind'], number>>;
  readonly phase: 'running' | 'stopping' | 'done';
}

export interface ApplyRun {
  readonly state: Store<ApplyState>;
  cancel(): void;
}

export interface ApplyOptions {
  readonly groups: readonly ChangeGroup[];
  /** Now and then, with mailboxes as they read now. */
  onRead(mailboxes: readonly MailboxAuditing[]): void;
  /** `isComplete`: every mailbox was changed, and reads as wanted. */
  onDone(isComplete: boolean): void;
  readonly sleep?: typeof realSleep;
}

/** Exchange lets one administrator run a few cmdlets side by side, not many. */
const atOnce = 3;
/** How often whoever listens is told of progress, and given what was read: tens of thousands are sorted anew for it. */
const tellMs = 100;
const readMs = 2_000;

export function startApplyRun(exchange: ExchangeAdmin, { groups, onRead, onDone, sleep = realSleep }: ApplyOptions): ApplyRun {
  const jobs = groups.flatMap(({ mailboxes, edit }) => mailboxes.map((mailbox) => ({ mailbox, edit })));
  const statuses = jobs.map((): ApplyStatus => ({ kind: 'waiting' }));
  let phase: ApplyState['phase'] = 'running';
  let read: MailboxAuditing[] = [];
  let lastRead = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = 0;
  const state = createStore(take());
  const givenUp = new AbortController();
  // Given up, what waits is tried once more at once, so that what is told of it is what Exchange said last.
  const patience: Patience = { signal: givenUp.signal, sleep: (ms, signal) => sleep(ms, signal).catch(() => {}) };

  function take(): ApplyState {
    const counts = { waiting: 0, applying: 0, verified: 0, differs: 0, failed: 0, unread: 0 };
    for (const { kind } of statuses) counts[kind]++;
    const mailboxes = jobs.map(({ mailbox }, at) => ({ mailbox, status: statuses[at] ?? { kind: 'waiting' } }));
    return { mailboxes, counts, phase };
  }

  function tell() {
    clearTimeout(timer);
    timer = undefined;
    if (read.length > 0 && (phase === 'done' || Date.now() - lastRead >= readMs)) {
      onRead(read);
      read = [];
      lastRead = Date.now();
    }
    state.set(take());
  }

  async function work() {
    for (let at = next++; at < jobs.length && phase === 'running'; at = next++) {
      const job = jobs[at];
      if (!job) return;
      statuses[at] = { kind: 'applying' };
      timer ??= setTimeout(tell, tellMs);
      const outcome = await apply(exchange, job.mailbox.address, job.edit, patience).catch(failed);
      statuses[at] = outcome.status;
      if (outcome.found) read.push(outcome.found);
      timer ??= setTimeout(tell, tellMs);
    }
  }

  // Each mailbox's failure is its outcome. What is caught here is a bug of whoever listens.
  Promise.all(Array.from({ length: atOnce }, work))
    .then(() => {
      phase = 'done';
      tell();
      onDone(state.get().counts.verified === jobs.length);
    })
    .catch((error: unknown) => reportError(error));

  return {
    state,
    cancel() {
      if (phase !== 'running') return;
      phase = 'stopping';
      givenUp.abort();
      tell();
    },
  };
}

interface Outcome {
  readonly status: ApplyStatus;
  /** As it reads now; also after a failure, which may have come half-way. */
  readonly found?: MailboxAuditing;
}

/** Every change is safe to make twice. */
async function apply(exchange: ExchangeAdmin, address: string, edit: AuditingEdit, patience: Patience): Promise<Outcome> {
  const failure = await patiently(() => changeMailbox(exchange, address, changeCommands(edit, 'today')), patience).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const found = await patiently(() => readMailbox(exchange, address), patience);
    if (failure) return { found, status: { kind: 'failed', error: failure.error } };
    const differences = differencesLeft(found, edit, 'today');
    return { found, status: differences.length === 0 ? { kind: 'verified' } : { kind: 'differs', differences } };
  } catch (error) {
    return { status: failure ? { kind: 'failed', error: failure.error } : { kind: 'unread', error } };
  }
}

function failed(error: unknown): Outcome {
  return { status: { kind: 'failed', error } };
}
