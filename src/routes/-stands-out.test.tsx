import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ResultParamsInput } from '~/features/results/result-params';
import { firstRow, grid, heldWith, pageOf, recordAt, Screen, shownParams } from './-sample-screen.fixture';

beforeEach(() => {
  localStorage.clear();
});

const title = 'Mail of a mailbox forwarded elsewhere';
const forwarding = {
  ...recordAt(50),
  id: 'forwarding',
  operation: 'Set-Mailbox',
  auditData: {
    Id: 'forwarding',
    Operation: 'Set-Mailbox',
    UserId: 'ada@contoso.com',
    Workload: 'Exchange',
    Parameters: [{ Name: 'ForwardingSmtpAddress', Value: 'smtp:ada@proton.me' }],
  },
};

async function open(width: number, params: ResultParamsInput = {}) {
  await page.viewport(width, 800);
  const held = await heldWith(50);
  await held.intake.page(pageOf(0, 0, [forwarding]));
  await render(<Screen held={held} {...params} />);
  await button().click();
  await expect.element(finding()).toBeVisible();
}

const button = () => page.getByRole('button', { name: 'What stands out', exact: true });
const panel = () => page.getByRole('complementary', { name: 'What stands out' });
const finding = () => panel().getByRole('article', { name: title });
const pane = () => page.getByRole('complementary', { name: 'Record details' });
async function openFirst() {
  await expect.element(firstRow()).toHaveTextContent('2026-11-14 00:50:00');
  grid().element().focus();
  await userEvent.keyboard('{Home}{Enter}');
}
const showRecords = () => finding().getByRole('button', { name: 'Show records' }).click();

test('a button opens what stands out, which the address says, and what detections find stands beside it, record by record', async () => {
  await open(1280, { group: ['user'] });
  await expect.element(button()).toHaveAttribute('aria-pressed', 'true');
  expect(shownParams().panel).toBe('detections');
  await showRecords();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '2');
  await expect.element(firstRow()).toHaveTextContent('2026-11-14 00:50:00');
  await expect.element(panel()).toBeVisible();
  panel().element().focus();
  await userEvent.keyboard('{Escape}');
  await expect.element(panel()).not.toBeInTheDocument();
  expect(shownParams().panel).toBeUndefined();
  await expect.element(button()).toHaveFocus();
});

test('a record takes their place, and they come back as they were', async () => {
  await open(1280);
  await finding().getByRole('button', { name: 'About this rule' }).click();
  await openFirst();
  await expect.element(pane()).toBeVisible();
  await expect.element(panel()).not.toBeInTheDocument();
  await expect.element(button()).toHaveAttribute('aria-pressed', 'false');
  await pane().getByRole('button', { name: 'Close' }).click();
  await expect.element(finding().getByText('mailbox-forwarding.yml')).toBeVisible();

  await openFirst();
  await expect.element(pane()).toBeVisible();
  await button().click();
  await expect.element(pane()).not.toBeInTheDocument();
  await expect.element(finding()).toBeVisible();
});

test('on a wide screen they stand beside the record', async () => {
  await open(1700);
  await openFirst();
  await expect.element(pane()).toBeVisible();
  await expect.element(finding()).toBeVisible();
});

test('on a phone they make room for the records they lead to', async () => {
  await open(375);
  await showRecords();
  await expect.element(panel()).not.toBeInTheDocument();
  await expect.element(firstRow()).toHaveTextContent('2026-11-14 00:50:00');
});

const tab = (name: string) => panel().getByRole('tab', { name });
const difference = (value: string) =>
  panel()
    .getByRole('list', { name: 'Differences' })
    .getByRole('listitem')
    .filter({ has: page.getByText(value, { exact: true }) });

async function compareForwarding() {
  await page.viewport(1280, 800);
  const held = await heldWith(50);
  await held.intake.page(
    pageOf(
      0,
      0,
      Array.from({ length: 10 }, (_, at) => ({ ...forwarding, id: `f${at}` })),
    ),
  );
  await render(<Screen held={held} filters={[{ field: 'operation', op: 'is', values: ['Set-Mailbox'] }]} />);
  await button().click();
  await tab('Compare').click();
}

test('the records shown are compared with all others: what is frequent among them alone comes first', async () => {
  await compareForwarding();
  expect(shownParams().panel).toBe('compare');
  await expect.element(panel().getByText(/^10 records shown, 50 records beside them: \d values differ/)).toBeVisible();
  // The activity is what they were chosen by, and all of them are of ten minutes.
  await expect.element(difference('Failed')).not.toBeInTheDocument();
  await expect.element(difference('file 50.docx')).toHaveTextContent('Shown100 % · 10Othersnone');
});

test('with nothing narrowed down there is nothing to compare, and the panel says what to do', async () => {
  await page.viewport(1280, 800);
  await render(<Screen held={await heldWith(50)} panel="compare" />);
  await expect.element(panel().getByText(/^All records are shown: there are no others/)).toBeVisible();
  await panel().getByRole('radio', { name: 'The same time before' }).click();
  await expect.element(panel().getByText(/^Select a time in the timeline/)).toBeVisible();
  await panel().getByRole('radio', { name: 'Another time' }).click();
  await panel()
    .getByRole('textbox', { name: /^Start/ })
    .fill('2026-11-14 00:00');
  await panel().getByRole('textbox', { name: /^End/ }).fill('2026-11-14 00:10');
  await expect.element(panel().getByText(/^50 records shown, 10 records beside them/)).toBeVisible();
});

test('the panel opens at the tab it was closed at, also when a link had opened it', async () => {
  await page.viewport(1280, 800);
  await render(<Screen held={await heldWith(5)} panel="compare" />);
  await expect.element(tab('Compare')).toHaveAttribute('aria-selected', 'true');
  await button().click();
  await expect.element(panel()).not.toBeInTheDocument();
  await button().click();
  await expect.element(tab('Compare')).toHaveAttribute('aria-selected', 'true');
});
