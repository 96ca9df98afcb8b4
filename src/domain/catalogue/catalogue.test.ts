import { expect, test } from 'vitest';
import { entryFields } from '~/domain/mailbox-log/mailbox-audit-entry';
import { auditLog } from './audit-log-catalogue';
import { type Field, fieldOf, isFieldOf, isListed, labelOf } from './catalogue';
import { auditDataPath, isDerivedKey, isSeenKey } from './fields';
import { mailboxLog } from './mailbox-log-catalogue';

test.each([auditLog, mailboxLog])('$key lists each field once, with a label, help and a place in the record', ({ fields }) => {
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
  const hasPlace = ({ key, paths }: Field) => paths.length > 0 || isDerivedKey(key) || isSeenKey(key);
  expect(fields.filter((field) => field.label === '' || field.help === '' || !hasPlace(field))).toEqual([]);
});

test('a mailbox audit log lists every field the document names, under the name it has there', () => {
  const inColumns = ['OperationResult', 'ClientIPAddress', 'LastAccessed', 'Identity'];
  const listed = mailboxLog.fields.flatMap(({ key, label }) => {
    const name = auditDataPath(key);
    return name === undefined ? [] : [[name, label]];
  });
  const documented = entryFields.filter(({ name }) => !inColumns.includes(name)).map(({ name, label }) => [name, label]);
  expect(listed.sort()).toEqual(documented.sort());
});

test('a field is called as its source calls it, and is of the kind it has there', () => {
  expect(labelOf(auditLog, 'id')).toBe('Record ID');
  expect(labelOf(mailboxLog, 'id')).toBe('Entry ID');
  expect(fieldOf(mailboxLog, 'path:CrossMailboxOperation').kind).toBe('boolean');
  expect(fieldOf(auditLog, 'path:FileSizeBytes|Item.SizeInBytes').kind).toBe('number');
});

test('a path that is not listed is a text that is called by its path', () => {
  expect(fieldOf(auditLog, 'path:Item.Path|Other')).toMatchObject({
    label: 'Item.Path|Other',
    kind: 'text',
    paths: ['Item.Path', 'Other'],
  });
  expect(isListed(auditLog, 'path:Item.Path')).toBe(false);
  expect(isFieldOf(mailboxLog, 'path:Item.Path')).toBe(true);
  expect(isFieldOf(mailboxLog, 'workload')).toBe(false);
  expect(isFieldOf(auditLog, 'colour')).toBe(false);
});
