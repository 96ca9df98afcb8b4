// A tenant in memory, for tests: Exchange as far as mailbox auditing goes.

import type { ExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import { type Command, isListChange, type ParameterValue } from '~/domain/exchange/command';
import { defaultActions, type LogonType, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { ownValue } from '~/lib/own-value';
import { dayMs } from '~/lib/time';
import { readTimeSpan, writeDays } from '~/lib/time-span';

const standardActions = {
  Admin: defaultActions('today', 'Admin'),
  Delegate: defaultActions('today', 'Delegate'),
  Owner: defaultActions('today', 'Owner'),
};

export function sampleMailbox(change: Partial<MailboxAuditing> & { readonly name: string }): MailboxAuditing {
  return {
    address: `${change.name.toLowerCase().replaceAll(' ', '.')}@contoso.com`,
    type: 'UserMailbox',
    isEnabled: true,
    ageLimitMs: 90 * dayMs,
    actions: standardActions,
    defaultSet: logonTypes,
    isBypassed: false,
    ...change,
  };
}

export function sampleTenant(start: readonly MailboxAuditing[], isOn = true) {
  const mailboxes = new Map(start.map((mailbox) => [mailbox.address, mailbox]));
  const calls: Command[] = [];
  const refused = new Set<string>();
  const ignored = new Set<string>();
  let isOnForAll = isOn;
  const asked = (address: ParameterValue | undefined) => {
    const mailbox = mailboxes.get(String(address));
    if (mailbox) return [mailbox];
    return address === undefined ? [...mailboxes.values()] : [];
  };
  const exchange: ExchangeAdmin = {
    async run(command, output, { action }) {
      const { cmdlet, parameters } = command;
      calls.push(command);
      const address = parameters['Identity'];
      if (refused.has(`${cmdlet} ${address ?? ''}`)) throw new ApiError('forbidden', { service: 'Exchange', action });
      if (cmdlet === 'Set-OrganizationConfig') isOnForAll = parameters['AuditDisabled'] === false;
      if (cmdlet.startsWith('Set-Mailbox') && !ignored.has(String(address)))
        for (const mailbox of asked(address)) mailboxes.set(mailbox.address, changed(mailbox, parameters));
      const answers: Record<string, readonly object[]> = {
        'Get-OrganizationConfig': [{ AuditDisabled: !isOnForAll }],
        'Get-Mailbox': asked(address).map(printed),
        'Get-MailboxAuditBypassAssociation': asked(address).map((mailbox) => ({
          Identity: mailbox.address,
          AuditByPassEnabled: mailbox.isBypassed,
        })),
      };
      return (ownValue(answers, cmdlet) ?? []).map((answer) => output.parse(answer));
    },
  };
  return {
    exchange,
    calls,
    refuse: (cmdlet: string, address = '') => refused.add(`${cmdlet} ${address}`),
    allowAll: () => refused.clear(),
    /** Takes changes of it and makes none. */
    ignore: (address: string) => ignored.add(address),
  };
}

function printed(mailbox: MailboxAuditing) {
  return {
    UserPrincipalName: mailbox.address,
    DisplayName: mailbox.name,
    RecipientTypeDetails: mailbox.type,
    AuditEnabled: mailbox.isEnabled,
    AuditLogAgeLimit: writeDays(mailbox.ageLimitMs / dayMs),
    AuditAdmin: mailbox.actions.Admin,
    AuditDelegate: mailbox.actions.Delegate,
    AuditOwner: mailbox.actions.Owner,
    DefaultAuditSet: mailbox.defaultSet,
  };
}

function changed(mailbox: MailboxAuditing, parameters: Command['parameters']): MailboxAuditing {
  const { AuditEnabled, AuditLogAgeLimit, AuditBypassEnabled, DefaultAuditSet } = parameters;
  const restored = logonTypes.filter((logon) => Array.isArray(DefaultAuditSet) && DefaultAuditSet.includes(logon));
  const list = (logon: LogonType) =>
    restored.includes(logon) ? standardActions[logon] : changedList(mailbox.actions[logon], parameters[`Audit${logon}`]);
  return {
    ...mailbox,
    isEnabled: AuditEnabled === undefined ? mailbox.isEnabled : AuditEnabled === true,
    isBypassed: AuditBypassEnabled === undefined ? mailbox.isBypassed : AuditBypassEnabled === true,
    ageLimitMs: readTimeSpan(String(AuditLogAgeLimit)) ?? mailbox.ageLimitMs,
    actions: { Admin: list('Admin'), Delegate: list('Delegate'), Owner: list('Owner') },
    defaultSet: logonTypes.filter(
      (logon) => restored.includes(logon) || (mailbox.defaultSet.includes(logon) && !Object.hasOwn(parameters, `Audit${logon}`)),
    ),
  };
}

function changedList(before: readonly string[], value: ParameterValue | undefined): readonly string[] {
  if (value === undefined) return before;
  if (!isListChange(value)) return Array.isArray(value) ? value : [];
  return [...before.filter((action) => !value.remove?.includes(action)), ...(value.add ?? [])];
}
