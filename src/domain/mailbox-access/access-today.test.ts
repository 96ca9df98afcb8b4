import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import type { Holding } from './access-state';
import { compareWithToday } from './access-today';

const since: Holding['since'] = {
  key: '1',
  record: recordKeySchema.parse('1'),
  time: 0,
  operation: 'Add-MailboxPermission',
  kind: 'fullAccess',
  effect: 'granted',
  mailbox: undefined,
  people: [],
  rights: [],
  folder: '',
  by: '',
  isFailed: false,
  isByService: false,
};

const holding = (kind: Holding['kind'], name: string): Holding => ({
  kind,
  who: { written: name, name, key: name.toLowerCase() },
  folder: '',
  rights: ['FullAccess'],
  since,
});
const permission = (user: string, isDenied = false) => ({ user, rights: ['FullAccess'], isDenied });

test('tells what is gone, and what nobody was seen to grant', () => {
  const ben = holding('fullAccess', 'Ben@contoso.com');
  const eve = holding('fullAccess', 'eve@contoso.com');
  const joe = holding('fullAccess', 'joe@contoso.com');
  const { gone, untold } = compareWithToday(
    [ben, eve, joe, holding('sendAs', 'kim@contoso.com')],
    [permission('ben'), permission('joe@contoso.com', true), permission('lea@contoso.com')],
  );
  expect([...gone]).toEqual([eve, joe]);
  expect(untold.map(({ user }) => user)).toEqual(['lea@contoso.com']);
});
