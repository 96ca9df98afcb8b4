// How mailboxes are audited, as Exchange has it set. Queries may be asked without a client: then nothing is known, and nothing
// is sent.

import { queryOptions, skipToken } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError } from '~/domain/errors/errors';
import type { Command } from '~/domain/exchange/command';
import { type LogonType, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import { type MailboxAuditing, standardAgeLimitMs } from '~/domain/mailbox-auditing/mailbox-auditing';
import {
  allBypasses,
  allMailboxes,
  forAddress,
  oneBypass,
  oneMailbox,
  organizationConfig,
  setAuditingOn,
} from '~/domain/mailbox-auditing/mailbox-commands';
import { readTimeSpan } from '~/lib/time-span';
import type { ExchangeAdmin } from './exchange-admin';

/** Whether mailboxes are audited by default: `AuditDisabled` of the organization, turned round. */
export function auditingOnQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'auditing on'],
    queryFn: exchange ? ({ signal }) => readAuditingOn(exchange, signal) : skipToken,
  });
}

async function readAuditingOn(exchange: ExchangeAdmin, signal: AbortSignal): Promise<boolean> {
  const action = 'read the settings of the organization';
  const schema = z.object({ AuditDisabled: z.boolean() });
  const [organization] = await exchange.run(organizationConfig, schema, { action, signal });
  if (!organization)
    throw new ApiError('invalid-response', { service: 'Exchange', action, serviceMessage: 'There is no organization.' });
  return !organization.AuditDisabled;
}

export async function switchAuditing(exchange: ExchangeAdmin, isOn: boolean): Promise<void> {
  await exchange.run(setAuditingOn(isOn), z.unknown(), { action: 'change the settings of the organization' });
}

const actions = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((list): readonly string[] => list ?? []),
);

const name = z.catch(z.nullish(z.string()), undefined);

/** What Exchange may call an account by: of a bypass it prints other names than of a mailbox. */
const names = {
  ExternalDirectoryObjectId: name,
  ExchangeObjectId: name,
  ObjectId: name,
  Guid: name,
  DistinguishedName: name,
  UserPrincipalName: name,
  Name: name,
  Identity: name,
};

const mailboxSchema = z.object({
  ...names,
  UserPrincipalName: z.string(),
  DisplayName: z.nullish(z.string()),
  RecipientTypeDetails: z.string(),
  AuditEnabled: z.boolean(),
  AuditLogAgeLimit: z.string(),
  AuditAdmin: actions,
  AuditDelegate: actions,
  AuditOwner: actions,
  /** Exchange Server has none. */
  DefaultAuditSet: z.nullish(z.array(z.string())),
});

const bypassSchema = z.object({ ...names, AuditByPassEnabled: z.boolean() });

/** Ten times as fast as `localeCompare`, which counts where there are tens of thousands. */
const byName = new Intl.Collator('en');

/** Every mailbox, by name. */
export function mailboxesQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'mailboxes'],
    queryFn: exchange ? ({ signal }) => readMailboxes(exchange, signal) : skipToken,
    // Comparing tens of thousands of them with the ones before would hold the page up.
    structuralSharing: false,
  });
}

async function readMailboxes(exchange: ExchangeAdmin, signal: AbortSignal): Promise<MailboxAuditing[]> {
  const [mailboxes, bypasses] = await Promise.all([
    exchange.run(allMailboxes, mailboxSchema, { action: 'read the mailboxes', signal }),
    exchange.run(allBypasses, bypassSchema, { action: 'read who is bypassed', signal }),
  ]);
  const bypassed = sharingNames(
    mailboxes,
    bypasses.filter(({ AuditByPassEnabled }) => AuditByPassEnabled),
  );
  const lists = new Map<string, readonly string[]>();
  return mailboxes
    .map((mailbox) => toMailboxAuditing(withSharedLists(mailbox, lists), bypassed.has(mailbox)))
    .sort((a, b) => byName.compare(a.name, b.name));
}

type Named = { readonly [Property in keyof typeof names]?: z.infer<typeof name> };

/** The mailboxes of accounts: of each account those that share the surest name it shares with any. */
function sharingNames<Each extends Named>(mailboxes: readonly Each[], accounts: readonly Named[]): ReadonlySet<Each> {
  const called = new Map<string, Each[]>();
  for (const mailbox of accounts.length > 0 ? mailboxes : [])
    for (const each of new Set(namesOf(mailbox))) called.set(each, [...(called.get(each) ?? []), mailbox]);
  return new Set(accounts.flatMap((account) => called.get(namesOf(account).find((each) => called.has(each)) ?? '') ?? []));
}

/** The surest first. */
function namesOf(named: Named): readonly string[] {
  const { ExternalDirectoryObjectId, ExchangeObjectId, ObjectId, Guid, DistinguishedName, UserPrincipalName, Name, Identity } =
    named;
  return [
    ExternalDirectoryObjectId,
    ExchangeObjectId,
    ObjectId,
    Guid,
    DistinguishedName,
    UserPrincipalName,
    Name,
    Identity,
  ].flatMap((each) => each?.toLowerCase() || []);
}

type Mailbox = z.infer<typeof mailboxSchema>;

/** Equal lists are one object: of tens of thousands of mailboxes most are set alike, and that is quickly seen then. */
function withSharedLists(mailbox: Mailbox, lists: Map<string, readonly string[]>): Mailbox {
  const shared = (list: readonly string[]) => {
    const key = list.join();
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
  return {
    ...mailbox,
    AuditAdmin: shared(mailbox.AuditAdmin),
    AuditDelegate: shared(mailbox.AuditDelegate),
    AuditOwner: shared(mailbox.AuditOwner),
  };
}

function toMailboxAuditing(mailbox: Mailbox, isBypassed: boolean): MailboxAuditing {
  const address = mailbox.UserPrincipalName;
  return {
    address,
    name: mailbox.DisplayName || address,
    type: mailbox.RecipientTypeDetails,
    isEnabled: mailbox.AuditEnabled,
    ageLimitMs: readTimeSpan(mailbox.AuditLogAgeLimit) ?? standardAgeLimitMs,
    actions: { Admin: mailbox.AuditAdmin, Delegate: mailbox.AuditDelegate, Owner: mailbox.AuditOwner },
    defaultSet: logonTypes.filter((logon: LogonType) => mailbox.DefaultAuditSet?.includes(logon)),
    isBypassed,
  };
}

/** One mailbox as it reads now. */
export async function readMailbox(exchange: ExchangeAdmin, address: string): Promise<MailboxAuditing> {
  const action = `read ${address} back`;
  const [[mailbox], [bypass]] = await Promise.all([
    exchange.run(oneMailbox(address), mailboxSchema, { action }),
    exchange.run(oneBypass(address), bypassSchema, { action }),
  ]);
  if (!mailbox) throw new ApiError('not-found', { service: 'Exchange', action });
  return toMailboxAuditing(mailbox, bypass?.AuditByPassEnabled ?? false);
}

/** One after the other; the first that fails is the last that was tried. */
export async function changeMailbox(exchange: ExchangeAdmin, address: string, commands: readonly Command[]): Promise<void> {
  for (const command of commands) await exchange.run(forAddress(command, address), z.unknown(), { action: `change ${address}` });
}
