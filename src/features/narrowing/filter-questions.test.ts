import { expect, test } from 'vitest';
import { filterFrom, questionsOf, type Typed } from './filter-questions';

const context = { zone: 'utc', now: Date.parse('2026-11-21T09:30:00Z') } as const;
const typed = (first: string, last = ''): Typed => ({ first, last });
const size = 'path:Size';

test('what can be asked follows from the kind of the field', () => {
  expect(questionsOf('text')).toContain('contains');
  expect(questionsOf('ip')[0]).toBe('inRange');
  expect(questionsOf('number')).not.toContain('contains');
  expect(questionsOf('time')).toEqual(['between', 'outsideHours']);
});

test('makes a filter of what was typed', () => {
  expect(filterFrom('user', 'is', typed(' ada '), context)).toEqual({ field: 'user', op: 'is', values: ['ada'] });
  expect(filterFrom('user', 'isNot', typed('ada'), context)).toEqual({ field: 'user', op: 'isNot', values: ['ada'] });
  expect(filterFrom('item', 'contains', typed('offer'), context)).toEqual({ field: 'item', op: 'contains', text: 'offer' });
  expect(filterFrom('item', 'missing', typed(''), context)).toEqual({ field: 'item', op: 'missing' });
  const range = '10.0.0.5-10.0.0.9';
  expect(filterFrom('ip', 'inRange', typed(range), context)).toEqual({ field: 'ip', op: 'inRange', range });
  expect(filterFrom(size, 'number', typed('1e6'), context)).toEqual({ field: size, op: 'number', atLeast: 1_000_000 });
  expect(filterFrom(size, 'number', typed('', '0'), context)).toEqual({ field: size, op: 'number', atMost: 0 });
  expect(filterFrom('time', 'between', typed('2026-11-14', 'today'), context)).toEqual({
    field: 'time',
    op: 'between',
    from: '2026-11-14T00:00:00.000Z',
    to: expect.stringMatching(/^2026-11-21T09:3/),
  });
  expect(filterFrom('time', 'outsideHours', typed('08:00', '18:00'), context)).toEqual({
    field: 'time',
    op: 'outsideHours',
    from: '08:00',
    to: '18:00',
    zone: 'UTC',
  });
});

test.each([
  ['user', 'is', typed(' '), 'Enter what to look for.'],
  ['ip', 'inRange', typed('10.0.0'), 'This is no range of addresses.'],
  ['ip', 'inRange', typed('10.0.0.9-10.0.0.1'), 'This is no range of addresses.'],
  [size, 'number', typed('1,000'), 'This is no number.'],
  [size, 'number', typed('2', '1'), 'No number is that large and that small.'],
  [size, 'number', typed('', ''), 'Enter what to look for.'],
  ['time', 'between', typed('03/04/2026'), 'This is no date and time.'],
  ['time', 'between', typed('2026-11-14', '2026-11-13'), 'It ends before it begins.'],
] as const)('says why what was typed for %s %s is no filter: %j', (field, op, text, why) => {
  expect(filterFrom(field, op, text, context)).toBe(why);
});
