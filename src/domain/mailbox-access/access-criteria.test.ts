import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import type { AccessChange, Party } from './access-change';
import { type AccessCriteria, chooseChanges } from './access-criteria';

const party = (name: string): Party => ({ written: name, name, key: name });

function change(key: string, mailbox: string, people: string, more: Partial<AccessChange> = {}): AccessChange {
  return {
    key,
    record: recordKeySchema.parse(key),
    time: 0,
    operation: '',
    kind: 'fullAccess',
    effect: 'granted',
    mailbox: mailbox === '' ? undefined : party(mailbox),
    people: [party(people)],
    rights: [],
    folder: '',
    by: 'ada@contoso.com',
    isFailed: false,
    isByService: false,
    ...more,
  };
}

const changes = [
  change('own', 'anna@contoso.com', 'ben@contoso.com'),
  change('other', 'joe@contoso.com', 'eve@contoso.com', { kind: 'sendAs', by: 'kim@contoso.com' }),
  change('noise', 'anna@contoso.com', 'Discovery Management', { isByService: true }),
  change('bypass of ben', '', 'ben@contoso.com', { kind: 'bypass' }),
  change('bypass of eve', '', 'eve@contoso.com', { kind: 'bypass' }),
  change('auditing off', '', 'x', { kind: 'auditing', people: [] }),
];

function chosen(criteria: Partial<AccessCriteria>) {
  const { shown, counts, byService } = chooseChanges(changes, {
    mailbox: '',
    person: '',
    kinds: [],
    service: false,
    ...criteria,
  });
  return { keys: shown.map(({ key }) => key), counts: Object.fromEntries(counts), byService };
}

test('hides what the service does by itself, and counts it', () => {
  expect(chosen({})).toMatchObject({ keys: ['own', 'other', 'bypass of ben', 'bypass of eve', 'auditing off'], byService: 1 });
  expect(chosen({ service: true }).keys).toContain('noise');
});

test('of one mailbox, with the bypasses of those it was about and what is about all', () => {
  expect(chosen({ mailbox: 'anna' }).keys).toEqual(['own', 'bypass of ben', 'auditing off']);
});

test('by kind, each counted whatever is asked for', () => {
  const counts = { fullAccess: 1, sendAs: 1, bypass: 2, auditing: 1 };
  expect(chosen({ kinds: ['sendAs'] })).toMatchObject({ keys: ['other'], counts });
});

test('by who got it or who gave it, whole addresses from their beginning', () => {
  expect(chosen({ person: 'kim@contoso.com' }).keys).toEqual(['other']);
  expect(chosen({ person: 'EVE' }).keys).toEqual(['other', 'bypass of eve']);
  expect(chosen({ person: 'im@contoso.com' }).keys).toEqual([]);
});
