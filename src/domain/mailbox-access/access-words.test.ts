import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import { sentenceText } from '~/domain/record/sentence';
import type { AccessChange, Party } from './access-change';
import { deedOf, effectLabel } from './access-words';

const party = (name: string): Party => ({ written: name, name, key: name.toLowerCase() });

function change(more: Partial<AccessChange>, ...people: string[]): AccessChange {
  return {
    key: '1',
    record: recordKeySchema.parse('1'),
    time: 0,
    operation: '',
    kind: 'fullAccess',
    effect: 'granted',
    mailbox: party('anna@contoso.com'),
    people: people.map(party),
    rights: ['FullAccess'],
    folder: '',
    by: 'ada@contoso.com',
    isFailed: false,
    isByService: false,
    ...more,
  };
}

const deed = (more: Partial<AccessChange>, ...people: string[]) => sentenceText(deedOf(change(more, ...people)));

test('says what was done to whom', () => {
  expect(deed({}, 'ben')).toBe('gave ben FullAccess');
  expect(deed({ effect: 'removed' }, 'ben', 'eve')).toBe('took FullAccess from ben and eve');
  expect(deed({ effect: 'denied' }, 'ben')).toBe('denied ben FullAccess');
  expect(deed({ effect: 'changed' }, 'ben')).toBe('took back that ben is denied FullAccess');
  expect(deed({ effect: 'replaced', rights: [] })).toBe('took away every permission that had been given');
  expect(deed({ kind: 'sendAs' }, 'ben')).toBe('let ben send as the mailbox');
  expect(deed({ kind: 'sendOnBehalf', effect: 'replaced' })).toBe('let nobody send on its behalf any more');
  expect(deed({ kind: 'folder', effect: 'changed', folder: '\\Calendar', rights: ['Editor', 'Delegate'] }, 'ben')).toBe(
    'set the rights of ben on ‘\\Calendar’ to Editor and Delegate',
  );
  expect(deed({ kind: 'bypass' }, 'eve')).toBe('exempted eve from auditing: nothing they do is logged');
  expect(deed({ kind: 'auditing', rights: ['AuditEnabled = False'] })).toBe('set AuditEnabled = False');
});

test('says what the record leaves out', () => {
  expect(deed({ kind: 'folder', effect: 'changed', folder: '', rights: [] })).toBe(
    'changed the rights of somebody on a folder; the record does not say to what',
  );
  expect(deed({ kind: 'calendarDelegation', effect: 'changed', folder: '\\Calendar' })).toBe(
    'changed the delegates of ‘\\Calendar’; the record does not say whom',
  );
  expect(deed({ kind: 'sendOnBehalf', effect: 'changed' })).toContain('the record does not say how');
});

test('what failed was not done, and who acts for themselves is seen', () => {
  expect(deed({ isFailed: true }, 'ben')).toBe('tried to give ben FullAccess: failed');
  expect(effectLabel(change({ isFailed: true }))).toBe('Failed: not granted');
  expect(effectLabel(change({ kind: 'bypass', effect: 'removed' }))).toBe('Turned off');
  expect(deed({}, 'Ada@contoso.com')).toBe('gave themselves FullAccess');
});
