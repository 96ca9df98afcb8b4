// The cmdlets of mailbox auditing that Ledgerline runs or hands over.
// https://learn.microsoft.com/powershell/module/exchange/set-mailbox and its neighbours

import type { Command } from './command';

export const organizationConfig: Command = { cmdlet: 'Get-OrganizationConfig', parameters: {} };

export const allMailboxes: Command = { cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'Unlimited' } };

/** Also accounts that have no mailbox. */
export const allBypasses: Command = { cmdlet: 'Get-MailboxAuditBypassAssociation', parameters: { ResultSize: 'Unlimited' } };
