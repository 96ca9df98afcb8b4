import { expect, test } from 'vitest';
import { filterOptions, findOption, type TokenOption } from './token-filter';

const options: readonly TokenOption[] = [
  { value: 'ExchangeAdmin', label: 'ExchangeAdmin', detail: 'Admin cmdlets', keywords: ['1'] },
  { value: 'ExchangeItem', label: 'ExchangeItem', detail: 'Mailbox action on one item', keywords: ['2'] },
  { value: 'OMEPortal', label: 'OMEPortal', detail: 'Encrypted message portal', keywords: ['154'] },
  { value: 'DlpEndpoint', label: 'DLPEndpoint', detail: 'Rule 154 on devices', keywords: ['63'] },
];

const found = (text: string) => filterOptions(options, text).map(({ value }) => value);

test('shows every option in its own order while nothing is typed', () => {
  expect(found('')).toEqual(options.map(({ value }) => value));
});

test('finds by label, number and description, whatever the case', () => {
  expect(found('omep')).toEqual(['OMEPortal']);
  expect(found('message ENCRYPTED')).toEqual(['OMEPortal']);
  expect(found('nowhere')).toEqual([]);
});

test('puts an exact keyword before a mention', () => {
  expect(found('154')).toEqual(['OMEPortal', 'DlpEndpoint']);
});

test('keeps groups together, the closest first', () => {
  const grouped: readonly TokenOption[] = [
    { value: '1', label: 'Deleted file now', group: 'Files' },
    { value: '2', label: 'Deleted', group: 'Mail' },
    { value: '3', label: 'Other', detail: 'deleted', group: 'Files' },
  ];
  expect(filterOptions(grouped, 'deleted').map(({ value }) => value)).toEqual(['2', '1', '3']);
});

test('knows an option by any exact spelling', () => {
  expect(findOption(options, ' 154 ')?.value).toBe('OMEPortal');
  expect(findOption(options, 'dlpendpoint')?.value).toBe('DlpEndpoint');
  expect(findOption(options, 'OME')).toBeUndefined();
});

test('puts an exact spelling first, then beginnings of the name, beginnings of words, and the rest', () => {
  const names = ['Welcome', 'NotMailbox', 'MailItem', 'HotMail', 'Mail', 'Airmail'];
  const named = names.map((label) => ({ value: label, label }));
  expect(filterOptions(named, 'mail').map(({ value }) => value)).toEqual([
    'Mail',
    'MailItem',
    'NotMailbox',
    'HotMail',
    'Airmail',
  ]);
  expect(filterOptions(named, 'OME').map(({ value }) => value)).toEqual(['Welcome']);
  expect(found('ex').slice(0, 2)).toEqual(['ExchangeAdmin', 'ExchangeItem']);
});
