// The cmdlets of mailbox auditing that Ledgerline runs or hands over.
// https://learn.microsoft.com/powershell/module/exchange/set-mailbox and its neighbours

import type { Command } from '~/domain/exchange/command';

export const organizationConfig: Command = { cmdlet: 'Get-OrganizationConfig', parameters: {} };

export const allMailboxes: Command = { cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'Unlimited' } };

/** Also accounts that have no mailbox. */
export const allBypasses: Command = { cmdlet: 'Get-MailboxAuditBypassAssociation', parameters: { ResultSize: 'Unlimited' } };

export function oneMailbox(address: string): Command {
  return { cmdlet: 'Get-Mailbox', parameters: { Identity: address } };
}

export function oneBypass(address: string): Command {
  return { cmdlet: 'Get-MailboxAuditBypassAssociation', parameters: { Identity: address } };
}

/** Auditing of every mailbox by default; turned off, nothing is logged in any. */
export function setAuditingOn(isOn: boolean): Command {
  return { cmdlet: 'Set-OrganizationConfig', parameters: { AuditDisabled: !isOn } };
}

/** The same command for a mailbox, or for the account it belongs to. */
export function forAddress({ cmdlet, parameters }: Command, address: string): Command {
  return { cmdlet, parameters: { Identity: address, ...parameters } };
}
