import { expect, test } from 'vitest';
import { filtersAround, pivotsOf, surroundings, tiesOf } from './surroundings';

const time = Date.parse('2026-11-14T23:58:00Z');
const [minutes, , day] = surroundings;

test('reaches as far before a record as after it, both ends included', () => {
  expect(filtersAround(time, minutes, { field: 'user', value: 'ada@contoso.com' })).toEqual([
    { field: 'user', op: 'is', values: ['ada@contoso.com'] },
    { field: 'time', op: 'between', from: '2026-11-14T23:53:00.000Z', to: '2026-11-15T00:03:00.001Z' },
  ]);
});

test('the same day is that of UTC, whatever else it has in common', () => {
  expect(filtersAround(time, day)).toEqual([
    { field: 'time', op: 'between', from: '2026-11-14T00:00:00.000Z', to: '2026-11-15T00:00:00.000Z' },
  ]);
});

test('others can have in common what the record has a value for, wherever it stands', () => {
  const auditData = { UserId: 'ada@contoso.com', ClientIP: '[203.0.113.7]:443', AppAccessContext: { AADSessionId: 's-1' } };
  expect(pivotsOf(auditData, [['objectId', 'plan.docx']]).map(({ name, value }) => [name, value])).toEqual([
    ['user', 'ada@contoso.com'],
    ['IP address', '203.0.113.7'],
    ['session', 's-1'],
    ['item', 'plan.docx'],
  ]);
});

test('a record is tied to others by its session, then by its act', () => {
  expect(
    tiesOf({ CorrelationId: 'c-1', SessionId: 's-1', UserId: 'ada@contoso.com' }, []).map(({ name, value }) => [name, value]),
  ).toEqual([
    ['session', 's-1'],
    ['correlation', 'c-1'],
  ]);
  expect(tiesOf({ UserId: 'ada@contoso.com' }, [])).toEqual([]);
});
