import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { writeMmdb } from '~/domain/addresses/mmdb-writer.fixture';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import { hourMs, minuteMs } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { addTo, heldWith } from '~/records/held-set.fixture';
import { NewAndRare } from './new-and-rare';

beforeEach(async () => {
  await page.viewport(800, 900);
});

let made = 0;
const start = Date.UTC(2026, 10, 14);

function recordOf(at: number, userPrincipalName: string, clientIp: string, operation = 'FileAccessed') {
  return { id: `r${++made}`, createdDateTime: new Date(start + at).toISOString(), operation, userPrincipalName, clientIp };
}

const ada = 'ada@contoso.com';
const bob = 'bob@contoso.com';
/** Two addresses that are new, and one activity in two of Ada's 200 records. */
const fewDays = () => [
  ...Array.from({ length: 194 }, (_, at) => recordOf(at * minuteMs, ada, '10.0.0.1')),
  ...[1, 2].map((at) => recordOf(at * minuteMs, ada, '10.0.0.1', 'Set-Mailbox')),
  recordOf(0, bob, '10.0.0.2'),
  ...[30, 31, 60].map((hours) => recordOf(hours * hourMs, ada, '198.51.100.7')),
  recordOf(50 * hourMs, bob, '198.51.100.7'),
  recordOf(51 * hourMs, ada, '10.0.0.1'),
];

const list = (name: string) => page.getByRole('list', { name });
const lines = (name: string) =>
  list(name)
    .getByRole('listitem')
    .elements()
    .map((element) => element.textContent);
const status = () => page.getByRole('status');

async function open(held: HeldRecordSet) {
  const handlers = { onAround: vi.fn<(filters: Filter[]) => void>(), onColumn: vi.fn<(field: FieldRef) => void>() };
  await render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <main>
          <NewAndRare held={held} zone="utc" {...handlers} />
        </main>
      </QueryClientProvider>
    </FluentProvider>,
  );
  return handlers;
}

test('addresses that are new for their users are listed, the latest first, and lead to their records', async () => {
  const { onAround, onColumn } = await open(await heldWith(fewDays()));
  await expect.element(status()).toHaveTextContent('2 new IP addresses among 202 records. Times are UTC.');
  expect(lines('New IP addresses')).toEqual([
    '198.51.100.7bob@contoso.com1 record, 2026-11-16 02:00:00Show records',
    '198.51.100.7ada@contoso.com3 records, 2026-11-15 06:00:00 to 2026-11-16 12:00:00Show records',
  ]);
  await page.getByRole('combobox', { name: 'First' }).selectOptions('Most records');
  await expect
    .element(page.getByRole('list', { name: 'New IP addresses' }).getByRole('listitem').first())
    .toHaveTextContent('ada@contoso.com');
  await page.getByRole('button', { name: 'Show records: 198.51.100.7, ada@contoso.com' }).click();
  expect(onAround).toHaveBeenLastCalledWith([
    { op: 'is', field: 'user', values: [ada] },
    { op: 'is', field: 'ip', values: ['198.51.100.7'] },
  ]);
  await page.getByRole('button', { name: 'Show all in a view' }).click();
  expect(onAround).toHaveBeenLastCalledWith([{ op: 'is', field: 'seen.ip', values: ['New'] }]);
  await page.getByRole('button', { name: 'Mark in the grid' }).click();
  expect(onColumn).toHaveBeenLastCalledWith('seen.ip');
});

test('activities that are rare are listed under the names they have elsewhere, with what rare means', async () => {
  const { onAround } = await open(await heldWith(fewDays()));
  await page.getByRole('combobox', { name: 'Of each user' }).selectOptions('Activities');
  await expect.element(status()).toHaveTextContent('No new activities among 202 records.');
  await page.getByRole('radio', { name: 'Rare' }).click();
  await expect.element(status()).toHaveTextContent('1 rare activity among 202 records.');
  await expect
    .element(page.getByText(/^Each activity that few records of its user have: at most 10, and at most 1 %/))
    .toBeVisible();
  await page.getByRole('button', { name: /^Show records/ }).click();
  expect(onAround).toHaveBeenLastCalledWith([
    { op: 'is', field: 'user', values: [ada] },
    { op: 'is', field: 'operation', values: ['Set-Mailbox'] },
  ]);
});

test('a long list is shown part by part', async () => {
  const many = Array.from({ length: 60 }, (_, at) => recordOf((30 + at) * hourMs, ada, `10.0.1.${at}`));
  await open(await heldWith([...fewDays(), ...many]));
  await expect.element(status()).toHaveTextContent('62 new IP addresses');
  expect(lines('New IP addresses')).toHaveLength(50);
  await page.getByRole('button', { name: 'Show 12 more' }).click();
  expect(lines('New IP addresses')).toHaveLength(62);
});

test('while records arrive the list follows', async () => {
  const held = await heldWith([recordOf(0, ada, '10.0.0.1')], 'filling');
  await open(held);
  await expect.element(status()).toHaveTextContent('No new IP addresses among 1 record so far.');
  await addTo(held, fewDays());
  await expect.element(status()).toHaveTextContent('2 new IP addresses among 203 records so far.');
});

test('countries are offered once an address book is open that knows them', async () => {
  const held = await heldWith(fewDays());
  await open(held);
  const choice = page.getByRole('combobox', { name: 'Of each user' });
  await expect.element(choice).toHaveTextContent('IP addressesClientsActivities');
  const bytes = writeMmdb({
    networks: [
      ['10.0.0.0/8', { country: { iso_code: 'DE' } }],
      ['198.51.100.0/24', { country: { iso_code: 'SE' } }],
    ],
    type: 'Country',
  });
  held.intake.lookUpIn([{ id: 1, name: 'country.mmdb', can: ['country'], bytes: new Blob([bytes]) }]);
  await choice.selectOptions('Countries');
  await expect.element(status()).toHaveTextContent('2 new countries among 202 records.');
  expect(lines('New countries')[0]).toMatch(/^Sweden \(SE\)bob@contoso.com/);
});
