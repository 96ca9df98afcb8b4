import type { AccessType } from '~/domain/mailbox-access/mailbox-access-params';

interface AccessWords {
  readonly label: string;
  /** Whom it includes that the label does not name. */
  readonly hint: string;
}

export const accessWords: Readonly<Record<AccessType, AccessWords>> = {
  all: { label: 'All non-owners', hint: 'Everybody but the owner, also by logon types nobody documents.' },
  external: { label: 'External users', hint: 'Administrators of Microsoft’s datacenters.' },
  adminsAndDelegates: {
    label: 'Administrators and delegated users',
    hint: 'An administrator who opens a mailbox with Full Access counts as a delegate.',
  },
  admins: {
    label: 'Administrators',
    hint: 'Only by eDiscovery or the MAPI editor. An administrator with Full Access counts as a delegate.',
  },
};
