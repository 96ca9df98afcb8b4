import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { addTo, heldWith } from '~/records/held-set.fixture';
import { messageId, otherRecord, revocationRecord, sendRecord, subject, visitRecords } from './example-journey.fixture';
import { type JourneyParams, JourneyScreen } from './journey-screen';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 900);
});

function Screen({ held }: { readonly held: HeldRecordSet }) {
  const [queryClient] = useState(() => new QueryClient());
  const [params, setParams] = useState<JourneyParams>({});
  return (
    <FluentProvider theme={webLightTheme} style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <QueryClientProvider client={queryClient}>
        <JourneyScreen
          messageId={messageId}
          held={held}
          source="Microsoft Graph"
          before={null}
          exchange={undefined}
          zone="utc"
          params={params}
          onParams={setParams}
          renderRecord={({ record, position, onPrevious, onNext, onClose }) => (
            <>
              <h2>{record.recordId}</h2>
              <p>{position}</p>
              <button type="button" disabled={!onPrevious} onClick={onPrevious}>
                Previous
              </button>
              <button type="button" disabled={!onNext} onClick={onNext}>
                Next
              </button>
              <button type="button" onClick={onClose}>
                Close
              </button>
            </>
          )}
        />
      </QueryClientProvider>
    </FluentProvider>
  );
}

const matrix = () => page.getByRole('table', { name: 'Recipients, step by step' });
const rowOf = (recipient: string) => matrix().getByRole('row', { name: recipient });
const cellsOf = (recipient: string) =>
  rowOf(recipient)
    .getByRole('cell')
    .elements()
    .map((cell) => cell.textContent);
const facts = () => page.getByRole('region', { name: 'At a glance' });
const neverOpened = () => page.getByRole('list', { name: 'Recipients who never opened the message' });

test('recipient by step: first times, how often, and what failed', async () => {
  await render(<Screen held={await heldWith([otherRecord, sendRecord, ...visitRecords, revocationRecord])} />);
  await expect.element(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  expect(cellsOf('jordan@fabrikam.com')).toEqual([
    'Asked2026-11-19 08:14:002 times1 failed2026-11-19 08:14:00at least 2 codes sent',
    'One-time passcode2026-11-19 08:16:00',
    'Opened2026-11-19 08:17:00',
    '1 refused2026-11-19 08:19:00',
    'Downloaded2026-11-19 08:21:00',
    '–',
  ]);
  expect(cellsOf('lucia.rossi@gmail.com')).toEqual([
    'Asked2026-11-19 09:35:00',
    'Google2026-11-19 09:35:00',
    'Opened2026-11-19 09:36:002 times, last 2026-11-20 09:00:001 refused2026-11-20 12:20:00',
    'Viewed2026-11-19 09:38:00',
    '–',
    'Replied or forwarded2026-11-19 09:44:00',
  ]);
  await expect.element(rowOf('lucia.rossi@gmail.com').getByText('1 refused after it was revoked')).toBeVisible();
  for (const recipient of ['sam@adatum.com', 'amy@tailspin.com']) {
    await expect.element(rowOf(recipient).getByRole('rowheader')).toHaveTextContent('Never opened');
  }
  await expect.element(rowOf('legal@contoso.com').getByRole('rowheader')).toHaveTextContent('same domain as the sender');
  await expect.element(matrix().getByRole('row').first().getByText('Offer 2026.pdf')).toBeVisible();
});

test('says at a glance by how many, when first, and who took it back', async () => {
  await render(<Screen held={await heldWith([otherRecord, sendRecord, ...visitRecords, revocationRecord])} />);
  await expect.element(facts()).toHaveTextContent('Opened by2 of 5 recipients1 of them inside: not seen by the portal');
  await expect.element(facts()).toHaveTextContent('First opened (UTC)2026-11-19 08:17:00by jordan@fabrikam.com');
  await expect.element(facts()).toHaveTextContent('Failed sign-ins3by 2 recipients');
  await expect.element(facts()).toHaveTextContent('Revoked (UTC)2026-11-20 10:40:00by adele.vance@contoso.com');
  await expect.element(page.getByText('Sent 2026-11-19 08:00:00 UTC')).toBeVisible();
});

test('a message without attachments has no columns for them', async () => {
  await render(<Screen held={await heldWith([otherRecord, ...visitRecords.slice(0, 3)])} />);
  await expect.element(matrix().getByRole('columnheader', { name: 'Replied or forwarded' })).toBeVisible();
  expect(
    matrix()
      .getByRole('columnheader')
      .elements()
      .map((header) => header.textContent),
  ).toEqual(['Recipient', 'Asked to sign in', 'Signed in', 'Opened', 'Replied or forwarded']);
});

test('a phone shows a card for each recipient', async () => {
  await page.viewport(375, 800);
  await render(<Screen held={await heldWith([otherRecord, sendRecord, ...visitRecords])} />);
  const cards = page.getByRole('list', { name: 'Recipients, step by step' });
  await expect.element(cards.getByRole('listitem').first()).toHaveTextContent('jordan@fabrikam.comOpened');
  await expect.element(matrix()).not.toBeInTheDocument();
});

test('the send record tells who never opened it', async () => {
  await render(<Screen held={await heldWith([otherRecord, sendRecord, ...visitRecords])} />);
  await expect
    .element(neverOpened().getByRole('listitem').nth(0))
    .toHaveTextContent('sam@adatum.com never got past signing in, 2 failed');
  await expect.element(neverOpened().getByRole('listitem').nth(1)).toHaveTextContent('amy@tailspin.com no visit recorded');
  await expect.element(page.getByRole('combobox', { name: 'Recipients' })).not.toBeInTheDocument();
});

test('without a send record the recipients are entered by hand, and kept', async () => {
  const held = await heldWith([otherRecord, ...visitRecords.slice(0, 3)]);
  const screen = await render(<Screen held={held} />);
  await expect.element(page.getByText('Sent not known: no send record among these records')).toBeVisible();
  await expect.element(facts()).toHaveTextContent('the recipients are not known');
  await expect.element(page.getByText(`Get-MessageTraceV2 -MessageId '${messageId}'`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Recipients' }).click();
  await userEvent.keyboard('Jordan@Fabrikam.com, zoe@example.com{Enter}');
  await expect.element(neverOpened()).toHaveTextContent('zoe@example.com no visit recorded');
  await expect.element(facts()).toHaveTextContent('1 of 2 recipientsas entered by hand');
  await screen.unmount();
  await render(<Screen held={held} />);
  await expect.element(rowOf('zoe@example.com').getByText('entered by hand')).toBeVisible();
});

test('an event opens its record, steps on, and gives the focus back', async () => {
  await render(<Screen held={await heldWith([otherRecord, ...visitRecords, revocationRecord])} />);
  const event = page.getByRole('button', { name: '08:19:00 jordan@fabrikam.com tried to view ‘Offer 2026.pdf’: refused' });
  await expect.element(event).toHaveTextContent('Sign-in succeededOperation failed');
  await event.click();
  const panel = page.getByRole('complementary', { name: 'Record details' });
  await expect.element(panel.getByRole('heading', { name: 'AttachmentReview 19' })).toBeVisible();
  await expect.element(panel.getByText('4 of 14')).toBeVisible();
  await panel.getByRole('button', { name: 'Previous' }).click();
  await expect.element(panel.getByRole('heading', { name: 'MessageAccess 17' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(panel).not.toBeInTheDocument();
  expect(document.activeElement).toBe(page.getByRole('button', { name: 'jordan@fabrikam.com opened the message' }).element());
});

test('the timeline is grouped by day and tells of the revocation', async () => {
  await render(<Screen held={await heldWith([otherRecord, ...visitRecords, revocationRecord])} />);
  const second = page.getByRole('list', { name: 'Events of 2026-11-20' });
  await expect
    .element(second.getByRole('listitem').nth(1))
    .toHaveTextContent('10:40:00adele.vance@contoso.com revoked the message');
  expect(second.getByRole('listitem').elements()).toHaveLength(3);
});

test('every documented field can be read as it was written', async () => {
  await render(<Screen held={await heldWith([otherRecord, ...visitRecords])} />);
  await page.getByRole('button', { name: 'Every field of the events' }).click();
  const table = page.getByRole('table', { name: 'as they were written' });
  const texts = (role: 'columnheader' | 'cell') =>
    table
      .getByRole('row')
      .nth(role === 'cell' ? 2 : 0)
      .getByRole(role)
      .elements()
      .map((each) => each.textContent);
  await expect.poll(() => texts('columnheader')).toContain('AuthenticationStatus');
  expect(texts('cell')).toEqual([
    '2026-11-19 08:16:00',
    'AuthenticateRequest',
    'JORDAN@FABRIKAM.COM',
    'elena.marchetti@contoso.com',
    'OTP',
    '0 (success)',
    '0 (success)',
    '',
    `MailSubject: ${subject}; NumberOfOTPCodesSent: 2`,
    'elena.marchetti@contoso.com',
    messageId,
  ]);
});

test('thousands of events are drawn in steps', async () => {
  const [first] = visitRecords;
  const many = Array.from({ length: 450 }, (_, number) => ({ ...first, id: `visit ${number}` }));
  await render(<Screen held={await heldWith([otherRecord, ...many])} />);
  const events = page.getByRole('list', { name: 'Events of 2026-11-19' }).getByRole('listitem');
  await expect.poll(() => events.elements().length).toBe(200);
  await page.getByRole('button', { name: 'Show 200 more of 450 events' }).click();
  await expect.poll(() => events.elements().length).toBe(400);
});

test('the CSV is named after the message', async () => {
  await render(<Screen held={await heldWith([otherRecord, ...visitRecords])} />);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect.element(page.getByText(/^Saved Confidential offer for Woodgrove Bank .* UTC\.csv$/)).toBeInTheDocument();
});

test('no event at all: why, and what can be done', async () => {
  await render(<Screen held={await heldWith([otherRecord])} />);
  await expect.element(page.getByRole('heading', { name: 'No portal event for this message in these records' })).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Recipients' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Revoke message' })).toBeVisible();
});

test('only sent: everybody it went to never opened it', async () => {
  await render(<Screen held={await heldWith([otherRecord, sendRecord])} />);
  await expect.element(page.getByText('No portal event for this message in these records')).toBeVisible();
  await expect.element(facts()).toHaveTextContent('Opened by0 of 5 recipients');
  await expect.element(neverOpened().getByRole('listitem').nth(3)).toHaveTextContent('sam@adatum.com');
});

test('events appear while records arrive, and what is missing is said', async () => {
  const held = await heldWith([otherRecord], 'filling');
  await render(<Screen held={held} />);
  await expect.element(page.getByRole('heading', { name: 'No event for this message yet' })).toBeVisible();
  await addTo(held, visitRecords);
  await expect.element(rowOf('jordan@fabrikam.com')).toBeVisible();
  await addTo(held, [sendRecord]);
  held.intake.cover('incomplete');
  await expect.element(page.getByText('Sent 2026-11-19 08:00:00 UTC')).toBeVisible();
  await expect.element(page.getByText('These records are incomplete')).toBeVisible();
});

test('on paper everything stands in full', async () => {
  const [first] = visitRecords;
  const many = Array.from({ length: 450 }, (_, number) => ({ ...first, id: `visit ${number}` }));
  await render(<Screen held={await heldWith([otherRecord, ...many])} />);
  const events = page.getByRole('list', { name: 'Events of 2026-11-19' }).getByRole('listitem');
  await expect.poll(() => events.elements().length).toBe(200);
  window.dispatchEvent(new Event('beforeprint'));
  expect(events.elements().length).toBe(450);
  window.dispatchEvent(new Event('afterprint'));
  await expect.poll(() => events.elements().length).toBe(200);
});

test.for(['constructor', '__proto__'])('a sign-in method named %s is shown as it is written', async (method) => {
  const records = visitRecords.map((each) => ({
    ...each,
    auditData: { ...each.auditData, AuthenticationMethod: method, ResultStatus: method },
  }));
  await render(<Screen held={await heldWith([otherRecord, ...records])} />);
  await expect.element(matrix()).toHaveTextContent(method);
});
