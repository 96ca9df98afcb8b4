import { expect, test } from './fixtures';
import { doneAs, factsOfRecords, failedSignInsOf, type MessageFacts } from './message-facts';
import { askQuestion, expectListed, expectMessagesRead, listed, messagesGrid, searchMessages, sortListBy } from './message-steps';
import { chooseZone, unfoldCriteria } from './steps';

test('tells whose sign-ins failed, and leads to the messages they tried to read', { tag: '@tenant' }, async ({ page }) => {
  await searchMessages(page);
  const facts = await factsOfRecords(page);
  await expectMessagesRead(page);
  await askQuestion(page, /^Failed sign-ins by recipient \d+$/);
  const failed = [...facts].flatMap(([id, message]) => failedSignInsOf(message).map((visit) => ({ ...visit, id })));
  const recipients = [...new Set(failed.map(({ recipient }) => recipient))].toSorted();
  const expected = recipients.map((recipient) => {
    const own = failed.filter((visit) => visit.recipient === recipient);
    const everGotIn = [...facts.values()].some(({ visits }) =>
      visits.some((visit) => visit.recipient === recipient && visit.operation.startsWith('Authenticat') && visit.isSignedIn),
    );
    return [recipient, String(own.length), String(new Set(own.map(({ id }) => id)).size), everGotIn];
  });
  const grid = page.getByRole('grid', { name: 'Failed sign-ins by recipient' });
  await expect(page.getByText(`${recipients.length} recipients`, { exact: true })).toBeVisible();
  const rows = (await listed(page)).toSorted((a, b) => ((a['Recipient'] ?? '') < (b['Recipient'] ?? '') ? -1 : 1));
  expect(rows.map((row) => [row['Recipient'], row['Failed sign-ins'], row['Messages'], row['Got in'] !== 'Never'])).toEqual(
    expected,
  );

  await sortListBy(grid, 'Failed sign-ins', 'descending');
  await grid.getByRole('row').filter({ hasText: 'sam.okoye@woodgrovebank.com' }).click();
  await unfoldCriteria(page);
  await expect(page.getByRole('searchbox', { name: 'Recipient' })).toHaveValue('sam.okoye@woodgrovebank.com');
  await expectListed(page, facts, ({ visits }) =>
    visits.some(({ recipient, isSignedIn }) => recipient === 'sam.okoye@woodgrovebank.com' && !isSignedIn),
  );
  await expect(messagesGrid(page).getByRole('row')).toHaveCount(2);
  // The two lists do not share their columns.
  await expect(messagesGrid(page).getByRole('columnheader', { name: 'Last activity (UTC)' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('tells what was opened outside business hours, on the clock that is shown', { tag: '@tenant' }, async ({ page }) => {
  await searchMessages(page);
  const facts = await factsOfRecords(page);
  await expectMessagesRead(page);
  const openedOutside = (zone: string, from: string, to: string) => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return (message: MessageFacts) =>
      doneAs(message, 'MessageAccess').some(({ time }) => {
        const parts = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]));
        const at = `${parts['hour']}:${parts['minute']}`;
        return parts['weekday']?.startsWith('S') || at < from || at >= to;
      });
  };
  await askQuestion(page, /^Opened outside business hours \d+$/);
  await expectListed(page, facts, openedOutside('UTC', '08:00', '18:00'));
  await page.getByRole('textbox', { name: 'Business hours from' }).fill('09:30');
  await page.getByRole('textbox', { name: 'to', exact: true }).fill('15:45');
  await expectListed(page, facts, openedOutside('UTC', '09:30', '15:45'));
  await chooseZone(page, /^Local time/);
  await expect(page.getByText(/^Monday to Friday, Europe\/Berlin/)).toBeVisible();
  await expectListed(page, facts, openedOutside('Europe/Berlin', '09:30', '15:45'));
  await page.reload();
  await expectMessagesRead(page);
  await expect(page.getByRole('textbox', { name: 'Business hours from' })).toHaveValue('09:30');
  await expectListed(page, facts, openedOutside('Europe/Berlin', '09:30', '15:45'));
});

test('tells what was opened with a sign-in method that is not allowed', async ({ page }) => {
  await searchMessages(page);
  const facts = await factsOfRecords(page);
  await expectMessagesRead(page);
  await askQuestion(page, /^Opened with a sign-in method not allowed 0$/);
  await expect(page.getByText('As the tracking set-up allows them.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No message matches' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Google' }).uncheck();
  const openedWith = (methods: readonly string[]) => (message: MessageFacts) =>
    doneAs(message, 'MessageAccess').some(({ method }) => methods.includes(method));
  await expectListed(page, facts, openedWith(['Google']));
  await page.getByRole('checkbox', { name: 'Yahoo' }).uncheck();
  await expectListed(page, facts, openedWith(['Google', 'Yahoo']));
});

test('tells what was replied to or forwarded', { tag: '@tenant' }, async ({ page }) => {
  await searchMessages(page);
  const facts = await factsOfRecords(page);
  await expectMessagesRead(page);
  await askQuestion(page, /^Replied or forwarded \d+$/);
  await expectListed(page, facts, (message) => doneAs(message, 'MessageForward').length > 0);
  expect((await listed(page)).map((row) => row['Forwarded'])).not.toContain('');
});
