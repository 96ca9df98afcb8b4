// What the two cmdlets of the mailbox audit log would refuse, said before anything is sent, with what puts it right. Errors stop a
// search, warnings never do. A field that the way of searching does not have is not looked at.

import { standardAgeLimitMs } from '~/domain/mailbox-auditing/mailbox-auditing';
import { dayMs, type EpochMs } from '~/lib/time';
import { largestResultSize, type MailboxSearch, searchableActions } from './mailbox-search';

const longestName = 64;

export interface MailboxSearchFix {
  readonly label: string;
  apply(search: MailboxSearch): MailboxSearch;
}

export interface MailboxSearchIssue {
  readonly field: keyof MailboxSearch;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: MailboxSearchFix;
}

/** In the order of the form. */
export function checkMailboxSearch(search: MailboxSearch, now: EpochMs): readonly MailboxSearchIssue[] {
  return [
    ...checkMailboxes(search),
    ...checkDates(search, now),
    ...checkLogonTypes(search),
    ...checkOperations(search),
    ...(search.way === 'now' ? checkResultSize(search) : checkDelivery(search)),
  ];
}

const inBackground: MailboxSearchFix = { label: 'Search in the background', apply: (old) => ({ ...old, way: 'background' }) };

function* checkMailboxes({ way, mailboxes, showDetails }: MailboxSearch): Generator<MailboxSearchIssue> {
  if (way === 'background') return;
  if (mailboxes.length === 0) {
    const message = 'Enter the mailbox to search. All of them are searched in the background.';
    yield { field: 'mailboxes', severity: 'error', message, fix: inBackground };
  }
  if (mailboxes.length > 1 && showDetails) {
    const message = 'With details, one mailbox is searched at once. Search several in the background, or without details.';
    yield { field: 'mailboxes', severity: 'error', message, fix: inBackground };
  }
}

function* checkDates({ start, end }: MailboxSearch, now: EpochMs): Generator<MailboxSearchIssue> {
  const from = Date.parse(start);
  const to = Date.parse(end);
  if (Number.isNaN(from)) yield { field: 'start', severity: 'error', message: 'Enter the date and time to search from.' };
  if (Number.isNaN(to)) yield { field: 'end', severity: 'error', message: 'Enter the date and time to search to.' };
  if (to <= from) yield { field: 'end', severity: 'error', message: 'The end must be after the start.' };
  if (from < now - standardAgeLimitMs - dayMs) {
    const message = 'A mailbox keeps its entries for 90 days, unless its own age limit says otherwise.';
    yield { field: 'start', severity: 'warning', message };
  }
}

function* checkLogonTypes({ way, logonTypes: chosen, showDetails }: MailboxSearch): Generator<MailboxSearchIssue> {
  const field = 'logonTypes';
  if (chosen.length === 0) yield { field, severity: 'error', message: 'Choose at least one.' };
  if (chosen.includes('Owner') && !showDetails) {
    const message = 'What owners do is searched only with details.';
    yield { field, severity: 'error', message, fix: { label: 'Show details', apply: (old) => ({ ...old, showDetails: true }) } };
  }
  if (chosen.includes('External') && way === 'now') {
    const message = 'External is a type of searches in the background only; “External access” below asks the same now.';
    yield {
      field,
      severity: 'error',
      message,
      fix: {
        label: 'Leave out External',
        apply: (old) => ({ ...old, logonTypes: old.logonTypes.filter((type) => type !== 'External') }),
      },
    };
  }
}

function* checkOperations({ way, operations }: MailboxSearch): Generator<MailboxSearchIssue> {
  const known = searchableActions(way);
  const unknown = operations.filter((action) => !known.includes(action));
  if (unknown.length === 0) return;
  const where = way === 'now' ? 'Search-MailboxAuditLog does' : 'Searches in the background do';
  yield {
    field: 'operations',
    severity: 'error',
    message: `${where} not take ${unknown.join(', ')}.`,
    fix: { label: 'Leave out', apply: (old) => ({ ...old, operations: old.operations.filter((each) => known.includes(each)) }) },
  };
}

function* checkResultSize({ resultSize }: MailboxSearch): Generator<MailboxSearchIssue> {
  if (Number.isInteger(resultSize) && resultSize >= 1 && resultSize <= largestResultSize) return;
  yield { field: 'resultSize', severity: 'error', message: 'Enter a whole number from 1 to 250,000.' };
}

function* checkDelivery({ name, recipients }: MailboxSearch): Generator<MailboxSearchIssue> {
  if (name.length > longestName) {
    const message = `The service takes ${longestName} characters; these are ${name.length}.`;
    yield {
      field: 'name',
      severity: 'error',
      message,
      fix: { label: 'Shorten', apply: (old) => ({ ...old, name: old.name.slice(0, longestName).trim() }) },
    };
  }
  if (recipients.length === 0) {
    const message = 'Enter whom the service mails the result to: it takes no search without.';
    yield { field: 'recipients', severity: 'error', message };
  }
  const wrong = recipients.filter((address) => !/^\S+@\S+$/.test(address));
  if (wrong.length > 0) yield { field: 'recipients', severity: 'error', message: `Not a mail address: ${wrong.join(', ')}.` };
}
