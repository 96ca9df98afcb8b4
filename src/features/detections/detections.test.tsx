import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Filter } from '~/domain/view/filter';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { addTo, heldWith } from '~/records/held-set.fixture';
import { ruleBook } from '~/records/rule-book';
import { Detections } from './detections';

beforeEach(async () => {
  ruleBook.removeOwn();
  await page.viewport(1280, 800);
});

let made = 0;
const start = Date.UTC(2026, 10, 14);
function recordOf(minute: number, Operation: string, more: object = {}) {
  const id = `r${++made}`;
  const auditData = { Id: id, Operation, UserId: 'ada@contoso.com', ClientIP: '198.18.50.77', ...more };
  return {
    id,
    createdDateTime: new Date(start + minute * 60_000).toISOString(),
    operation: Operation,
    userPrincipalName: auditData.UserId,
    clientIp: auditData.ClientIP,
    auditData,
  };
}

const wrongPassword = (minute: number, user = 'ada@contoso.com') =>
  recordOf(minute, 'UserLoginFailed', { ErrorNumber: '50126', UserId: user, Workload: 'AzureActiveDirectory' });
const forwarding = (minute: number) =>
  recordOf(minute, 'Set-Mailbox', {
    Workload: 'Exchange',
    Parameters: [{ Name: 'ForwardingSmtpAddress', Value: 'smtp:ada@proton.me' }],
  });
const takenOver = () => [
  ...Array.from({ length: 6 }, (_, minute) => wrongPassword(minute)),
  forwarding(90),
  forwarding(120),
  recordOf(200, 'FileAccessed'),
];

const panel = () => page.getByRole('main');
const finding = (title: string) => panel().getByRole('article', { name: title });
const titles = () =>
  panel()
    .getByRole('list', { name: 'Findings' })
    .getByRole('article')
    .elements()
    .map((element) => element.getAttribute('aria-label'));

async function open(held: HeldRecordSet) {
  const onAround = vi.fn<(filters: Filter[]) => void>();
  await render(
    <FluentProvider theme={webLightTheme} style={{ position: 'relative', display: 'flex', height: '780px', width: '600px' }}>
      <QueryClientProvider client={new QueryClient()}>
        <main>
          <Detections held={held} zone="utc" onAround={onAround} />
        </main>
      </QueryClientProvider>
    </FluentProvider>,
  );
  return { onAround };
}

const ownRule = `
title: Files opened by Ada
id: own
description: She opened a file. Nobody else did.
level: critical
author: Somebody
references: [https://example.com/rule]
tags: [attack.collection]
falsepositives: [Ada at work]
logsource: { product: m365 }
detection: { selection: { Operation: FileAccessed }, condition: selection }
---
title: Encoded
logsource: { product: m365 }
detection: { selection: { Operation|base64: x }, condition: selection }
`;

async function openRules(...files: File[]) {
  const input = document.querySelector('input[type=file]');
  if (!input) throw new Error('There is no field for files.');
  await userEvent.upload(page.elementLocator(input), files);
}

test('what was found stands first, the gravest above, with how often and when', async () => {
  await open(await heldWith(takenOver()));
  await expect.element(panel().getByRole('status').first()).toHaveTextContent(/^2 of \d+ rules found something$/);
  expect(titles()).toEqual(['Mail of a mailbox forwarded elsewhere', 'Many wrong passwords for one account']);
  const forwarded = finding('Mail of a mailbox forwarded elsewhere');
  await expect.element(forwarded).toHaveTextContent('High2 records2026-11-14 01:30:00 to 2026-11-14 02:00:00A mailbox was set');
  await expect
    .element(finding('Many wrong passwords for one account'))
    .toHaveTextContent('Medium1 stretch of time2026-11-14 00:00:00 to 2026-11-14 00:05:00');
  await expect.element(panel().getByText('Administrator role given')).not.toBeInTheDocument();
  await panel()
    .getByRole('button', { name: /^\d+ rules found nothing$/ })
    .click();
  await expect.element(panel().getByText('Administrator role given')).toBeVisible();
});

test('records of a rule are shown by its filter', async () => {
  const held = await heldWith(takenOver());
  const { onAround } = await open(held);
  await finding('Mail of a mailbox forwarded elsewhere').getByRole('button', { name: 'Show records' }).click();
  const view = held.set.open({ text: '', filters: onAround.mock.calls[0]?.[0] ?? [], sort: [] });
  expect((await view.rows(0, 10, ['operation'])).map(({ values }) => values.operation)).toEqual(['Set-Mailbox', 'Set-Mailbox']);
  view.close();
});

test('each stretch of a correlation tells whose it is, and leads to its records', async () => {
  const held = await heldWith([...takenOver(), ...[0, 1, 2, 3, 4].map((minute) => wrongPassword(minute, 'bob@contoso.com'))]);
  const { onAround } = await open(held);
  const stretches = finding('Many wrong passwords for one account').getByRole('listitem');
  await expect.element(stretches.first()).toHaveTextContent('ada@contoso.com and 198.18.50.776 records, 2026-11-14 00:00:00');
  expect(stretches.elements()).toHaveLength(2);
  await stretches.nth(1).getByRole('button', { name: 'Show records of bob@contoso.com' }).click();
  const view = held.set.open({ text: '', filters: onAround.mock.calls[0]?.[0] ?? [], sort: [] });
  const rows = await view.rows(0, 10, ['user']);
  expect(rows.map(({ values }) => values.user)).toEqual(Array.from({ length: 5 }, () => 'bob@contoso.com'));
  view.close();
});

test('own rules run together with the others, and say what their author wrote', async () => {
  await open(await heldWith(takenOver()));
  await expect.element(finding('Mail of a mailbox forwarded elsewhere')).toBeVisible();
  await openRules(new File([ownRule], 'own.yml'), new File(['nothing'], 'notes.txt'));
  const own = finding('Files opened by Ada');
  await expect.element(own).toHaveTextContent('Critical1 record2026-11-14 03:20:00She opened a file.');
  expect(titles()[0]).toBe('Files opened by Ada');
  await expect.element(panel().getByRole('heading', { name: '1 rule cannot be run' })).toBeVisible();
  await expect
    .element(panel().getByText('Rule “Encoded” needs the modifier base64, which Ledgerline does not have.'))
    .toBeVisible();
  await expect.element(panel().getByText(/^Rules of Sigma are files that end in/)).toBeVisible();

  await own.getByRole('button', { name: 'About this rule' }).click();
  for (const text of ['She opened a file. Nobody else did.', 'Ada at work', 'attack.collection', 'Somebody', 'own.yml'])
    await expect.element(own.getByText(text, { exact: true })).toBeVisible();
  await expect.element(own.getByText('https://example.com/rule')).toBeVisible();
  await expect.element(own.getByRole('button', { name: 'Copy https://example.com/rule' })).toBeVisible();
  expect(own.getByRole('link').elements()).toEqual([]);

  await panel().getByRole('button', { name: 'Remove own rules' }).click();
  await expect.element(own).not.toBeInTheDocument();
  await expect.element(finding('Mail of a mailbox forwarded elsewhere')).toBeVisible();
  await expect.element(panel().getByText('own rule')).not.toBeInTheDocument();
});

test('while records arrive the findings follow', async () => {
  const held = await heldWith([recordOf(0, 'FileAccessed')], 'filling');
  await open(held);
  await expect.element(panel().getByText('In all 1 record so far')).toBeVisible();
  await expect.element(panel().getByRole('status').first()).toHaveTextContent(/^0 of \d+ rules found something$/);
  await addTo(held, takenOver());
  await expect.element(finding('Mail of a mailbox forwarded elsewhere')).toBeVisible();
});
