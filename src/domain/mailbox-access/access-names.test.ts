import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import type { WrittenChange } from './access-change';
import { isParty, isRenamed, nameChanges } from './access-names';

const hosted = 'EURPR07A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/contoso.onmicrosoft.com';

/** A change of that mailbox, which its record also calls by other names. */
function change(mailbox: string, people: readonly string[] = [], alsoNamed: readonly string[] = []): WrittenChange {
  return {
    record: recordKeySchema.parse(mailbox),
    time: 0,
    operation: 'Add-MailboxPermission',
    kind: 'fullAccess',
    effect: 'granted',
    mailbox,
    people,
    rights: ['FullAccess'],
    folder: '',
    by: 'ada.admin@contoso.com',
    isFailed: false,
    isByService: false,
    sameMailbox: [mailbox, ...alsoNamed],
  };
}

const mailboxesOf = (...changes: WrittenChange[]) => nameChanges(changes).map(({ mailbox }) => mailbox?.name);

test('knows a GUID or a path by the address that a record writes beside it, in every other record', () => {
  const guid = 'e4ad2d28-703e-4189-9752-6b827ef9107d';
  const names = mailboxesOf(change(guid), change('Anna@contoso.com', [], [guid]), change(`${hosted}/${guid.toUpperCase()}`));
  expect(names).toEqual(['Anna@contoso.com', 'Anna@contoso.com', 'Anna@contoso.com']);
});

test('knows an alias by the only address that begins with it', () => {
  const [first, second] = nameChanges([change('anna'), change('x@contoso.com', ['ANNA@contoso.com'])]);
  expect(first?.mailbox).toEqual({ written: 'anna', name: 'ANNA@contoso.com', key: 'anna@contoso.com' });
  expect(second?.people).toEqual([{ written: 'ANNA@contoso.com', name: 'ANNA@contoso.com', key: 'anna@contoso.com' }]);
});

test('guesses nobody: what could be two stays as written', () => {
  const [first, second] = nameChanges([change('anna'), change('anna@contoso.com'), change('anna@fabrikam.com')]);
  expect(first?.mailbox).toEqual({ written: 'anna', name: 'anna', key: 'anna', isAmbiguous: true });
  expect(second?.mailbox?.isAmbiguous).toBeUndefined();
  const guid = '00000000-0000-4000-8000-000000000001';
  expect(mailboxesOf(change(guid), change('a@contoso.com', [], [guid]), change('b@contoso.com', [], [guid]))[0]).toBe(guid);
});

test('everyone is nobody in particular', () => {
  const [first] = nameChanges([change('x@contoso.com', ['Default', 'default@contoso.com'])]);
  expect(first?.people.map(({ name }) => name)).toEqual(['Default', 'default@contoso.com']);
});

test('shows the part of a path that tells', () => {
  expect(mailboxesOf(change(`${hosted}/Discovery Management`), change('CN=Anna Berg,OU=x,DC=contoso'))).toEqual([
    'Discovery Management',
    'Anna Berg',
  ]);
});

test('is found by address, alias and as written, in any casing', () => {
  const guid = 'e4ad2d28-703e-4189-9752-6b827ef9107d';
  const [party] = nameChanges([change(guid, [], ['anna@contoso.com'])]).flatMap(({ mailbox }) => mailbox ?? []);
  if (!party) throw new Error('There is a mailbox.');
  for (const wanted of ['Anna@Contoso.com', ' anna ', guid]) expect(isParty(party, wanted)).toBe(true);
  for (const wanted of ['', 'an', 'berg@contoso.com', 'anna@fabrikam.com']) expect(isParty(party, wanted)).toBe(false);
  expect(isRenamed(party)).toBe(true);
});
