import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Filter } from '~/domain/view/filter';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { addTo, heldWith } from '~/records/held-set.fixture';
import { indicatorList } from '~/records/indicator-list';
import { Indicators } from './indicators';

beforeEach(async () => {
  indicatorList.type('');
  indicatorList.stop();
  await page.viewport(1280, 900);
});

let made = 0;
function recordOf(minute: number, ClientIP: string, more: object = {}) {
  const id = `r${++made}`;
  const createdDateTime = new Date(Date.UTC(2026, 10, 14) + minute * 60_000).toISOString();
  return { id, createdDateTime, operation: 'Send', auditData: { Id: id, Operation: 'Send', ClientIP, ...more } };
}

const records = () => [
  recordOf(0, '198.18.50.77'),
  recordOf(30, '198.18.50.77', { Url: 'https://www.evil.example/login' }),
  recordOf(60, '198.18.50.7', { Note: 'notevil.example' }),
];

const panel = () => page.getByRole('main');
const typed = () => panel().getByRole('textbox', { name: 'Indicators' });
const found = () => panel().getByRole('list', { name: 'Found' }).getByRole('listitem');
const status = () => panel().getByRole('status');

async function open(held: HeldRecordSet) {
  const onAround = vi.fn<(filters: Filter[]) => void>();
  const screen = await render(
    <FluentProvider theme={webLightTheme} style={{ width: '600px' }}>
      <QueryClientProvider client={new QueryClient()}>
        <main>
          <Indicators held={held} zone="utc" onAround={onAround} />
        </main>
      </QueryClientProvider>
    </FluentProvider>,
  );
  return { onAround, screen };
}

async function match(text: string) {
  await typed().fill(text);
  await panel().getByRole('button', { name: 'Match', exact: true }).click();
}

async function countOf(held: HeldRecordSet, filters: Filter[] | undefined) {
  const view = held.set.open({ text: '', filters: filters ?? [], sort: [] });
  const rows = await view.rows(0, 10, []);
  view.close();
  return rows.length;
}

test('what is found stands with its count and its times, the most frequent first, and what is not found is folded', async () => {
  await open(await heldWith(records()));
  await match('hxxps://www.evil[.]example/login, 198.18.50[.]77 # from the CERT\n203.0.113.9');
  await expect.element(status()).toHaveTextContent('2 of 3 indicators found, in 2 records.');
  expect(
    found()
      .elements()
      .map((element) => element.textContent),
  ).toEqual([
    '198.18.50.77IP address, 2 records2026-11-14 00:00:00 to 2026-11-14 00:30:00Show records',
    'https://www.evil.example/loginWeb address, 1 record2026-11-14 00:30:00Show records',
  ]);
  await expect.element(panel().getByText('203.0.113.9', { exact: true })).not.toBeInTheDocument();
  await panel().getByRole('button', { name: '1 not found' }).click();
  await expect.element(panel().getByText('203.0.113.9', { exact: true })).toBeVisible();
});

test('an indicator, and all of them together, lead to as many records as they say', async () => {
  const held = await heldWith(records());
  const { onAround } = await open(held);
  await match('198.18.50.7\nevil.example\n198.18.50.77');
  await panel().getByRole('button', { name: 'Show records of 198.18.50.7', exact: true }).click();
  expect(await countOf(held, onAround.mock.lastCall?.[0])).toBe(1);
  await panel().getByRole('button', { name: 'Show records of all 3' }).click();
  expect(await countOf(held, onAround.mock.lastCall?.[0])).toBe(3);
});

test('what cannot be looked for is named with its line and the reason', async () => {
  await open(await heldWith(records()));
  await match('198.18.50.77\n198.18.50.777\nhello 198.18.50.77');
  await expect.element(status()).toHaveTextContent('1 of 2 indicators found, in 2 records. 1 stood there more than once.');
  await expect.element(panel().getByRole('heading', { name: '1 entry cannot be looked for' })).toBeVisible();
  await expect.element(panel().getByText(/^Line 2: This is no IP address/)).toBeVisible();
});

test('a list is opened from a file behind what was typed', async () => {
  await open(await heldWith(records()));
  await typed().fill('evil.example');
  const input = document.querySelector('input[type=file]');
  if (!input) throw new Error('There is no field for files.');
  await userEvent.upload(page.elementLocator(input), [
    new File(['198.18.50.77\n'], 'list.txt'),
    new File([new Uint8Array(1_000_001)], 'photo.csv'),
  ]);
  await expect.element(typed()).toHaveValue('evil.example\n198.18.50.77\n');
  await expect.element(panel().getByRole('alert')).toHaveTextContent('photo.csvIt is larger than 1 MB');
});

test('what was typed and found is there when one comes back, and says when the list was changed since', async () => {
  const held = await heldWith(records());
  const { screen } = await open(held);
  await match('198.18.50.77');
  await expect.element(found()).toBeVisible();
  await screen.unmount();
  await open(held);
  await expect.element(typed()).toHaveValue('198.18.50.77');
  await expect.element(status()).toHaveTextContent('1 of 1 indicator found, in 2 records.');
  await typed().fill('nowhere.example');
  await expect.element(panel().getByText(/^The list was changed/)).toBeVisible();
  await panel().getByRole('button', { name: 'Match', exact: true }).click();
  await expect.element(status()).toHaveTextContent('None of 1 indicator is in these records.');
});

test('while records arrive what is found follows', async () => {
  const held = await heldWith([recordOf(0, '10.0.0.1')], 'filling');
  await open(held);
  await match('198.18.50.77');
  await expect.element(status()).toHaveTextContent('None of 1 indicator is in these records.');
  await addTo(held, records());
  await expect.element(status()).toHaveTextContent('1 of 1 indicator found, in 2 records.');
});
