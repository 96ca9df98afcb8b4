import { expect, test } from 'vitest';
import { checkMailboxSearch } from './check-mailbox-search';
import type { MailboxSearch } from './mailbox-search';
import { sampleMailboxSearch as search } from './mailbox-search.fixture';

const now = Date.parse('2026-11-21T09:00:00Z');

const background = (change: Partial<MailboxSearch> = {}) =>
  search({ way: 'background', recipients: ['audit@contoso.com'], ...change });

test.each([
  ['a mailbox has to be named', search({ mailboxes: [] }), 'mailboxes', /^Enter the mailbox/],
  ['details of several are not read now', search({ mailboxes: ['a@x.com', 'b@x.com'] }), 'mailboxes', /one mailbox/],
  ['a start is needed', search({ start: '' }), 'start', /^Enter the date/],
  ['an end is needed', search({ end: '' }), 'end', /^Enter the date/],
  ['dates stand in order', search({ end: '2026-11-13T00:00:00Z' }), 'end', /after the start/],
  ['someone must have been in it', search({ logonTypes: [] }), 'logonTypes', /at least one/],
  ['owners need details', search({ logonTypes: ['Owner'], showDetails: false }), 'logonTypes', /only with details/],
  ['owners need details in the background', background({ logonTypes: ['Owner'], showDetails: false }), 'logonTypes', /details/],
  ['external is not for now', search({ logonTypes: ['External'] }), 'logonTypes', /in the background only/],
  ['the classic actions are all there are', background({ operations: ['Send', 'Move'] }), 'operations', /not take Send\.$/],
  ['an action has to be one', search({ operations: ['Read'] }), 'operations', /not take Read\./],
  ['no result is no size', search({ resultSize: 0 }), 'resultSize', /from 1 to 250,000/],
  ['a quarter of a million is the most', search({ resultSize: 250_001 }), 'resultSize', /from 1 to 250,000/],
  ['a size is a number', search({ resultSize: Number.NaN }), 'resultSize', /whole number/],
  ['a name is short', background({ name: 'x'.repeat(65) }), 'name', /these are 65/],
  ['someone gets the mail', background({ recipients: [] }), 'recipients', /^Enter whom/],
  ['mail goes to an address', background({ recipients: ['ada'] }), 'recipients', /Not a mail address: ada/],
] as const)('%s', (_, asked, field, message) => {
  const [issue, ...others] = checkMailboxSearch(asked, now);
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ field, severity: 'error', message: expect.stringMatching(message) });
});

test('fields of the other way are not looked at', () => {
  expect(checkMailboxSearch(search({ name: 'x'.repeat(65) }), now)).toEqual([]);
  expect(checkMailboxSearch(background({ resultSize: Number.NaN, mailboxes: [] }), now)).toEqual([]);
});

test('a start before the age limit is a warning', () => {
  expect(checkMailboxSearch(search({ start: '2026-06-01T00:00:00Z' }), now)).toMatchObject([
    { field: 'start', severity: 'warning' },
  ]);
});

test('several mailboxes are searched at once without details', () => {
  expect(checkMailboxSearch(search({ mailboxes: ['a@x.com', 'b@x.com'], showDetails: false }), now)).toEqual([]);
});

test.each([
  ['no mailbox is named', search({ mailboxes: [] }), { way: 'background' }],
  ['owners without details', search({ logonTypes: ['Owner'], showDetails: false }), { showDetails: true }],
  ['external now', search({ logonTypes: ['Admin', 'External'] }), { logonTypes: ['Admin'] }],
  ['actions of today', background({ operations: ['Send', 'Move'] }), { operations: ['Move'] }],
  ['a long name', background({ name: 'x'.repeat(65) }), { name: 'x'.repeat(64) }],
] as const)('puts right: %s', (_, asked, change) => {
  const [issue] = checkMailboxSearch(asked, now);
  expect(issue?.fix?.apply(asked)).toEqual({ ...asked, ...change });
});
