// Every cmdlet the mocked tenant knows.

import { brandingTemplateCmdlets } from './branding-templates';
import type { Cmdlet } from './cmdlet';
import { encryptedMessageCmdlets } from './encrypted-messages';
import { mailboxAuditLogCmdlets } from './mailbox-audit-log';
import { mailboxPermissionCmdlets } from './mailbox-permissions';
import { mailboxCmdlets } from './mailboxes';
import { messageTraceCmdlets } from './message-trace';
import { transportRuleCmdlets } from './transport-rules';
import { unifiedAuditLogCmdlets } from './unified-audit-log';

const all: readonly Cmdlet[] = [
  ...encryptedMessageCmdlets,
  ...brandingTemplateCmdlets,
  ...transportRuleCmdlets,
  ...messageTraceCmdlets,
  ...unifiedAuditLogCmdlets,
  ...mailboxCmdlets,
  ...mailboxPermissionCmdlets,
  ...mailboxAuditLogCmdlets,
];

const byName = new Map(all.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet]));

/** In any casing. */
export function findCmdlet(name: string): Cmdlet | undefined {
  return byName.get(name.trim().toLowerCase());
}
