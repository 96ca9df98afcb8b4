import { type FieldRef, fieldKeys } from '~/domain/fields';

const shown: readonly FieldRef[] = [
  'time',
  'operation',
  // What the cmdlets call the activity, beside its friendly name.
  'path:Operation',
  'user',
  'path:LogonType',
  'path:MailboxOwnerUPN',
  'path:FolderPathName',
  'path:ItemSubject',
  'path:ClientInfoString',
  'ip',
  'result',
];
const hidden = fieldKeys.filter((key) => !shown.includes(key));

/** The columns that tell most about entries of a mailbox audit log. */
export const logColumns = {
  key: 'mailbox-log-columns',
  standard: {
    order: [...shown, ...hidden],
    hidden,
    widths: {
      'path:Operation': 180,
      'path:LogonType': 110,
      'path:MailboxOwnerUPN': 220,
      'path:FolderPathName': 180,
      'path:ItemSubject': 260,
    },
  },
};
