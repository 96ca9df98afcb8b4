import { expect, test } from 'vitest';
import { parsePath, splitAlternatives } from '~/lib/json-path';
import { auditLog } from './audit-log-catalogue';
import { isFieldOf } from './catalogue';
import { columnPresets, presetFits } from './column-presets';
import { auditDataPath } from './fields';

const namesFor = (...paths: string[]) =>
  columnPresets.filter((preset) => presetFits(auditLog, preset, new Set(paths))).map(({ name }) => name);

test('every column of a preset can be read, and stands there once', () => {
  for (const { columns } of columnPresets) {
    expect(columns).toEqual([...new Set(columns)]);
    for (const ref of columns) {
      expect(isFieldOf(auditLog, ref)).toBe(true);
      const path = auditDataPath(ref);
      for (const each of path === undefined ? [] : splitAlternatives(path)) expect(parsePath(each), each).toBeDefined();
    }
  }
});

test('a preset fits by a property of its own, not by what every record has', () => {
  expect(namesFor('Id', 'UserId', 'Operation')).toEqual([]);
  expect(namesFor('MailboxOwnerUPN')).toEqual(['Mail']);
  expect(namesFor('OperationProperties[MailSubject]')).toEqual(['Encrypted messages']);
  expect(namesFor('Item.SizeInBytes', 'FileSizeBytes')).toEqual([]);
});

test('a property that only contains what a preset asks for is no reason', () => {
  expect(namesFor('OperationProperties', 'Item')).toEqual([]);
});
