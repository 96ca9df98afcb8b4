// A mailbox audit search as the form makes it, for tests.

import type { MailboxSearch } from './mailbox-search';

export function sampleMailboxSearch(change: Partial<MailboxSearch> = {}): MailboxSearch {
  return {
    way: 'now',
    name: '',
    mailboxes: ['ada@contoso.com'],
    logonTypes: ['Admin', 'Delegate'],
    operations: [],
    start: '2026-11-14T00:00:00.000Z',
    end: '2026-11-21T00:00:00.000Z',
    showDetails: true,
    externalAccess: false,
    hasAttachments: false,
    groupMailbox: false,
    inactiveMailbox: false,
    resultSize: 1000,
    recipients: [],
    ...change,
  };
}
