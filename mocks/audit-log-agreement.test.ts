import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs } from '~/lib/time';
import { createExchangeCaller } from './exchange-caller';
import { createGraphCaller } from './graph-caller';
import { recordSchema } from './graph-schema';
import { createMockedServer } from './node';

const now = Date.parse('2026-06-30T00:00:00Z');
const { run } = createExchangeCaller();
const graph = createGraphCaller();
let time = now;
let server = createMockedServer();

beforeEach(() => {
  server = createMockedServer({ seed: 'mailboxes', records: 6_000, now, latency: 0, clock: () => time });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => server.close());

const priya = 'priya.raman@contoso.com';
const hashTable = (change: object) => ({ '@odata.type': '#Exchange.GenericHashTable', ...change });

test('what is switched off is missing from now on, and from nothing before, in every way to search', async () => {
  const operations = ['MailItemsAccessed', 'Send'];
  const found = async () => {
    const { pages } = await graph.search({ userPrincipalNameFilters: [priya], operationFilters: operations }, 1_000);
    return pages
      .flat()
      .map((record) => recordSchema.parse(record))
      .filter(({ auditData }) => auditData['MailboxOwnerUPN'] === priya)
      .map(({ operation, createdDateTime }) => `${createdDateTime} ${operation}`)
      .sort();
  };

  const before = await found();
  // In the middle of the story in which her mail is read.
  time = now - 2.9 * dayMs;
  await run('Set-Mailbox', { Identity: priya, AuditOwner: hashTable({ Remove: 'MailItemsAccessed' }) });
  time = now;
  const since = new Date(now - 2.9 * dayMs).toISOString();
  const expected = before.filter((each) => each < since || !each.endsWith('MailItemsAccessed'));
  expect(expected.length).toBeLessThan(before.length);
  expect(await found()).toEqual(expected);

  const days = { StartDate: '2026-01-03', EndDate: '2026-06-30' };
  const unified = (
    await run('Search-UnifiedAuditLog', { ...days, UserIds: priya, Operations: operations, ResultSize: 5_000 })
  ).filter(({ AuditData }) => JSON.parse(String(AuditData)).MailboxOwnerUPN === priya);
  expect(unified.map(({ CreationDate, Operations }) => `${CreationDate} ${Operations}`).sort()).toEqual(expected);

  const entries = await run('Search-MailboxAuditLog', {
    ...days,
    Identity: priya,
    ShowDetails: true,
    LogonTypes: 'Owner',
    Operations: operations,
  });
  const kept = new Date(now - 90 * dayMs).toISOString();
  expect(entries.map(({ LastAccessed, Operation }) => `${LastAccessed} ${Operation}`).sort()).toEqual(
    expected.filter((each) => each >= kept),
  );
});
