import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { wholeSet } from '~/domain/view/result-view';
import { heldWith } from '~/records/held-set.fixture';
import { groupColumns, groupingOf } from './group-columns';
import { groupsCsv } from './groups-csv';

function record(index: number, userPrincipalName: string, operation: string) {
  const createdDateTime = new Date(Date.UTC(2026, 10, 14, 0, 0, index)).toISOString();
  return { id: `id-${index}`, createdDateTime, userPrincipalName, operation, clientIp: `203.0.113.${index % 2}` };
}

async function csvOf(records: readonly object[], by: readonly FieldRef[], sort = { column: 'count', descending: true }) {
  const { set } = await heldWith(records);
  const view = set.open(wholeSet);
  const asked = { by, distinct: 'ip' as const };
  const grouping = groupingOf(asked, sort);
  if (!grouping) throw new Error('nothing to group by');
  const stream = groupsCsv(view, grouping, groupColumns(auditLog, asked, 'utc'), new AbortController().signal);
  return new Response(stream).arrayBuffer().then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
}

test('writes groups in their order, with a byte order mark and without formulas', async () => {
  const records = [
    record(0, 'bob', 'Send'),
    record(1, '=HYPERLINK("x")', 'Send'),
    record(2, 'bob', 'Send'),
    record(3, '', 'Send'),
  ];
  expect(await csvOf(records, ['user', 'operation'])).toBe(
    [
      '\ufeffUser,Activity,Records,First (UTC),Last (UTC),IP address (distinct)',
      'bob,Sent message,2,2026-11-14 00:00:00,2026-11-14 00:00:02,1',
      '"\'=HYPERLINK(""x"")",Sent message,1,2026-11-14 00:00:01,2026-11-14 00:00:01,1',
      '',
    ].join('\r\n'),
  );
});

test('writes more groups than are read at once, each in its place', async () => {
  const records = Array.from({ length: 2500 }, (_, index) => record(index, `user ${index}`, 'Send'));
  const lines = (await csvOf(records, ['user'], { column: 'first', descending: false })).split('\r\n').slice(1, -1);
  expect(lines.map((line) => line.split(',')[0])).toEqual(records.map(({ userPrincipalName }) => userPrincipalName));
});
