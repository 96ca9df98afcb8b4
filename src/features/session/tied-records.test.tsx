import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { correlationField, sessionField } from '~/domain/catalogue/joined-fields';
import type { RecordKey } from '~/domain/record/record-key';
import { type Filter, keepOnly } from '~/domain/view/filter';
import type { Pivot } from '~/domain/view/surroundings';
import { allFound } from '~/engine/door/all-found';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { heldWith } from '~/records/held-set.fixture';
import { TiedRecords } from './tied-records';

interface Act {
  readonly minute: number;
  readonly operation?: string;
  readonly ip?: string;
  readonly session?: string;
  readonly act?: string;
}

function recordOf({ minute, operation = 'Send', ip = '192.0.2.1', session = 's-1', act = 'c-1' }: Act) {
  return {
    id: `id-${minute}`,
    createdDateTime: new Date(Date.UTC(2026, 10, 14, 9, minute)).toISOString(),
    operation,
    userPrincipalName: 'ada@contoso.com',
    clientIp: ip,
    objectId: `item ${minute}`,
    auditData: { Id: `id-${minute}`, SessionId: session, CorrelationId: act, ResultStatus: 'Succeeded' },
  };
}

const bySession: Pivot = { name: 'session', field: sessionField, value: 's-1' };
const byAct: Pivot = { name: 'correlation', field: correlationField, value: 'c-1' };

async function keyAt(held: HeldRecordSet, minute: number): Promise<RecordKey> {
  const view = held.set.open({ text: '', filters: [keepOnly('item', `item ${minute}`)], sort: [] });
  await allFound(view);
  const [row] = await view.rows(0, 1, []);
  view.close();
  if (!row) throw new Error(`nothing at ${minute}`);
  return row.key;
}

async function show(acts: readonly Act[], openAt: number, ties: readonly Pivot[] = [bySession]) {
  await page.viewport(600, 900);
  const held = await heldWith(acts.map(recordOf));
  const first = await keyAt(held, openAt);
  const onAround = vi.fn<(filters: Filter[]) => void>();
  function Pane() {
    const [client] = useState(() => new QueryClient());
    const [record, setRecord] = useState(first);
    return (
      <FluentProvider theme={webLightTheme}>
        <QueryClientProvider client={client}>
          <TiedRecords held={held} zone="utc" ties={ties} record={record} onOpen={setRecord} onAround={onAround} />
        </QueryClientProvider>
      </FluentProvider>
    );
  }
  await render(<Pane />);
  return { onAround };
}

const list = (what = 'session') => page.getByRole('list', { name: `Records of this ${what}` });
const entries = () => list().getByRole('listitem');

test('lists the records of a session in the order of time, with the gaps between them', async () => {
  await show([{ minute: 60 * 26 }, { minute: 12, operation: 'UserLoggedIn' }, { minute: 0 }, { minute: 5, session: 's-2' }], 12);
  await expect.element(entries().first()).toHaveTextContent('2026-11-14 09:00:00');
  expect(
    entries()
      .elements()
      .map((entry) => entry.textContent),
  ).toEqual([
    expect.stringMatching(/^2026-11-14 09:00:00Sent message.*item 0 · 192\.0\.2\.1 · Succeeded$/),
    expect.stringMatching(/^12 min later2026-11-14 09:12:00User logged in\(open\)/),
    expect.stringMatching(/^1 day 1 h later2026-11-15 11:00:00/),
  ]);
  await expect.element(page.getByText('3 records, 2026-11-14 09:00:00 to 2026-11-15 11:00:00 UTC')).toBeVisible();
});

test('marks the open record, and opens another by click or Enter', async () => {
  await show([{ minute: 0 }, { minute: 1 }, { minute: 2 }], 1);
  const current = () => list().getByRole('button', { name: /\(open\)/ });
  await expect.element(current()).toHaveAttribute('aria-current', 'true');
  await list()
    .getByRole('button', { name: /item 2/ })
    .click();
  await expect.element(current()).toHaveTextContent('item 2');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await expect.element(current()).toHaveTextContent('item 1');
});

test('says that a session used from two addresses is the sign of a stolen token', async () => {
  await show([{ minute: 0 }, { minute: 1, ip: '198.51.100.9' }], 0);
  await expect.element(page.getByText('One session, 2 addresses')).toBeVisible();
  await expect.element(page.getByText(/the sign of a stolen token/)).toHaveTextContent(/192\.0\.2\.1 \(1\)/);
});

test('says nothing of the kind of one address, nor of one act from two', async () => {
  await show([{ minute: 0 }, { minute: 1 }, { minute: 2, session: 's-2', ip: '198.51.100.9' }], 0, [bySession, byAct]);
  await expect.element(page.getByText(/^2 records/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Records of' }).selectOptions('Same correlation');
  await expect.element(list('correlation').getByRole('listitem').last()).toHaveTextContent('item 2');
  await expect.element(page.getByText('2 addresses: 192.0.2.1 (2), 198.51.100.9 (1)')).toBeVisible();
  expect(page.getByText(/stolen token/).elements()).toEqual([]);
});

test('shows all of them in the grid', async () => {
  const { onAround } = await show([{ minute: 0 }], 0);
  await page.getByRole('button', { name: 'Show all in the grid' }).click();
  expect(onAround).toHaveBeenLastCalledWith([keepOnly(sessionField, 's-1')]);
});

test('shows 200 around the open one, and more on request', async () => {
  await show(
    Array.from({ length: 450 }, (_, minute) => ({ minute })),
    225,
  );
  await expect.element(entries().first()).toHaveTextContent('item 125');
  expect(entries().elements()).toHaveLength(200);
  await page.getByRole('button', { name: 'Show earlier ones' }).click();
  await expect.element(entries().first()).toHaveTextContent('item 0');
  await expect.element(page.getByRole('button', { name: 'Show earlier ones' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show later ones' }).click();
  await expect.element(entries().last()).toHaveTextContent('item 449');
  await page.getByRole('button', { name: 'Go to the open one' }).click();
  await expect.element(list().getByRole('button', { name: /\(open\)/ })).toHaveFocus();
});
