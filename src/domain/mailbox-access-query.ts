// The one search behind the report of access to mailboxes and the page that explains it: what was done in mailboxes, and what
// was changed about who may.

import { type AuditQuery, emptyQuery } from './audit-query';
import { describePeriod } from './describe-query';

export function mailboxAccessQuery(start: string, end: string): AuditQuery {
  return {
    ...emptyQuery(start, end),
    name: `Mailbox access, ${describePeriod(start, end)}`,
    recordTypes: ['ExchangeItem', 'ExchangeItemGroup', 'ExchangeItemAggregated', 'ExchangeAdmin'],
  };
}
