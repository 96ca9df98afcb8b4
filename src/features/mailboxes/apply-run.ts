// Makes planned changes in Exchange Online, mailbox by mailbox, and reads each one back: only what Exchange says afterwards counts. A mailbox that
// fails stops no other. Given up, it finishes those in hand and starts no more. No React: the page listens to it.

import type { ExchangeAdmin } from '~/api/exchange-admin';
import { changeMailbox, readMailbox } from '~/api/mailboxes';
import { ApiError } from '~/domain/errors';
import type { MailboxAuditing } from '~/domain/mailbox-auditing';
import { type AuditingEdit, changeCommands } from '~/domain/mailbox-changes';
import { type ChangeGroup, differencesLeft, type SettingChange } from '~/domain/mailbox-plan';

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

export interface ApplySnapshot {
  readonly mailboxes: readonly AppliedMailbox[];
  readonly counts: Readonly<Record<ApplyStatus['kind'], number>>;
  readonly state: 'running' | 'stopping' | 'done';
}

export interface ApplyRun {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ApplySnapshot;
  cancel(): void;
}

export interface ApplyOptions {
  readonly groups: readonly ChangeGroup[];
  /** Now and then, with mailboxes as they read now. */
  onRead(mailboxes: readonly MailboxAuditing[]): void;
  /** `isComplete`: every mailbox was changed, and reads as wanted. */
  onDone(isComplete: boolean): void;
}

/** Exchange lets one administrator run a few cmdlets side by side, not many. */
const atOnce = 3;
/** How often whoever listens is told of progress, and given what was read: tens of thousands are sorted anew for it. */
const tellMs = 100;
const readMs = 2_000;
const mostAttempts = 4;

export function startApplyRun(exchange: ExchangeAdmin, { groups, onRead, onDone }: ApplyOptions): ApplyRun {
  const listeners = new Set<() => void>();
  const jobs = groups.flatMap(({ mailboxes, edit }) => mailboxes.map((mailbox) => ({ mailbox, edit })));
  const statuses = jobs.map((): ApplyStatus => ({ kind: 'waiting' }));
  let state: ApplySnapshot['state'] = 'running';
  let read: MailboxAuditing[] = [];
  let lastRead = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = 0;
  let snapshot = take();

  function take(): ApplySnapshot {
    const counts = { waiting: 0, applying: 0, verified: 0, differs: 0, failed: 0, unread: 0 };
    for (const { kind } of statuses) counts[kind]++;
    const mailboxes = jobs.map(({ mailbox }, at) => ({ mailbox, status: statuses[at] ?? { kind: 'waiting' } }));
    return { mailboxes, counts, state };
  }

  function tell() {
    clearTimeout(timer);
    timer = undefined;
    snapshot = take();
    if (read.length > 0 && (state === 'done' || Date.now() - lastRead >= readMs)) {
      onRead(read);
      read = [];
      lastRead = Date.now();
    }
    for (const listener of listeners) listener();
  }

  async function work() {
    for (let at = next++; at < jobs.length && state === 'running'; at = next++) {
      const job = jobs[at];
      if (!job) return;
      statuses[at] = { kind: 'applying' };
      timer ??= setTimeout(tell, tellMs);
      const outcome = await apply(exchange, job.mailbox.address, job.edit);
      statuses[at] = outcome.status;
      if (outcome.found) read.push(outcome.found);
      timer ??= setTimeout(tell, tellMs);
    }
  }

  void Promise.all(Array.from({ length: atOnce }, work)).then(() => {
    state = 'done';
    tell();
    onDone(snapshot.counts.verified === jobs.length);
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    cancel() {
      if (state !== 'running') return;
      state = 'stopping';
      tell();
    },
  };
}

interface Outcome {
  readonly status: ApplyStatus;
  /** As it reads now; also after a failure, which may have come half-way. */
  readonly found?: MailboxAuditing;
}

async function apply(exchange: ExchangeAdmin, address: string, edit: AuditingEdit): Promise<Outcome> {
  const failure = await patiently(() => changeMailbox(exchange, address, changeCommands(edit, 'today'))).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const found = await patiently(() => readMailbox(exchange, address));
    if (failure) return { found, status: { kind: 'failed', error: failure.error } };
    const differences = differencesLeft(found, edit, 'today');
    return { found, status: differences.length === 0 ? { kind: 'verified' } : { kind: 'differs', differences } };
  } catch (error) {
    return { status: failure ? { kind: 'failed', error: failure.error } : { kind: 'unread', error } };
  }
}

/** Asked for fewer requests, it waits as long as it was told. Every change is safe to make twice. */
async function patiently<Value>(run: () => Promise<Value>, attempt = 1): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'throttled' || attempt === mostAttempts) throw error;
    await new Promise((resolve) => setTimeout(resolve, error.facts.retryAfterMs ?? 1000 * 2 ** attempt));
    return patiently(run, attempt + 1);
  }
}
