// Who else may open a mailbox.
// https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission

import * as z from 'zod/mini';
import type { Properties } from '~mocks/tenant/change';
import { type Cmdlet, defineCmdlet, done } from './cmdlet';
import { findOne } from './mailboxes';
import { flag, identity, listOf, oneOf } from './parameters';

const rights = ['FullAccess', 'ReadPermission', 'ChangePermission', 'ChangeOwner', 'DeleteItem', 'ExternalAccount'] as const;
const inheritance = z.optional(
  oneOf('ActiveDirectorySecurityInheritance', ['None', 'All', 'Children', 'Descendents', 'SelfAndChildren']),
);
const permission = {
  Identity: identity,
  User: identity,
  AccessRights: listOf('MailboxRights', rights),
  InheritanceType: inheritance,
};

export const mailboxPermissionCmdlets: readonly Cmdlet[] = [
  defineCmdlet('Get-MailboxPermission', { Identity: identity, User: z.optional(identity) }, async (asked, context) => {
    const { upn } = await findOne(asked.Identity, context);
    const user = asked.User === undefined ? undefined : (await findOne(asked.User, context)).upn;
    const held = context.settings.permissions.filter((each) => each.mailbox === upn);
    const all = [
      printed(upn, 'NT AUTHORITY\\SELF', ['FullAccess', 'ReadPermission']),
      ...held.map((each) => printed(upn, each.user, each.rights)),
    ];
    return { value: all.filter(({ User }) => user === undefined || User === user) };
  }),
  defineCmdlet('Add-MailboxPermission', { ...permission, AutoMapping: z.optional(flag) }, async (parameters, context) => {
    const { upn } = await findOne(parameters.Identity, context);
    const user = (await findOne(parameters.User, context)).upn;
    await context.keep('Add-MailboxPermission', upn, { ...parameters, User: user });
    return { value: [printed(upn, user, parameters.AccessRights)] };
  }),
  defineCmdlet('Remove-MailboxPermission', permission, async (parameters, context) => {
    const { upn } = await findOne(parameters.Identity, context);
    const user = (await findOne(parameters.User, context)).upn;
    const held = context.settings.permissions.find((each) => each.mailbox === upn && each.user === user);
    await context.keep('Remove-MailboxPermission', upn, { ...parameters, User: user });
    const removes = parameters.AccessRights.some((right) => held?.rights.includes(right));
    const warning = `Can't remove the access control entry on the object "${upn}" for account "${user}" because it isn't present.`;
    return removes ? done : { value: [], warnings: [warning] };
  }),
];

function printed(mailbox: string, user: string, accessRights: readonly string[]): Properties {
  return { Identity: mailbox, User: user, AccessRights: accessRights, IsInherited: false, Deny: false, InheritanceType: 'All' };
}
