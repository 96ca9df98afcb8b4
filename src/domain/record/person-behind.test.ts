import { expect, test } from 'vitest';
import { filterTarget } from '~/domain/view/filter-target';
import { explainRecord } from './explain-record';
import { personBehind } from './person-behind';

const id = '2b3c4d5e-0000-4000-8000-1234567890ab';
const actor = [
  { ID: id, Type: 0 },
  { ID: '10032001A2B3C4D5', Type: 3 },
  { ID: 'rosa@contoso.com', Type: 5 },
];

test('finds who acted in Actor, else in UserKey, and nobody where there is only an id', () => {
  expect(personBehind({ Actor: actor, UserKey: 'other@contoso.com' })).toBe('rosa@contoso.com');
  expect(personBehind({ Actor: JSON.stringify(actor) })).toBe('rosa@contoso.com');
  expect(personBehind({ Actor: actor.slice(0, 2), UserKey: 'rosa@contoso.com' })).toBe('rosa@contoso.com');
  expect(personBehind({ Actor: [{ ID: id, Type: 5 }], UserKey: 'i:0h.f|membership|1003@live.com' })).toBe('');
  expect([undefined, null, 'text', [], { Actor: {} }, { Actor: [null, 5], UserKey: {} }].map(personBehind)).toEqual(
    Array.from({ length: 6 }, () => ''),
  );
});

// elastic/detection-rules#3838
test.each(['Not Available', id, ''])('tells who signed in where UserId says “%s”', (UserId) => {
  const record = { Operation: 'UserLoginFailed', RecordType: 15, UserId, Actor: actor, LogonError: 'UserAccountNotFound' };
  const { sentence, facts } = explainRecord(record, []);
  expect(sentence).toMatch(/^rosa@contoso\.com could not sign in/);
  expect(facts).toContainEqual({ label: 'User', value: 'rosa@contoso.com', ref: 'user', filterValue: 'rosa@contoso.com' });
  expect(facts.filter(({ label }) => label === 'Recorded under')).toEqual(
    UserId === '' ? [] : [{ label: 'Recorded under', value: UserId, ref: 'path:UserId', filterValue: UserId }],
  );
  expect(filterTarget('UserId', UserId, record, [])).toEqual({ field: 'path:UserId', value: UserId });
});

test('nobody is named where the record names nobody', () => {
  const { sentence } = explainRecord({ Operation: 'UserLoggedIn', RecordType: 15, UserId: 'Not Available', UserKey: id }, []);
  expect(sentence).toMatch(/^Someone the record does not name signed in/);
});

test('an id is still a user one can filter by where nothing says more', () => {
  expect(filterTarget('UserId', id, { UserId: id }, [])).toEqual({ field: 'user', value: id });
});
