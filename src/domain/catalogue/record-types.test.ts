import { expect, test } from 'vitest';
import { activityName, findActivity } from './activities';
import { displayText } from './display';
import { findRecordType, recordTypeName, recordTypes } from './record-types';

test.each(['OMEPortal', 'omePortal', 'omeportal', '154', 154])('finds the encrypted message portal as %s', (spelling) => {
  expect(findRecordType(spelling)).toMatchObject({ value: 154, name: 'OMEPortal', graphName: 'omePortal' });
});

test('has every number once', () => {
  expect(new Set(recordTypes.map(({ value }) => value)).size).toBe(recordTypes.length);
});

test('shows an unknown record type as it came', () => {
  expect(recordTypeName(9999)).toBe('9999');
  expect(recordTypeName('__proto__')).toBe('__proto__');
});

test('knows an activity by its friendly name, and an unknown operation by itself', () => {
  expect(activityName('MailItemsAccessed')).toBe('Accessed mailbox items');
  expect(activityName('Set-Mailbox')).toBe('Set-Mailbox');
  expect(activityName('SomethingNew')).toBe('SomethingNew');
});

test('both spellings of the portal’s sign-in are one activity', () => {
  expect(findActivity('AuthenticateRequest')).toBe(findActivity('AuthenticationRequest'));
});

test('shows fields as a person reads them', () => {
  expect(displayText('recordType', '154')).toBe('OMEPortal');
  expect(displayText('operation', 'MessageAccess')).toBe('Opened encrypted message');
  expect(displayText('path:Recipient', 'x@y.z')).toBe('x@y.z');
});
