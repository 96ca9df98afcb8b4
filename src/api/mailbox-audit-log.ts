// The mailbox audit log as Exchange has it: entries read at once, and searches that run in the background. The list of those has
// only the unfinished ones: whoever starts one has to remember it.

import { queryOptions, skipToken } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError } from '~/domain/errors/errors';
import type { Command } from '~/domain/exchange/command';
import { logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import {
  type MailboxSearch,
  pendingSearches,
  searchCommand,
  searchLogonTypes,
  standardResultSize,
} from '~/domain/mailbox-log/mailbox-search';
import type { EpochMs } from '~/lib/time';
import type { ExchangeAdmin, PagedExchangeAdmin } from './exchange-admin';

/** Entries as they come, page by page: reading them is the domain's. */
export function readEntries(
  exchange: PagedExchangeAdmin,
  command: Command,
  mailbox: string,
  signal: AbortSignal,
): AsyncGenerator<unknown[], void> {
  return exchange.pages(command, z.unknown(), { action: `read the audit log of ${mailbox}`, signal });
}

export interface LastAccess {
  readonly mailbox: string;
  readonly name: string;
  /** `undefined` where the service does not say. */
  readonly at: EpochMs | undefined;
}

/** Without details servers print no address. */
const accessSchema = z.object({
  MailboxOwnerUPN: z.nullish(z.string()),
  MailboxGuid: z.nullish(z.string()),
  MailboxResolvedOwnerName: z.nullish(z.string()),
  LastAccessed: z.nullish(z.string()),
});

/** When somebody was last in each mailbox. `id` names the asking: each is asked once. */
export function lastAccessesQuery(exchange: ExchangeAdmin, id: string, search: MailboxSearch) {
  return queryOptions({
    queryKey: ['exchange', 'last accesses', id],
    queryFn: ({ signal }) => readLastAccesses(exchange, search, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function readLastAccesses(exchange: ExchangeAdmin, search: MailboxSearch, signal: AbortSignal): Promise<LastAccess[]> {
  const action = 'search the mailbox audit log';
  const rows = await exchange.run(searchCommand(search), accessSchema, { action, signal });
  return rows.map(({ MailboxOwnerUPN, MailboxGuid, MailboxResolvedOwnerName, LastAccessed }) => {
    const mailbox = MailboxOwnerUPN || MailboxGuid || MailboxResolvedOwnerName || 'unknown';
    return { mailbox, name: MailboxResolvedOwnerName || mailbox, at: instant(LastAccessed) };
  });
}

export interface PendingSearch {
  readonly id: string;
  readonly status: 'queued' | 'running';
  readonly search: MailboxSearch;
  readonly startedAt: EpochMs | undefined;
  readonly startedBy: string;
}

/** One value counts as a list of one. */
const texts = z.pipe(
  z.nullish(z.union([z.string(), z.array(z.string())])),
  z.transform((value) => (typeof value === 'string' ? [value] : (value ?? []))),
);

const pendingSchema = z.object({
  Identity: z.string(),
  Name: z.nullish(z.string()),
  Status: z.nullish(z.string()),
  CreationTime: z.nullish(z.string()),
  CreatedBy: z.nullish(z.string()),
  StartDateUtc: z.nullish(z.string()),
  EndDateUtc: z.nullish(z.string()),
  StatusMailRecipients: texts,
  Mailboxes: texts,
  LogonTypes: texts,
  Operations: texts,
  ShowDetails: z.nullish(z.boolean()),
  ExternalAccess: z.nullish(z.boolean()),
  HasAttachments: z.nullish(z.boolean()),
  GroupMailbox: z.nullish(z.boolean()),
});

function toPending(answer: z.infer<typeof pendingSchema>): PendingSearch {
  const named = searchLogonTypes.filter((type) => answer.LogonTypes.includes(type));
  return {
    id: answer.Identity,
    status: answer.Status === 'NotStarted' ? 'queued' : 'running',
    startedAt: instant(answer.CreationTime),
    startedBy: answer.CreatedBy ?? '',
    search: {
      way: 'background',
      name: answer.Name ?? '',
      mailboxes: answer.Mailboxes,
      logonTypes: named.length > 0 ? named : [...logonTypes],
      operations: answer.Operations,
      start: answer.StartDateUtc ?? '',
      end: answer.EndDateUtc ?? '',
      showDetails: answer.ShowDetails ?? false,
      externalAccess: answer.ExternalAccess ?? false,
      hasAttachments: answer.HasAttachments ?? false,
      groupMailbox: answer.GroupMailbox ?? false,
      inactiveMailbox: false,
      resultSize: standardResultSize,
      recipients: answer.StatusMailRecipients,
    },
  };
}

/** A search that began a moment ago may end in a moment, one of this morning tonight: from 3 s to a minute. */
function pollAfterMs(pending: readonly PendingSearch[]): number {
  const newest = Math.max(...pending.map(({ startedAt = 0 }) => startedAt));
  return Math.min(60_000, Math.max(3_000, (Date.now() - newest) / 10));
}

/** Those that still run, also ones that others started; followed for as long as there are any, also in a background tab. */
export function pendingSearchesQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'pending mailbox searches'],
    queryFn: exchange ? ({ signal }) => readPending(exchange, signal) : skipToken,
    refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? pollAfterMs(state.data) : false),
    refetchIntervalInBackground: true,
  });
}

async function readPending(exchange: ExchangeAdmin, signal: AbortSignal): Promise<PendingSearch[]> {
  const action = 'list the searches in the background';
  return (await exchange.run(pendingSearches, pendingSchema, { action, signal })).map(toPending);
}

/** Not safe to repeat after a lost answer: the first request may have been carried out. */
export async function startMailboxSearch(exchange: ExchangeAdmin, search: MailboxSearch): Promise<PendingSearch> {
  const action = 'start the search in the background';
  const [started] = await exchange.run(searchCommand(search), pendingSchema, { action });
  if (!started) throw new ApiError('invalid-response', { service: 'Exchange', action, serviceMessage: 'There is no search.' });
  return toPending(started);
}

/** Text that says no zone means UTC, as Exchange Online writes it. */
function instant(text: string | null | undefined): EpochMs | undefined {
  if (!text) return undefined;
  const time = Date.parse(/(z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
