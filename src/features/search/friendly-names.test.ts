import { expect, test } from 'vitest';
import { activities } from '~/domain/catalogue/activities';
import { chosenFriendlyNames, friendlyNameLabel, friendlyNames, withFriendlyNames } from './friendly-names';

const opened = 'Encrypted message portal activities: Opened encrypted message';
const policy = 'Communication compliance activities: Policy update';
const wholePortal = 'Encrypted message portal activities:';

test('brings the operation of a name', () => {
  expect(withFriendlyNames(['Set-Mailbox'], [opened])).toEqual(['Set-Mailbox', 'MessageAccess']);
});

test('brings every operation of a name that has several', () => {
  expect(withFriendlyNames([], [policy])).toEqual([
    'SupervisionPolicyCreated',
    'SupervisionPolicyUpdated',
    'SupervisionPolicyDeleted',
  ]);
});

test('shows a name only when all its operations are chosen', () => {
  expect(chosenFriendlyNames(['SupervisionPolicyCreated'])).toEqual([]);
  expect(chosenFriendlyNames(['SupervisionPolicyDeleted', 'SupervisionPolicyCreated', 'x', 'SupervisionPolicyUpdated'])).toEqual([
    policy,
  ]);
});

test('takes the operations of a removed name away and leaves the others', () => {
  expect(withFriendlyNames(['MessageAccess', 'Set-Mailbox'], [])).toEqual(['Set-Mailbox']);
});

test('chooses a whole group at once and shows it as one', () => {
  const operations = withFriendlyNames([], [wholePortal]);
  expect(operations).toHaveLength(5);
  expect(chosenFriendlyNames(operations)).toEqual([wholePortal]);
  expect(friendlyNameLabel(wholePortal)).toBe('All Encrypted message portal activities');
});

test('offers only the names of the activities it is given', () => {
  const portal = friendlyNames(activities.filter(({ recordType }) => recordType === 'OMEPortal'));
  expect(portal.map(({ option }) => option.label)).toContain('Opened encrypted message');
  expect(portal).toHaveLength(6);
});

test('gives every name a value of its own', () => {
  const values = friendlyNames().map(({ option }) => option.value);
  expect(new Set(values).size).toBe(values.length);
});
