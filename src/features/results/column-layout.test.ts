import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import {
  columnGrowth,
  columnLabel,
  columnWidth,
  parseColumnLayout,
  shownFields,
  standardLayout,
  withColumns,
  withField,
  withMarks,
  withMoved,
  withoutColumn,
  withShown,
} from './column-layout';

const standard = standardLayout(auditLog);

test('the standard columns begin with when, who, what and to what', () => {
  expect(shownFields(standard)).toEqual(['time', 'user', 'operation', 'item', 'detail', 'ip', 'recordType']);
});

test('the standard columns fit on a screen of 1440 pixels beside the navigation', () => {
  const least = shownFields(standard).reduce((sum, ref) => sum + columnWidth(auditLog, standard, ref), 0);
  expect(least).toBeLessThanOrEqual(1440 - 220 - 2 * 24 - 2 - 15);
});

test('a column grows until it is given a width', () => {
  expect(columnGrowth(auditLog, standard, 'item')).toBeGreaterThan(columnGrowth(auditLog, standard, 'user') ?? 0);
  expect(columnGrowth(auditLog, standard, 'time')).toBeUndefined();
  expect(columnGrowth(auditLog, { ...standard, widths: { item: 300 } }, 'item')).toBeUndefined();
});

test('a layout that was stored with other standard columns stays as it was', () => {
  const order = ['time', 'ip', 'user', 'recordType', 'operation', 'item', 'detail'];
  const parsed = parseColumnLayout(auditLog, { order, hidden: [], widths: { user: 230 } });
  expect(parsed && shownFields(parsed)).toEqual(order);
  expect(parsed?.widths).toEqual({ user: 230 });
});

test('what was stored comes back', () => {
  const layout = withField(withMoved(withShown(standard, 'item', false), 'user', 'time'), 'path:Item.Path');
  const stored: unknown = JSON.parse(JSON.stringify({ ...layout, widths: { user: 300 } }));
  const parsed = parseColumnLayout(auditLog, stored);
  expect(parsed).toEqual({ ...layout, widths: { user: 300 } });
  expect(parsed && columnWidth(auditLog, parsed, 'user')).toBe(300);
});

test('fields that are new since then are added, unknown and repeated ones are dropped', () => {
  const parsed = parseColumnLayout(auditLog, { order: ['user', 'colour', 'user'], hidden: ['colour'], widths: { colour: 100 } });
  expect(parsed?.order[0]).toBe('user');
  expect(new Set(parsed?.order)).toEqual(new Set(standard.order));
  expect(parsed?.order).toHaveLength(standard.order.length);
  expect(parsed?.hidden).toContain('workload');
  expect(parsed?.widths).toEqual({});
});

test.each([undefined, null, 7, {}, { order: 'time' }, { order: [], hidden: [], widths: { time: -1 } }])('refuses %j', (value) => {
  expect(parseColumnLayout(auditLog, value)).toBeUndefined();
});

test('a layout without any column is refused, and the last one cannot be hidden', () => {
  expect(parseColumnLayout(auditLog, { order: [...standard.order], hidden: [...standard.order], widths: {} })).toBeUndefined();
  const one = shownFields(standard)
    .slice(1)
    .reduce((layout, field) => withShown(layout, field, false), standard);
  expect(withShown(one, 'time', false)).toBe(one);
});

test('moves before a column or to the end', () => {
  expect(withMoved(standard, 'detail', 'time').order[0]).toBe('detail');
  expect(withMoved(standard, 'time', undefined).order.at(-1)).toBe('time');
  expect(withMoved(standard, 'time', 'time')).toBe(standard);
});

test('marks stand behind the user, and where they are shown they stay', () => {
  const marked = withMarks(standard, 'seen.ip');
  expect(shownFields(marked).slice(0, 3)).toEqual(['time', 'user', 'seen.ip']);
  const moved = withMoved(marked, 'seen.ip', 'time');
  expect(withMarks(moved, 'seen.ip')).toBe(moved);
  expect(shownFields(withMarks(withShown(moved, 'seen.ip', false), 'seen.ip')).slice(0, 3)).toEqual(['time', 'user', 'seen.ip']);
});

test('a property is added once and leaves nothing when it is taken away, a field of the catalogue is hidden', () => {
  const added = withField(withField(standard, 'path:Item.Path'), 'path:Item.Path');
  expect(added.order.filter((ref) => ref === 'path:Item.Path')).toHaveLength(1);
  expect(withoutColumn(auditLog, added, 'path:Item.Path').order).toEqual(standard.order);
  expect(withoutColumn(auditLog, added, 'user')).toEqual(withShown(added, 'user', false));
});

test('columns that are chosen at once are exactly these', () => {
  const added = withField(standard, 'path:Item.Path');
  const chosen = withColumns(auditLog, added, ['path:LogonType', 'time', 'path:LogonType']);
  expect(shownFields(chosen)).toEqual(['path:LogonType', 'time']);
  expect(chosen.order).not.toContain('path:Item.Path');
  expect(chosen.hidden).toContain('user');
});

test('each source has its own columns', () => {
  const log = standardLayout(mailboxLog);
  expect(shownFields(log)).toEqual([
    'time',
    'operation',
    'path:Operation',
    'user',
    'path:LogonType',
    'path:MailboxOwnerUPN',
    'path:FolderPathName',
    'path:ItemSubject',
    'path:ClientInfoString',
    'ip',
    'result',
  ]);
  expect(columnLabel(mailboxLog, 'path:LogonType', 'UTC')).toBe('Logon type');
  expect(columnLabel(auditLog, 'path:LogonType', 'UTC')).toBe('LogonType');
  expect(withoutColumn(mailboxLog, log, 'path:LogonType').order).toEqual(log.order);
});

test('a stored column that the source does not have is dropped', () => {
  const parsed = parseColumnLayout(mailboxLog, {
    order: ['time', 'workload', 'path:Other'],
    hidden: [],
    widths: { workload: 90 },
  });
  expect(parsed?.order.slice(0, 3)).toEqual(['time', 'path:Other', 'operation']);
  expect(parsed?.order).not.toContain('workload');
  expect(parsed?.widths).toEqual({});
});
