import { logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import {
  ageLimitWords,
  differenceFromDefault,
  followsDefaults,
  logonWords,
  type MailboxAuditing,
} from '~/domain/mailbox-auditing/mailbox-auditing';
import type { DataColumn } from '~/ui/grid/data-column';
import { type AuditingContext, auditedWords, typeWords } from './mailbox-filters';

export function mailboxColumns(context: AuditingContext): readonly DataColumn<MailboxAuditing>[] {
  const { edition } = context;
  return [
    { id: 'name', label: 'Name', help: 'The display name.', width: 170, text: ({ name }) => name },
    { id: 'address', label: 'Address', help: 'The user principal name.', width: 220, text: ({ address }) => address },
    { id: 'type', label: 'Type', help: 'RecipientTypeDetails.', width: 80, text: typeWords },
    {
      id: 'audited',
      label: 'Audited',
      help: 'Whether anything done to the mailbox is logged, or why not.',
      width: 150,
      text: (mailbox) => auditedWords(mailbox, context),
    },
    ...logonTypes.map(
      (logon): DataColumn<MailboxAuditing> => ({
        id: logon,
        label: logon,
        help: `Actions logged for ${logon}: Microsoft’s defaults, or what an own list has beyond them and lacks.`,
        width: 160,
        text: (mailbox) => logonWords(mailbox, edition, logon),
        sortBy(mailbox) {
          if (followsDefaults(mailbox, edition, logon)) return 0;
          const { added, removed } = differenceFromDefault(mailbox, edition, logon);
          return 1 + added.length + removed.length;
        },
      }),
    ),
    {
      id: 'age',
      label: 'Age limit',
      help: 'How long entries are kept in the mailbox (AuditLogAgeLimit).',
      width: 110,
      text: ageLimitWords,
      sortBy: ({ ageLimitMs }) => ageLimitMs,
    },
    {
      id: 'bypass',
      label: 'Bypass',
      help: 'Whether what the account does is left out, in every mailbox.',
      width: 110,
      text: ({ isBypassed }) => (isBypassed ? 'Bypassed' : ''),
    },
  ];
}
