// How mailboxes are audited: for the organization, for one mailbox, and the accounts whose actions go unlogged.
// https://learn.microsoft.com/powershell/module/exchange/set-mailbox

import * as z from 'zod/mini';
import { type LogonType, logonTypes, possibleActions } from '~/domain/mailbox-auditing/mailbox-actions';
import type { Properties } from '~mocks/tenant/change';
import { auditingOf } from '~mocks/tenant/exchange/mailbox-settings';
import { findMailbox } from '~mocks/tenant/exchange/mailboxes';
import type { Mailbox } from '~mocks/tenant/model';
import { type Cmdlet, type CmdletContext, defineCmdlet, done } from './cmdlet';
import { objectNotFound } from './failure';
import { flag, identity, listOf, resultSize } from './parameters';

/** Accepted, and part of UpdateFolderPermissions. */
const neverAlone = ['AddFolderPermissions', 'ModifyFolderPermissions', 'RemoveFolderPermissions'];

/** A list that replaces the one before, or a hash table of what to add and what to remove. */
function actions(logon: LogonType) {
  const list = listOf('MailboxAuditOperations', [...possibleActions('today', logon), ...neverAlone, 'None']);
  const change = z.object({
    '@odata.type': z.literal('#Exchange.GenericHashTable'),
    Add: z.optional(list),
    Remove: z.optional(list),
  });
  return z.union([list, change]);
}

/** `90.00:00:00`, or a number of days. */
const age = z.pipe(
  z.unknown(),
  z.transform((value, context) => {
    const text = /^\d+$/.test(String(value)) ? `${value}.00:00:00` : String(value);
    if (/^(\d+\.)?\d\d:\d\d:\d\d$/.test(text)) return text.replace(/^0\./, '');
    context.issues.push({ code: 'custom', message: `Cannot convert value "${value}" to type "EnhancedTimeSpan".`, input: value });
    return z.NEVER;
  }),
);

const mailboxTypes = ['UserMailbox', 'SharedMailbox', 'RoomMailbox'] as const;

export const mailboxCmdlets: readonly Cmdlet[] = [
  defineCmdlet('Get-OrganizationConfig', {}, (_, { settings }) => ({ value: [settings.organization] })),
  defineCmdlet('Set-OrganizationConfig', { AuditDisabled: z.optional(flag) }, async (parameters, { settings, keep }) => {
    await keep('Set-OrganizationConfig', String(settings.organization['Name']), parameters);
    return done;
  }),
  defineCmdlet(
    'Get-Mailbox',
    {
      Identity: z.optional(identity),
      RecipientTypeDetails: z.optional(listOf('RecipientTypeDetails', mailboxTypes)),
      ResultSize: z.optional(resultSize),
    },
    async (asked, context) => {
      const wanted = await mailboxesFor(asked.Identity, context);
      const ofType = wanted.filter(({ type }) => asked.RecipientTypeDetails?.includes(type) ?? true);
      return { value: ofType.slice(0, asked.ResultSize ?? 1_000).map((mailbox) => printed(mailbox, context)) };
    },
  ),
  defineCmdlet(
    'Set-Mailbox',
    {
      Identity: identity,
      AuditEnabled: z.optional(flag),
      AuditLogAgeLimit: z.optional(age),
      AuditAdmin: z.optional(actions('Admin')),
      AuditDelegate: z.optional(actions('Delegate')),
      AuditOwner: z.optional(actions('Owner')),
      DefaultAuditSet: z.optional(listOf('MailboxAuditLogonType', logonTypes)),
    },
    async (parameters, context) => {
      const { upn } = await findOne(parameters.Identity, context);
      await context.keep('Set-Mailbox', upn, parameters);
      return done;
    },
  ),
  defineCmdlet(
    'Get-MailboxAuditBypassAssociation',
    { Identity: z.optional(identity), ResultSize: z.optional(resultSize) },
    async (asked, context) => {
      const accounts = await mailboxesFor(asked.Identity, context);
      const { bypassed } = context.settings;
      return {
        value: accounts.slice(0, asked.ResultSize ?? 1_000).map(({ name, upn, guid }) => ({
          Identity: name,
          Name: name,
          ObjectId: guid,
          AuditByPassEnabled: bypassed.includes(upn),
        })),
      };
    },
  ),
  defineCmdlet(
    'Set-MailboxAuditBypassAssociation',
    { Identity: identity, AuditBypassEnabled: flag },
    async (parameters, context) => {
      const { upn } = await findOne(parameters.Identity, context);
      await context.keep('Set-MailboxAuditBypassAssociation', upn, parameters);
      return done;
    },
  ),
];

export async function mailboxesFor(wanted: string | undefined, context: CmdletContext): Promise<readonly Mailbox[]> {
  return wanted === undefined ? (await context.facts()).mailboxes : [await findOne(wanted, context)];
}

export async function findOne(wanted: string, { facts }: CmdletContext): Promise<Mailbox> {
  const mailbox = findMailbox((await facts()).mailboxes, wanted);
  if (!mailbox) throw objectNotFound(wanted);
  return mailbox;
}

function printed({ name, upn, guid, type }: Mailbox, { settings }: CmdletContext): Properties {
  return {
    Identity: upn.slice(0, upn.indexOf('@')),
    DisplayName: name,
    UserPrincipalName: upn,
    PrimarySmtpAddress: upn,
    RecipientTypeDetails: type,
    ExchangeGuid: guid,
    Guid: guid,
    GrantSendOnBehalfTo: settings.permissions
      .filter(({ mailbox, of }) => mailbox === upn && of === 'sending on behalf')
      .map(({ user }) => user),
    ...auditingOf(settings, upn),
  };
}
