// How mailboxes are audited, as Exchange has it set. Queries may be asked without a client: then nothing is known, and nothing
// is sent.

import { queryOptions, skipToken } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError } from '~/domain/errors';
import { type LogonType, logonTypes } from '~/domain/mailbox-actions';
import { type MailboxAuditing, standardAgeLimitMs } from '~/domain/mailbox-auditing';
import { allBypasses, allMailboxes, organizationConfig } from '~/domain/mailbox-commands';
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

const actions = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((list) => list ?? []),
);

const mailboxSchema = z.object({
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

const bypassSchema = z.object({ Identity: z.string(), AuditByPassEnabled: z.boolean() });

/** Every mailbox, by name. */
export function mailboxesQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'mailboxes'],
    queryFn: exchange ? ({ signal }) => readMailboxes(exchange, signal) : skipToken,
  });
}

async function readMailboxes(exchange: ExchangeAdmin, signal: AbortSignal): Promise<MailboxAuditing[]> {
  const [mailboxes, bypasses] = await Promise.all([
    exchange.run(allMailboxes, mailboxSchema, { action: 'read the mailboxes', signal }),
    exchange.run(allBypasses, bypassSchema, { action: 'read who is bypassed', signal }),
  ]);
  const bypassed = new Set(
    bypasses.filter(({ AuditByPassEnabled }) => AuditByPassEnabled).map(({ Identity }) => Identity.toLowerCase()),
  );
  return mailboxes
    .map((mailbox): MailboxAuditing => {
      const address = mailbox.UserPrincipalName;
      return {
        address,
        name: mailbox.DisplayName || address,
        type: mailbox.RecipientTypeDetails,
        isEnabled: mailbox.AuditEnabled,
        ageLimitMs: readTimeSpan(mailbox.AuditLogAgeLimit) ?? standardAgeLimitMs,
        actions: { Admin: mailbox.AuditAdmin, Delegate: mailbox.AuditDelegate, Owner: mailbox.AuditOwner },
        defaultSet: logonTypes.filter((logon: LogonType) => mailbox.DefaultAuditSet?.includes(logon)),
        isBypassed: bypassed.has(address.toLowerCase()),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
