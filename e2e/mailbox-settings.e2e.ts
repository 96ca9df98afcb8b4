// How mailboxes are audited: seen, changed for two at once, verified and given back; what cannot be, and what differs by edition.

import type { Locator, Page } from '@playwright/test';
import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import {
  applyChange,
  changeMailboxes,
  changePanel,
  findMailbox,
  mailboxesGrid,
  mailboxRow,
  matrixCell,
  openMailboxes,
  readText,
} from './mailbox-steps';
import { numbersIn } from './steps';

/** Left to Microsoft’s defaults, both of them. */
const priya = 'priya.raman@contoso.com';
const tomasz = 'tomasz.wrona@contoso.com';

const filterButton = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: new RegExp(`^${name} [\\d,]+$`) });
const countOn = async (button: Locator) => numbersIn(await button.innerText()).at(-1);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function savedScript(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button(page, 'Save the script').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^mailbox auditing .+\.ps1$/);
  return readText(download);
}

test('changes the matrix of two mailboxes after a look at the script, verifies it, and gives the defaults back', async ({
  page,
}) => {
  await openMailboxes(page);
  const customised = await countOn(filterButton(page, 'Customised'));
  const panel = await changeMailboxes(page, [priya, tomasz]);
  for (const name of ['MailboxLogin, Owner', 'FolderBind, Delegate']) {
    await expect(matrixCell(page, name)).not.toBeChecked();
    await matrixCell(page, name).click();
    await expect(matrixCell(page, name)).toBeChecked();
    await expect(matrixCell(page, name)).toContainText('turn on');
  }
  await button(page, 'Review the change').click();

  await expect(panel.getByRole('heading', { name: '2 mailboxes', level: 3 })).toBeVisible();
  await expect(panel.getByText(`${priya}, ${tomasz}`)).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveText([
    /^Delegate: default → own list: with FolderBind\+ FolderBindDelegate no longer follows Microsoft’s defaults: /,
    /^Owner: default → own list: with MailboxLogin\+ MailboxLoginOwner no longer follows Microsoft’s defaults: /,
  ]);
  const script = [
    '# Run Connect-ExchangeOnline first.',
    '',
    '$mailboxes = @(',
    `  '${priya}',`,
    `  '${tomasz}'`,
    ')',
    'foreach ($mailbox in $mailboxes) {',
    "  Set-Mailbox -Identity $mailbox -AuditDelegate @{Add='FolderBind'} -AuditOwner @{Add='MailboxLogin'}",
    '}',
    'foreach ($mailbox in $mailboxes) {',
    "  Get-Mailbox -Identity $mailbox | Format-List -Property UserPrincipalName, DefaultAuditSet, @{Name='AuditDelegate'; Expression={$_.AuditDelegate -join ', '}}, @{Name='AuditOwner'; Expression={$_.AuditOwner -join ', '}}",
    '}',
    '',
  ];
  await expect(panel.getByRole('region', { name: 'PowerShell for this change' })).toContainText(script.join('\n').trim());
  expect((await savedScript(page)).split('\n')).toEqual(script);
  // Nothing has been changed by looking at it.
  await expect(filterButton(page, 'Customised')).toHaveText(`Customised ${customised}`);

  await applyChange(page, 2);
  await expect(panel.getByRole('heading', { name: 'Changed and read back' })).toBeFocused();
  await expect(panel.getByRole('list', { name: 'Mailboxes' }).getByRole('listitem')).toHaveText([
    `${priya}Verified`,
    `${tomasz}Verified`,
  ]);
  await expect(mailboxRow(page, tomasz)).toContainText(/default\+1 \+FolderBind\+1 \+MailboxLogin90 days/);
  await button(page, 'Done').click();
  await expect(panel).toBeHidden();
  await expect(mailboxesGrid(page)).toBeFocused();

  await page.reload();
  await expect(filterButton(page, 'Customised')).toHaveText(`Customised ${(customised ?? 0) + 2}`);
  await expect(await findMailbox(page, priya)).toContainText(/default\+1 \+FolderBind\+1 \+MailboxLogin90 days/);

  await changeMailboxes(page, [priya, tomasz]);
  await expect(matrixCell(page, 'FolderBind, Delegate')).toContainText('added');
  for (const logon of ['Delegate', 'Owner']) await button(page, `Restore Microsoft’s defaults for ${logon}`).click();
  await expect(matrixCell(page, 'MailboxLogin, Owner')).not.toBeChecked();
  await button(page, 'Review the change').click();
  expect(await savedScript(page)).toContain("  Set-Mailbox -Identity $mailbox -DefaultAuditSet 'Delegate', 'Owner'\n");
  await applyChange(page, 2);
  await expect(mailboxRow(page, tomasz)).toContainText('defaultdefaultdefault90 days');
  await page.reload();
  await expect(filterButton(page, 'Customised')).toHaveText(`Customised ${customised}`);
  await expect(await findMailbox(page, priya)).toContainText('defaultdefaultdefault90 days');
});

test('refuses by keyboard what cannot be logged, says why, and keeps what was put in', async ({ page }) => {
  await openMailboxes(page, `mailbox=${priya}`);
  await matrixCell(page, 'MailboxLogin, Owner').click();
  const refused = matrixCell(page, 'MailboxLogin, Delegate');
  await page.keyboard.press('ArrowLeft');
  await expect(refused).toBeFocused();
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  const why =
    'MailboxLogin cannot be logged for delegates. Only owners sign in to a mailbox: others open it with permissions of their own, which FolderBind logs.';
  await expect(refused).toHaveAccessibleDescription(why);
  await expect(page.getByRole('tooltip').filter({ hasText: why })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip').filter({ hasText: why })).toBeHidden();
  await expect(refused).toBeFocused();
  await page.keyboard.press('Enter');
  const reason = changePanel(page).getByRole('alert');
  await expect(reason).toHaveText(why);
  await expect(refused).toBeFocused();
  await expect(refused).not.toBeChecked();
  await expect(matrixCell(page, 'MailboxLogin, Owner')).toBeChecked();

  for (const [name, words] of [
    ['FolderBind, Owner', 'FolderBind cannot be logged for the owner. Owners open their folders all day'],
    ['MessageBind, Delegate', 'MessageBind cannot be logged for delegates. It is logged for administrators only'],
    ['AddFolderPermissions, Admin', 'It is part of UpdateFolderPermissions and never logged by itself.'],
  ] as const) {
    await matrixCell(page, name).focus();
    await page.keyboard.press('Space');
    await expect(reason).toContainText(words);
    await expect(matrixCell(page, name)).not.toBeChecked();
  }
  // What has to be known of what can be logged stands beside it.
  const matrix = changePanel(page).getByRole('grid', { name: /^Actions logged/ });
  await expect(matrix.getByRole('row', { name: /^FolderBind/ })).toContainText('Delegate: One entry per folder within 24 hours');
  await expect(matrix.getByRole('row', { name: /^MailboxLogin/ })).toContainText('Only sign-ins by POP3, IMAP4 or OAuth');
  await expect(matrix.getByRole('row', { name: /^Create/ })).toContainText('Messages and folders are not covered.');

  await button(page, 'Review the change').click();
  await expect(changePanel(page).getByRole('listitem')).toHaveText(/^Owner: default → own list: with MailboxLogin/);
  await button(page, 'Back').click();
  await button(page, 'Start over').click();
  await expect(button(page, 'Review the change')).toBeDisabled();
});

test('filters by what is out of the ordinary, with counts that agree with the whole list, and in the address', async ({
  page,
}) => {
  await openMailboxes(page);
  const saved = async () => {
    const downloading = page.waitForEvent('download');
    await button(page, 'Export CSV').click();
    return (await readCsv(await downloading)).rows;
  };
  const addressesOf = (rows: Awaited<ReturnType<typeof saved>>) => rows.map((row) => row['Address']);
  const everyone = await saved();
  expect(everyone).toHaveLength((await countOn(filterButton(page, 'All mailboxes'))) ?? 0);
  const isWanted: Readonly<Record<string, (row: Readonly<Record<string, string>>) => boolean>> = {
    'Not audited': (row) => row['Audited'] !== 'Yes',
    Customised: (row) => ['Admin', 'Delegate', 'Owner'].some((logon) => row[logon] !== 'default'),
    Bypassed: (row) => row['Bypass'] !== '',
    'Age limit below 90 days': (row) => Number.parseInt(row['Age limit'] ?? '', 10) < 90,
  };
  for (const [name, passes] of Object.entries(isWanted)) {
    const wanted = addressesOf(everyone.filter(passes));
    expect(wanted).not.toEqual([]);
    await expect(filterButton(page, name)).toHaveText(`${name} ${wanted.length}`);
    await filterButton(page, name).click();
    await expect(page.getByText(`${wanted.length} of ${everyone.length} mailboxes`, { exact: true })).toBeVisible();
    expect(addressesOf(await saved())).toEqual(wanted);
  }
  await filterButton(page, 'Bypassed').click();
  await expect(page).toHaveURL(/\?filter=bypassed$/);
  await page.reload();
  await expect(filterButton(page, 'Bypassed')).toHaveAttribute('aria-pressed', 'true');
  await expect(mailboxRow(page, 'backup.service@contoso.com')).toContainText('Bypassed');
  await expect(mailboxesGrid(page)).toHaveAttribute('aria-rowcount', '2');
  await page.getByRole('searchbox', { name: 'Find a mailbox' }).fill('priya');
  await expect(page.getByRole('heading', { name: 'No mailbox matches' })).toBeVisible();
  await button(page, 'Show all mailboxes').click();
  await expect(page.getByText(`${everyone.length} mailboxes`, { exact: true })).toBeVisible();
});

test('shows the table of actions of each edition as its document states it', async ({ page }) => {
  await openMailboxes(page);
  await button(page, 'Action table').click();
  const expectTable = async (edition: string, marks: Readonly<Record<string, string>>) => {
    await page.getByRole('combobox', { name: 'Edition' }).selectOption(edition);
    const table = page.getByRole('table', { name: `Actions of ${edition}` });
    for (const [action, wanted] of Object.entries(marks)) {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${action}\\b`) }) });
      if (wanted === '') await expect(row).toHaveCount(0);
      else await expect(row.getByRole('cell')).toHaveText(wanted.split(', ').map((word) => new RegExp(`${word}$`)));
    }
  };
  await expectTable('Exchange Online today', {
    FolderBind: 'can be, can be, never',
    HardDelete: 'default, default, default',
    MailItemsAccessed: 'default, default, default',
    Move: 'can be, can be, can be',
    SendOnBehalf: 'default, default, never',
    UpdateCalendarDelegation: 'default, never, default',
  });
  await expectTable('Exchange Online before 2019', {
    FolderBind: 'default, can be, never',
    HardDelete: 'default, default, can be',
    MailItemsAccessed: '',
    Move: 'default, can be, can be',
    SendOnBehalf: 'default, can be, never',
    UpdateCalendarDelegation: 'default, never, default',
    UpdateFolderPermissions: 'default, default, default',
  });
  await expectTable('Exchange Server', {
    FolderBind: 'default, can be, never',
    HardDelete: 'default, default, can be',
    MailboxLogin: 'never, never, can be',
    MailItemsAccessed: '',
    SendOnBehalf: 'default, can be, never',
    UpdateCalendarDelegation: '',
    UpdateFolderPermissions: '',
  });
  await expect(page).toHaveURL(/edition=server/);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Actions of Exchange Server' })).toBeVisible();
  await expect(page.getByText('Exchange Server has no setting for the whole organisation', { exact: false })).toBeVisible();

  // What a mailbox logs is compared with the same table.
  await button(page, 'Close').click();
  await (await findMailbox(page, priya)).getByText(priya).click();
  await expect(matrixCell(page, 'FolderBind, Admin')).toHaveAccessibleDescription('logged by default, left out');
  await page.getByRole('combobox', { name: 'Edition' }).selectOption('Exchange Online today');
  await expect(matrixCell(page, 'FolderBind, Admin')).toHaveAccessibleDescription('');
});

test('asks before nothing is audited any more, believes only what it reads back, and warns', async ({ page }) => {
  await openMailboxes(page);
  const total = (await countOn(filterButton(page, 'All mailboxes'))) ?? 0;
  const notAudited = await filterButton(page, 'Not audited').innerText();
  const toggle = page.getByRole('switch', { name: 'Audit mailboxes by default' });
  await toggle.click();
  const question = page.getByRole('alertdialog', { name: 'Stop auditing every mailbox?' });
  await expect(question).toContainText('what is not logged cannot be recovered');
  await question.getByRole('button', { name: 'Keep on' }).click();
  await expect(toggle).toBeFocused();
  await expect(toggle).toBeChecked();

  await toggle.click();
  await question.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('Turned off, and read back from Exchange.')).toBeVisible();
  await expect(toggle).not.toBeChecked();
  const whole = page.getByRole('region', { name: 'The whole organisation' });
  await expect(whole).toContainText('Nothing is logged for any mailbox (AuditDisabled is True).');
  await expect(await findMailbox(page, priya)).toContainText('No: off for the organisation');
  await expect(filterButton(page, 'Not audited')).toHaveText(`Not audited ${total}`);

  await page.reload();
  await expect(toggle).not.toBeChecked();
  await button(page, 'PowerShell: the whole organisation').click();
  await expect(whole.getByRole('region', { name: 'Turn auditing on for the organisation' })).toContainText(
    'Set-OrganizationConfig -AuditDisabled $false',
  );
  await toggle.click();
  await expect(page.getByText('Turned on, and read back from Exchange.')).toBeVisible();
  await page.reload();
  await expect(toggle).toBeChecked();
  await expect(filterButton(page, 'Not audited')).toHaveText(notAudited);
});
