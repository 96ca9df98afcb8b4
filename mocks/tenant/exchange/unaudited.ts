// What changes of auditing keep out of the log from their moment on: everything, what a bypassed account does, and actions a mailbox
// is no longer audited for. Records are hidden, never moved; what was logged before stays.

import type { Change } from '~mocks/tenant/change';
import type { Scene } from '~mocks/tenant/model';
import { firstAtLeast, type Timeline } from '~mocks/tenant/timeline';
import { logonNames, mailboxAccessOf } from './mailbox-access';
import { defaultMailboxSettings, foldMailboxes, isActionAudited } from './mailbox-settings';

/** What is done in mailboxes: to one item, to several, and mail that was read. */
const mailboxRecordTypes: readonly number[] = [2, 3, 50];
const cmdlets = ['Set-OrganizationConfig', 'Set-Mailbox', 'Set-MailboxAuditBypassAssociation'];

/** `undefined` when nothing was changed. */
export function createUnauditedTest(changes: readonly Change[], timeline: Timeline): ((scene: Scene) => boolean) | undefined {
  let settings = defaultMailboxSettings;
  const moments = changes
    .filter(({ cmdlet }) => cmdlets.includes(cmdlet))
    .map((change) => {
      settings = foldMailboxes(settings, change);
      return { first: timeline.firstIndexAt(change.at), settings };
    });
  const [start] = moments;
  if (!start) return undefined;
  return (scene) => {
    const { index, kind, actor } = scene;
    if (index < start.first || !mailboxRecordTypes.includes(kind.recordType)) return false;
    const after = firstAtLeast(moments.length, index + 1, (at) => moments[at]?.first ?? 0);
    const { settings } = moments[after - 1] ?? start;
    if (settings.organization['AuditDisabled'] === true || settings.bypassed.includes(actor.upn)) return true;
    const access = mailboxAccessOf(scene);
    if (!access || !kind.inMailbox || !(access.mailbox.upn in settings.mailboxes)) return false;
    return !isActionAudited(settings, access.mailbox.upn, logonNames[access.logonType], kind.inMailbox.action);
  };
}
