// The one search behind the report of access to mailboxes and the page that explains it: what was done in mailboxes, and what
// was changed about who may.

import { type AuditQuery, emptyQuery } from '~/domain/query/audit-query';
import { describePeriod } from '~/domain/query/describe-query';

/** Of what is done in mailboxes: one item, several, and mail that was read. */
export const mailboxRecordTypes: readonly string[] = ['ExchangeItem', 'ExchangeItemGroup', 'ExchangeItemAggregated'];

export function mailboxAccessQuery(start: string, end: string): AuditQuery {
  return {
    ...emptyQuery(start, end),
    name: `Mailbox access, ${describePeriod(start, end)}`,
    recordTypes: [...mailboxRecordTypes, 'ExchangeAdmin'],
  };
}
