// Every page and state, in both themes, checked by axe; those about mailboxes in `mailbox-accessibility.e2e.ts`.

import { expect, expectAccessible, test } from './fixtures';
import {
  askQuestion,
  askToRevoke,
  eventsOf,
  exchangeIn,
  matrixOf,
  minutesFromNow,
  openOffer,
  searchMessages,
  turnTrackingOff,
} from './message-steps';
import {
  chooseFiles,
  expectNoSidewaysScroll,
  gridOf,
  openForm,
  recordPane,
  rowsOf,
  runSearch,
  searchRecords,
  startSearch,
} from './steps';

const portal = { last: '30d', type: ['OMEPortal'] } as const;

test('the form is accessible, empty, wrong and with a list open', async ({ page }) => {
  await openForm(page);
  await expect(page.getByRole('heading', { name: 'No searches yet' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Activities – friendly names' }).fill('file');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'End' }).fill('2020-01-01T00:00');
  await page.getByRole('textbox', { name: 'IP addresses' }).fill('300.1.2.3');
  await page.getByRole('textbox', { name: 'Users' }).fill('adele@contoso.com, lynne@contoso.com');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Copy as' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Preview both' }).click();
  await expect(page.getByRole('dialog', { name: 'Copy as' })).toBeVisible();
  await expectAccessible(page);
});

test('running and listed searches are accessible', async ({ page }) => {
  await startSearch(page, { ...portal, name: 'Watched #slow' });
  await expect(page.getByText(/^Running for/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Searches' }).click();
  await expect(page.getByRole('link', { name: 'Watched #slow' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete Watched #slow' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
});

test('results are accessible with filters, columns and export open', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  // The pointer still rests where Search was: a cell under it would show its whole text.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toBeHidden();
  await expectAccessible(page);

  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Only this value' }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add filter' }).click();
  await expect(page.getByRole('combobox', { name: 'Question' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('checkbox', { name: 'Workload' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await expectAccessible(page);
});

test('a record is accessible on each of its tabs', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await grid.press('Enter');
  const paneOf = '[aria-label="Record details"]';
  const pane = recordPane(page);
  for (const name of ['Summary', 'All properties', 'JSON']) {
    await pane.getByRole('tab', { name }).click();
    await expect(pane.getByRole('tabpanel', { name })).toContainText(/OMEPortal|154/);
    await expectAccessible(page, paneOf);
  }
  await pane.getByRole('button', { name: 'Search' }).click();
  await expect(pane.getByRole('textbox', { name: 'Find' })).toBeVisible();
  await expectAccessible(page, paneOf);
});

test('pages without records are accessible', async ({ page }) => {
  await page.goto('/files');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await expectAccessible(page);
  await chooseFiles(page, [{ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }]);
  await expect(page.getByRole('alert').filter({ hasText: 'The file is empty.' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
  await expectAccessible(page);
});

test('tracked messages are accessible, also when asked a question', async ({ page }) => {
  const grid = await searchMessages(page);
  await rowsOf(grid);
  await expectAccessible(page);
  for (const question of ['Failed sign-ins', 'outside business hours', 'sign-in method not allowed']) {
    await askQuestion(page, new RegExp(question));
    await expectAccessible(page, 'main');
  }
});

test('an encrypted message is accessible, with a record and asked to be revoked', async ({ page }) => {
  await openOffer(page);
  await page.getByRole('button', { name: 'Every field of the events' }).click();
  await expectAccessible(page);
  await eventsOf(page).first().getByRole('button').click();
  await expect(recordPane(page).getByRole('tabpanel', { name: 'Summary' })).toContainText('sent');
  await expectAccessible(page, 'main');
  await page.keyboard.press('Escape');
  const dialog = await askToRevoke(page);
  await expect(exchangeIn(dialog)).toContainText('It can be revoked');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();

  await page.setViewportSize({ width: 375, height: 720 });
  await expect(matrixOf(page)).toBeHidden();
  await expect(page.getByRole('list', { name: /^Recipients, step by step/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('the set-up of tracking is accessible, on, off and while it warns', async ({ page }) => {
  await page.goto('/messages/set-up');
  await expect(page.getByRole('heading', { name: 'Visits to the portal are recorded' })).toBeVisible();
  await page.getByRole('button', { name: 'PowerShell: Tracking' }).click();
  await expectAccessible(page);
  await page.getByRole('switch').click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
  await turnTrackingOff(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Tracked messages' }).click();
  await expect(page.getByRole('group', { name: 'Tracking is off' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Start' }).fill(minutesFromNow(1));
  await page.getByRole('textbox', { name: 'End' }).fill(minutesFromNow(10));
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No visit was recorded: tracking is off' })).toBeVisible();
  await expectAccessible(page);
});

test('an empty result and a failure are accessible', async ({ page }) => {
  await startSearch(page, { ...portal, name: '#forbidden' });
  await expect(page.getByRole('alert').filter({ hasText: 'Could not' })).toBeVisible();
  await expectAccessible(page);
  await startSearch(page, { ...portal, name: '#empty' });
  await expect(page.getByRole('heading', { name: 'The service found no record' })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
});

test('forced colours keep the selected row and the focus in sight', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const grid = await runSearch(page, portal);
  await grid.press('Enter');
  await expect(recordPane(page)).toBeVisible();
  const selected = grid.getByRole('row', { selected: true });
  await expect(selected).toHaveCSS('outline-style', 'solid');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const active = page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
  await expect(active).toHaveCSS('outline-style', 'solid');
});

test('everything works with reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const grid = await runSearch(page, portal);
  await grid.press('Enter');
  await expect(recordPane(page)).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden();
  await searchRecords(page, 'MessageAccess');
  await expect(gridOf(page)).toBeVisible();
});
