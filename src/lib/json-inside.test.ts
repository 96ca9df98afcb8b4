import { expect, test } from 'vitest';
import { jsonInside, parametersInside } from './json-inside';

test('reads parameters as they were typed', () => {
  const text =
    '-Identity "anna@contoso.com" -ForwardingSmtpAddress "smtp:eve@fabrikam.com" -DeliverToMailboxAndForward:$true -Force -Types ("Bulk","Spam") -Note "a -b c" -Days -1 -Language ""';
  expect(parametersInside(text)).toEqual([
    { Name: 'Identity', Value: 'anna@contoso.com' },
    { Name: 'ForwardingSmtpAddress', Value: 'smtp:eve@fabrikam.com' },
    { Name: 'DeliverToMailboxAndForward', Value: '$true' },
    { Name: 'Force', Value: '' },
    { Name: 'Types', Value: '("Bulk","Spam")' },
    { Name: 'Note', Value: 'a -b c' },
    { Name: 'Days', Value: '-1' },
    { Name: 'Language', Value: '' },
  ]);
});

test.each(['', '-', '- a', '-1', '--x', 'Identity -a b', 'x{', '"{}"'])('%j stands for itself', (text) => {
  expect(jsonInside(text)).toBeUndefined();
});

test('takes no longer for text that was made to be slow', () => {
  for (const text of [`-a ${'"x -a '.repeat(20_000)}`, `-a ${' "'.repeat(50_000)}`, `-a${' '.repeat(100_000)}`])
    expect(parametersInside(text)?.[0]?.Name).toBe('a');
});
