// Who else may use a mailbox: open it, send in its name, or work in one of its folders. Each of the three has cmdlets of its own,
// which differ in little.
// https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission and its neighbours

import * as z from 'zod/mini';
import type { Properties } from '~mocks/tenant/change';
import { folderOf } from '~mocks/tenant/exchange/mailbox-settings';
import { type Cmdlet, type CmdletContext, defineCmdlet, done } from './cmdlet';
import { invalidOperation } from './failure';
import { findOne } from './mailboxes';
import { flag, identity, listOf, oneOf } from './parameters';

const rights = ['FullAccess', 'ReadPermission', 'ChangePermission', 'ChangeOwner', 'DeleteItem', 'ExternalAccount'] as const;
const folderRights = [
  'Owner',
  'PublishingEditor',
  'Editor',
  'PublishingAuthor',
  'Author',
  'Reviewer',
  'AvailabilityOnly',
] as const;
const inheritance = z.optional(
  oneOf('ActiveDirectorySecurityInheritance', ['None', 'All', 'Children', 'Descendents', 'SelfAndChildren']),
);
const permission = {
  Identity: identity,
  User: identity,
  AccessRights: listOf('MailboxRights', rights),
  InheritanceType: inheritance,
};
const sendAs = { Identity: identity, Trustee: identity, AccessRights: listOf('RecipientAccessRight', ['SendAs']) };
const inFolder = { Identity: identity, User: identity };

export const mailboxPermissionCmdlets: readonly Cmdlet[] = [
  defineCmdlet('Get-MailboxPermission', { Identity: identity, User: z.optional(identity) }, async (asked, context) => {
    const { upn } = await findOne(asked.Identity, context);
    const user = asked.User === undefined ? undefined : (await findOne(asked.User, context)).upn;
    const held = context.settings.permissions.filter(({ mailbox, of }) => mailbox === upn && of === 'mailbox');
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
    const held = context.settings.permissions.find((each) => each.mailbox === upn && each.of === 'mailbox' && each.user === user);
    await context.keep('Remove-MailboxPermission', upn, { ...parameters, User: user });
    const removes = parameters.AccessRights.some((right) => held?.rights.includes(right));
    const warning = `Can't remove the access control entry on the object "${upn}" for account "${user}" because it isn't present.`;
    return removes ? done : { value: [], warnings: [warning] };
  }),
  defineCmdlet('Get-RecipientPermission', { Identity: identity, Trustee: z.optional(identity) }, async (asked, context) => {
    const { upn } = await findOne(asked.Identity, context);
    const trustee = asked.Trustee === undefined ? undefined : (await findOne(asked.Trustee, context)).upn;
    const held = context.settings.permissions.filter(({ mailbox, of }) => mailbox === upn && of === 'sending as');
    return {
      value: held.filter(({ user }) => trustee === undefined || user === trustee).map(({ user }) => printedSendAs(upn, user)),
    };
  }),
  defineCmdlet('Add-RecipientPermission', sendAs, async (parameters, context) => {
    const { upn } = await findOne(parameters.Identity, context);
    const trustee = (await findOne(parameters.Trustee, context)).upn;
    await context.keep('Add-RecipientPermission', upn, { ...parameters, Trustee: trustee });
    return { value: [printedSendAs(upn, trustee)] };
  }),
  defineCmdlet('Remove-RecipientPermission', sendAs, async (parameters, context) => {
    const { upn } = await findOne(parameters.Identity, context);
    const trustee = (await findOne(parameters.Trustee, context)).upn;
    await context.keep('Remove-RecipientPermission', upn, { ...parameters, Trustee: trustee });
    return done;
  }),
  defineCmdlet('Get-MailboxFolderPermission', { Identity: identity }, async (asked, context) => {
    const { upn, folder } = await findFolder(asked.Identity, context);
    const held = context.settings.permissions.filter(({ mailbox, of }) => mailbox === upn && of === folder);
    return { value: held.map((each) => printedInFolder(folder, each.user, each.rights)) };
  }),
  defineCmdlet(
    'Add-MailboxFolderPermission',
    { ...inFolder, AccessRights: listOf('MailboxFolderAccessRight', folderRights) },
    async (parameters, context) => {
      const { upn, folder } = await findFolder(parameters.Identity, context);
      const user = (await findOne(parameters.User, context)).upn;
      const isThere = context.settings.permissions.some(
        (each) => each.mailbox === upn && each.of === folder && each.user === user,
      );
      if (isThere) throw invalidOperation(`An existing permission entry was found for user: ${user}.`);
      await context.keep('Add-MailboxFolderPermission', `${upn}:${folder}`, { ...parameters, User: user });
      return { value: [printedInFolder(folder, user, parameters.AccessRights)] };
    },
  ),
  defineCmdlet('Remove-MailboxFolderPermission', inFolder, async (parameters, context) => {
    const { upn, folder } = await findFolder(parameters.Identity, context);
    const user = (await findOne(parameters.User, context)).upn;
    await context.keep('Remove-MailboxFolderPermission', `${upn}:${folder}`, { ...parameters, User: user });
    return done;
  }),
];

/** `info@contoso.com:\Calendar`. */
async function findFolder(written: string, context: CmdletContext) {
  const [mailbox = ''] = written.split(':');
  const { upn } = await findOne(mailbox, context);
  return { upn, folder: folderOf(written) };
}

function printedSendAs(mailbox: string, trustee: string): Properties {
  return { Identity: mailbox, Trustee: trustee, AccessControlType: 'Allow', AccessRights: ['SendAs'], IsInherited: false };
}

function printedInFolder(folder: string, user: string, accessRights: readonly string[]): Properties {
  const name = folder.slice(folder.lastIndexOf('\\') + 1);
  return { Identity: folder, FolderName: name, User: user, AccessRights: accessRights };
}

function printed(mailbox: string, user: string, accessRights: readonly string[]): Properties {
  return { Identity: mailbox, User: user, AccessRights: accessRights, IsInherited: false, Deny: false, InheritanceType: 'All' };
}
