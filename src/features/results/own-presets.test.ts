import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnPreset } from '~/domain/catalogue/column-presets';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { parseOwnPresets, withPreset } from './own-presets';

const first: ColumnPreset = { name: 'First', columns: ['time', 'user'] };
const second: ColumnPreset = { name: 'Second', columns: ['time', 'ip'] };

test('a name that is there already is given to the new columns', () => {
  expect(withPreset([first, second], { name: 'First', columns: ['item'] })).toEqual([
    { name: 'First', columns: ['item'] },
    second,
  ]);
});

test('columns that are saved again are renamed', () => {
  expect(withPreset([first, second], { ...second, name: 'Third' })).toEqual([first, { ...second, name: 'Third' }]);
  expect(withPreset([first, second], { name: 'First', columns: second.columns })).toEqual([
    { name: 'First', columns: second.columns },
  ]);
});

test('what was stored is read as far as the source has such columns', () => {
  const stored = [
    { name: 'Mine', columns: ['time', 'workload', 'path:A'] },
    { name: 'Gone', columns: ['workload'] },
  ];
  expect(parseOwnPresets(mailboxLog, stored)).toEqual([{ name: 'Mine', columns: ['time', 'path:A'] }]);
  expect(parseOwnPresets(auditLog, [{ name: '', columns: ['time'] }])).toBeUndefined();
  expect(parseOwnPresets(auditLog, 'nonsense')).toBeUndefined();
});
