import { expect, test } from 'vitest';
import type { Command } from '~/ui/use-command';
import { findCommands } from './find-commands';

const run = () => {};
const commands: readonly Command[] = [
  { group: 'Help', label: 'Keyboard shortcuts', run },
  { group: 'Go to', label: 'Encrypted messages: Tracking set-up', run },
  { group: 'Go to', label: 'Mailbox auditing: Settings', run },
  { group: 'Go to', label: 'Settings', run },
  { group: 'On this page', label: 'Search', keys: 'Ctrl+Enter', run },
  { group: 'On this page', label: 'Copy the search as PowerShell', run },
];

const found = (text: string, used: readonly string[] = [], from = commands) =>
  findCommands(from, text, used).map(({ name, commands }) => [name, commands.map(({ label }) => label)]);

test('everything is there while nothing is typed, what belongs to the page first', () => {
  expect(found(' ')).toEqual([
    ['On this page', ['Search', 'Copy the search as PowerShell']],
    ['Go to', ['Encrypted messages: Tracking set-up', 'Mailbox auditing: Settings', 'Settings']],
    ['Help', ['Keyboard shortcuts']],
  ]);
});

test('what was used last comes first, once, as far as it is there', () => {
  const used = ['Go to Settings', 'On this page Gone', 'Help Keyboard shortcuts'];
  expect(found('', used)).toEqual([
    ['Recently used', ['Settings', 'Keyboard shortcuts']],
    ['On this page', ['Search', 'Copy the search as PowerShell']],
    ['Go to', ['Encrypted messages: Tracking set-up', 'Mailbox auditing: Settings']],
  ]);
});

test('five that were used last are enough', () => {
  const many = Array.from({ length: 9 }, (_, at): Command => ({ group: 'Display', label: `Number ${at}`, run }));
  const used = many.map(({ label }) => `Display ${label}`);
  expect(found('', used, many)).toEqual([
    ['Recently used', ['Number 0', 'Number 1', 'Number 2', 'Number 3', 'Number 4']],
    ['Display', ['Number 5', 'Number 6', 'Number 7', 'Number 8']],
  ]);
});

test('words are found in any order and whatever the case, those of the group too', () => {
  expect(found('powershell COPY')).toEqual([['On this page', ['Copy the search as PowerShell']]]);
  expect(found('settings go')).toEqual([['Go to', ['Mailbox auditing: Settings', 'Settings']]]);
  expect(found('go to settings')).toEqual([['Go to', ['Settings', 'Mailbox auditing: Settings']]]);
  expect(found('nowhere')).toEqual([]);
});

test('initials are enough', () => {
  expect(found('emt')).toEqual([['Go to', ['Encrypted messages: Tracking set-up']]]);
  expect(found('ks')).toEqual([['Help', ['Keyboard shortcuts']]]);
});

test('the closest comes first, and of equals the one that was used', () => {
  const alike = ['Theme: dark', 'Theme: light'].map((label): Command => ({ group: 'Display', label, run }));
  expect(found('theme', [], alike)).toEqual([['Display', ['Theme: dark', 'Theme: light']]]);
  expect(found('theme', ['Display Theme: light'], alike)).toEqual([['Display', ['Theme: light', 'Theme: dark']]]);
  const twins: readonly Command[] = [{ group: 'Go to', label: 'Search', run }, ...commands];
  expect(found('search', [], twins)).toEqual([
    ['On this page', ['Search', 'Copy the search as PowerShell']],
    ['Go to', ['Search']],
  ]);
  expect(found('search', ['Go to Search'], twins)[0]).toEqual(['Go to', ['Search']]);
});

test('what cannot be run is not offered, and of two that are called the same the first', () => {
  const first = () => {};
  const twice: readonly Command[] = [
    { group: 'On this page', label: 'Select the row', keys: 'Space' },
    { group: 'On this page', label: 'Close the record', keys: 'Escape', run: first },
    { group: 'On this page', label: 'Close the record', keys: 'Escape', run },
  ];
  const [group] = findCommands(twice, '', []);
  expect(group?.commands.map((each) => each.run)).toEqual([first]);
});
