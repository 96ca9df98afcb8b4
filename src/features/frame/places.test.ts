import { expect, test } from 'vitest';
import { type Visits, withVisit } from './places';

const none: Visits = new Map();
const report = { in: 's1', mailbox: 'ada@contoso.com' };

test('a place is come back to on the page it was left from, with what it showed', () => {
  const visits = withVisit(none, '/mailboxes/non-owner', report);
  expect(visits.get('/mailboxes')).toEqual({ to: '/mailboxes/non-owner', search: report });
  expect(withVisit(visits, '/search', {})).toBe(visits);
});

test('each place has its own', () => {
  const visits = withVisit(withVisit(none, '/mailboxes/access', report), '/messages/', { in: 's2' });
  expect(visits.get('/mailboxes')?.to).toBe('/mailboxes/access');
  expect(visits.get('/messages')).toEqual({ to: '/messages', search: { in: 's2' } });
});

test('a report that was left for an empty form is not come back to', () => {
  expect(withVisit(withVisit(none, '/messages', report), '/messages', {}).get('/messages')?.search).toEqual({});
});

test('from one message the list of the latest search is come back to', () => {
  const listed = withVisit(none, '/messages', { in: 's1', sender: 'elena' });
  expect(withVisit(listed, '/messages/<m1>', { in: 's1', record: 'r' }).get('/messages')).toEqual(listed.get('/messages'));
  expect(withVisit(listed, '/messages/<m1>', { in: 's2' }).get('/messages')?.search).toEqual({ in: 's2', sender: 'elena' });
  expect(withVisit(none, '/messages/<m1>', { in: 's2' }).get('/messages')).toEqual({ to: '/messages', search: { in: 's2' } });
});

test('a page of another place that begins alike is not taken for one', () => {
  expect(withVisit(none, '/messages-of-others', report)).toBe(none);
});
