import { expect, test } from 'vitest';
import { activityName, findActivity } from './activities';
import { displayText } from './display';
import { findRecordType, recordTypeName, recordTypeSpellings, recordTypes, recordTypeWords } from './record-types';

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

test('says both names of a number that Microsoft’s lists disagree about', () => {
  expect(recordTypeWords('79')).toBe('PowerPlatformAdminDlp / PowerAppsResource');
  expect(recordTypeWords('187')).toBe('PowerAppsResource / PowerPlatformAdminDlp');
  expect(recordTypeWords('154')).toBe('OMEPortal');
  expect(recordTypeWords('powerAppsResource')).toBe('PowerAppsResource');
  expect(recordTypeWords(recordTypeWords('79'))).toBe(recordTypeWords('79'));
  expect(displayText('recordType', '22')).toBe('Yammer / Viva Engage');
  expect(findRecordType(recordTypeWords('22'))?.value).toBe(22);
  // A name of one list alone is known, too.
  expect(findRecordType('VivaInsights')?.name).toBe('WorkplaceAnalytics');
});

test('finds records that may be of a type by either of its names', () => {
  expect(recordTypeSpellings('PowerAppsResource')).toEqual([
    'PowerAppsResource',
    'PowerAppsResource',
    'PowerPlatformAdminDlp / PowerAppsResource',
    'PowerAppsResource / PowerPlatformAdminDlp',
  ]);
  expect(recordTypeSpellings('viva engage')).toContain('Yammer / Viva Engage');
  expect(recordTypeSpellings('79')).toContain(recordTypeWords('79'));
  expect(recordTypeSpellings(recordTypeWords('79'))).toEqual([recordTypeWords('79')]);
  for (const { name, value } of recordTypes) expect(recordTypeSpellings(name)).toContain(recordTypeWords(String(value)));
});

test('knows an activity by its friendly name, and an unknown operation by its words', () => {
  expect(activityName('MailItemsAccessed')).toBe('Accessed mailbox items');
  expect(activityName('Set-Mailbox')).toBe('Set-Mailbox');
  expect(activityName('SomethingNew')).toBe('Something new');
  expect(activityName('folderbind')).toBe('Folder bind');
});

test('both spellings of the portal’s sign-in are one activity', () => {
  expect(findActivity('AuthenticateRequest')).toBe(findActivity('AuthenticationRequest'));
});

test('shows fields as a person reads them', () => {
  expect(displayText('recordType', '154')).toBe('OMEPortal');
  expect(displayText('operation', 'MessageAccess')).toBe('Opened encrypted message');
  expect(displayText('path:Recipient', 'x@y.z')).toBe('x@y.z');
});
