import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { ExchangeAdmin } from './exchange-admin';
import { mailboxesQuery } from './mailboxes';

const auditing = { RecipientTypeDetails: 'UserMailbox', AuditEnabled: true, AuditLogAgeLimit: '90.00:00:00' };

async function bypassedAmong(mailboxes: readonly object[], bypasses: readonly object[]): Promise<string[]> {
  const exchange: ExchangeAdmin = {
    run: async ({ cmdlet }, output) => (cmdlet === 'Get-Mailbox' ? mailboxes : bypasses).map((each) => output.parse(each)),
  };
  const read = await new QueryClient().fetchQuery(mailboxesQuery(exchange));
  return read.filter(({ isBypassed }) => isBypassed).map(({ address }) => address);
}

const ada = { ...auditing, UserPrincipalName: 'ada@contoso.com', Name: 'Ada', Identity: 'Ada', Guid: '6C1E' };
const adasNamesake = { ...auditing, UserPrincipalName: 'ada@fabrikam.com', Name: 'Ada', Identity: 'Ada', Guid: '77F0' };
const on = { AuditByPassEnabled: true };

test.each([
  ['its address', { Identity: 'ADA@contoso.com' }],
  ['its name', { Identity: 'ada', Name: 'ada', ObjectId: 'not one of the mailbox' }],
  ['an id under another name', { Identity: 'Somebody', ObjectId: '6c1e' }],
])('knows the mailbox of a bypassed account by %s', async (_, bypass) => {
  const other = { ...auditing, UserPrincipalName: 'bo@contoso.com', Name: 'Bo' };
  expect(await bypassedAmong([other, ada], [{ ...bypass, ...on }])).toEqual(['ada@contoso.com']);
  expect(await bypassedAmong([other, ada], [{ ...bypass, AuditByPassEnabled: false }])).toEqual([]);
});

test('of two mailboxes of one name the id tells which is bypassed, and without one both may be', async () => {
  const both = [ada, adasNamesake];
  expect(await bypassedAmong(both, [{ Name: 'Ada', Guid: '77f0', ...on }])).toEqual(['ada@fabrikam.com']);
  expect(await bypassedAmong(both, [{ Name: 'Ada', ...on }])).toHaveLength(2);
});

test('an account that is bypassed and has no mailbox changes nothing', async () => {
  expect(await bypassedAmong([ada], [{ Identity: 'Scanner', Name: null, ObjectId: {}, ...on }])).toEqual([]);
});
