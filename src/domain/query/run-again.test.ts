import { expect, test } from 'vitest';
import { rangeEnding } from '~/lib/date-range';
import { emptyQuery } from './audit-query';
import { nameOfQuery } from './describe-query';
import { queryAgain } from './run-again';

const madeAt = Date.parse('2026-11-21T09:28:30Z');
const now = Date.parse('2026-11-28T10:00:00Z');
const { start, end } = rangeEnding('7d', madeAt);
const lastWeek = { ...emptyQuery(start, end), users: ['adele@contoso.com'] };

test('the last seven days are seven other days a week later, and the name follows them', () => {
  const again = queryAgain({ ...lastWeek, name: nameOfQuery(lastWeek) }, madeAt, now);
  expect(again).toMatchObject({ start: '2026-11-21T10:00:00.000Z', end: '2026-11-28T10:00:00.000Z', users: lastWeek.users });
  expect(again.name).toBe(nameOfQuery(again));
  expect(again.name).toContain('21 to 28 Nov 2026');
});

test('a name somebody chose stays', () => {
  expect(queryAgain({ ...lastWeek, name: 'Case 42' }, madeAt, now).name).toBe('Case 42');
});

test('the range may be as old as the form it was chosen in', () => {
  expect(queryAgain(lastWeek, madeAt + 20 * 60_000, now).end).toBe('2026-11-28T10:00:00.000Z');
});

test.each([
  ['of another length', { ...lastWeek, start: '2026-11-14T09:00:00.000Z' }, madeAt],
  ['that ended long before the search was made', lastWeek, madeAt + 8 * 3_600_000],
  ['of a search made elsewhere', lastWeek, undefined],
])('dates %s stay', (_, query, made) => {
  expect(queryAgain(query, made, now)).toBe(query);
});
