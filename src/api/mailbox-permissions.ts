// Who may open a mailbox today, as Exchange has it. May be asked without a client: then nothing is known, and nothing is sent.

import { queryOptions, skipToken } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { MailboxPermission } from '~/domain/mailbox-access/access-today';
import type { ExchangeAdmin } from './exchange-admin';

const permissionSchema = z.object({
  User: z.string(),
  AccessRights: z.array(z.string()),
  Deny: z.nullish(z.boolean()),
});

/** Without the owner's own and without what every mailbox inherits from the service. */
export function mailboxPermissionsQuery(exchange: ExchangeAdmin | undefined, mailbox: string) {
  return queryOptions({
    queryKey: ['exchange', 'mailbox permissions', mailbox.toLowerCase()],
    queryFn: exchange && mailbox !== '' ? ({ signal }) => readPermissions(exchange, mailbox, signal) : skipToken,
  });
}

async function readPermissions(exchange: ExchangeAdmin, mailbox: string, signal: AbortSignal): Promise<MailboxPermission[]> {
  const command = { cmdlet: 'Get-MailboxPermission', parameters: { Identity: mailbox } };
  const entries = await exchange.run(command, permissionSchema, { action: `read who may open ${mailbox}`, signal });
  return entries
    .filter(({ User }) => !/^NT AUTHORITY\\/i.test(User))
    .map(({ User, AccessRights, Deny }) => ({ user: User, rights: AccessRights, isDenied: Deny === true }));
}
