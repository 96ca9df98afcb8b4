import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { heldWith } from '~/records/held-set.fixture';
import { type AccessParamsInput, parseAccessParams } from './access-params';
import { AccessScreen } from './access-screen';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1400, 900);
});

const admin = 'ada.admin@contoso.com';
const anna = 'anna@contoso.com';
let made = 0;

/** A record of a cmdlet on a day of November 2026. */
function cmdlet(day: number, operation: string, parameters: Record<string, string>, more: Record<string, unknown> = {}) {
  const createdDateTime = new Date(Date.UTC(2026, 10, day, 9)).toISOString();
  made++;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  const Parameters = Object.entries(parameters).map(([Name, Value]) => ({ Name, Value }));
  const auditData = { Id: id, Operation: operation, RecordType: 1, UserId: admin, ResultStatus: 'True', Parameters, ...more };
  return { id, createdDateTime, operation, userPrincipalName: String(auditData.UserId), auditData };
}

const service = { UserId: 'NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)' };
const guid = 'e4ad2d28-703e-4189-9752-6b827ef9107d';
const records = [
  cmdlet(1, 'Add-MailboxPermission', { Identity: anna, User: 'ben@contoso.com', AccessRights: 'FullAccess' }, { ObjectId: guid }),
  cmdlet(2, 'Add-MailboxPermission', { Identity: anna, User: 'eve@contoso.com', AccessRights: 'FullAccess' }),
  cmdlet(3, 'Remove-MailboxPermission', { Identity: 'Anna', User: 'ben@contoso.com', AccessRights: 'FullAccess' }),
  cmdlet(4, 'Add-RecipientPermission', { Identity: guid, Trustee: 'kim@contoso.com', AccessRights: 'SendAs' }),
  cmdlet(5, 'Set-MailboxFolderPermission', { Identity: `${anna}:\\Calendar`, User: 'lea@contoso.com', AccessRights: 'Reviewer' }),
  cmdlet(
    6,
    'Add-MailboxPermission',
    { Identity: anna, User: 'mia@contoso.com', AccessRights: 'FullAccess' },
    { ResultStatus: 'False' },
  ),
  cmdlet(7, 'Set-MailboxAuditBypassAssociation', { Identity: 'eve@contoso.com', AuditBypassEnabled: 'True' }),
  cmdlet(8, 'Add-MailboxPermission', { Identity: anna, User: 'Discovery Management', AccessRights: 'FullAccess' }, service),
  cmdlet(9, 'Add-MailboxPermission', { Identity: 'joe@contoso.com', User: 'ben@contoso.com', AccessRights: 'FullAccess' }),
  cmdlet(10, 'Set-MailboxAuditBypassAssociation', { Identity: 'eve@contoso.com', AuditBypassEnabled: 'False' }),
  cmdlet(11, 'New-InboxRule', { Name: '.' }),
];

interface ScreenProps {
  readonly held: HeldRecordSet;
  readonly start?: AccessParamsInput;
  readonly exchange?: ExchangeAdmin;
}

function Screen({ held, start = {}, exchange }: ScreenProps) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [params, setParams] = useState(() => parseAccessParams(start));
  return (
    <FluentProvider theme={webLightTheme} style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <QueryClientProvider client={queryClient}>
        <AccessScreen
          held={held}
          source="Microsoft Graph"
          link={null}
          description="1 to 11 Nov 2026"
          exchange={exchange}
          params={params}
          onParams={(change) => setParams((last) => ({ ...last, ...change }))}
          renderRecord={({ record, position, onNext }) => (
            <>
              <h2>{record.recordId}</h2>
              <p>{position}</p>
              <button type="button" disabled={!onNext} onClick={onNext}>
                Next
              </button>
            </>
          )}
        />
      </QueryClientProvider>
    </FluentProvider>
  );
}

const table = () => page.getByRole('grid', { name: 'Changes of access' });
const holders = () => page.getByRole('list', { name: 'Who can see the mailbox' });
const timeline = () => page.getByRole('list', { name: 'Changes, newest first' });
const textsOf = (list: ReturnType<typeof holders>) =>
  list
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent);

test('lists the changes of all mailboxes, and hides the service’s own until asked for', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await expect.element(page.getByText('9 changes', { exact: true })).toBeVisible();
  await expect.element(table().getByRole('gridcell', { name: 'Failed: not granted' })).toBeVisible();
  await expect.element(table().getByRole('gridcell', { name: 'Discovery Management' })).not.toBeInTheDocument();
  await page.getByRole('switch', { name: 'With the service’s own maintenance: 1 hidden' }).click();
  await expect.element(page.getByText('10 changes', { exact: true })).toBeVisible();
  await expect.element(table().getByRole('gridcell', { name: 'Discovery Management' })).toBeVisible();
});

test('narrows down by kind and by person', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await page.getByRole('button', { name: 'Audit bypass 2' }).click();
  await expect.element(page.getByText('2 changes', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'All changes 9' }).click();
  await page.getByRole('searchbox', { name: 'Person' }).fill('kim@contoso.com');
  await expect.element(page.getByText('1 change', { exact: true })).toBeVisible();
  await expect.element(table().getByRole('gridcell', { name: guid })).toBeVisible();
});

test('warns from when to when nothing of an account was logged', async () => {
  await render(<Screen held={await heldWith(records)} />);
  const notice = page.getByText('Some of what was done in mailboxes left no record');
  await expect.element(notice).toBeVisible();
  await expect
    .element(page.getByRole('listitem').first())
    .toHaveTextContent('From 2026-11-07 09:00:00 to 2026-11-10 09:00:00: nothing eve@contoso.com did in any mailbox was logged.');
  await page.getByRole('button', { name: 'Full access 5' }).click();
  await page.getByRole('button', { name: '2026-11-10 09:00:00' }).click();
  await expect.element(page.getByRole('complementary', { name: 'Record details' }).getByText('1 of 10')).toBeVisible();
});

test('tells of one mailbox who can see it and how that came about', async () => {
  await render(<Screen held={await heldWith(records)} start={{ mailbox: anna }} />);
  await expect
    .element(page.getByRole('heading', { name: `Who can see ${anna} now, as far as these records tell` }))
    .toBeVisible();
  expect(textsOf(holders())).toEqual([
    `eve@contoso.comFull access FullAccessSince 2026-11-02 09:00:00, by ${admin}`,
    `kim@contoso.comSend as SendAsSince 2026-11-04 09:00:00, by ${admin}`,
    `lea@contoso.comFolder \\Calendar ReviewerSince 2026-11-05 09:00:00 or before, by ${admin}`,
  ]);
  expect(textsOf(timeline()).map((text) => text?.replace(/^[\d: -]+/, '').replace(admin, 'Ada'))).toEqual([
    'Ada ended that eve@contoso.com goes unlogged (for all mailboxes)',
    'Ada exempted eve@contoso.com from auditing: nothing they do is logged (for all mailboxes)',
    'Ada tried to give mia@contoso.com FullAccess: failed',
    'Ada set the rights of lea@contoso.com on ‘\\Calendar’ to Reviewer',
    'Ada let kim@contoso.com send as the mailbox',
    'Ada took FullAccess from ben@contoso.com',
    'Ada gave eve@contoso.com FullAccess',
    'Ada gave ben@contoso.com FullAccess',
  ]);
  await expect.element(page.getByText(`Get-MailboxPermission -Identity '${anna}'`)).toBeVisible();
});

/** Runs Get-MailboxPermission as told. */
function exchangeWith(answer: () => readonly unknown[]): ExchangeAdmin {
  return { run: async (_, output) => answer().map((each) => output.parse(each)) };
}

test('names what differs from what stands today', async () => {
  const exchange = exchangeWith(() => [
    { User: 'NT AUTHORITY\\SELF', AccessRights: ['FullAccess', 'ReadPermission'] },
    { User: 'zoe@contoso.com', AccessRights: ['FullAccess'], Deny: false },
  ]);
  await render(<Screen held={await heldWith(records)} start={{ mailbox: 'ANNA' }} exchange={exchange} />);
  await expect
    .element(holders().getByRole('listitem').nth(3))
    .toHaveTextContent('zoe@contoso.comFull access FullAccessThere today. Granted before these records begin');
  await expect.element(holders().getByRole('listitem').nth(0)).toHaveTextContent('Not there today');
  await expect.element(holders().getByRole('listitem').nth(1)).not.toHaveTextContent('Not there today');
});

test('says so where today cannot be read, and keeps what the records tell', async () => {
  const exchange = exchangeWith(() => {
    throw new ApiError('forbidden', { service: 'Exchange', action: 'read who may open it' });
  });
  await render(<Screen held={await heldWith(records)} start={{ mailbox: anna }} exchange={exchange} />);
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(textsOf(holders())).toHaveLength(3);
});

test('goes from a change to its record, to its mailbox, and back', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await table().getByRole('gridcell', { name: 'joe@contoso.com' }).click();
  const panel = page.getByRole('complementary', { name: 'Record details' });
  await expect.element(panel.getByText('2 of 9')).toBeVisible();
  await panel.getByRole('button', { name: 'Who can see joe@contoso.com' }).click();
  await expect.element(page.getByRole('heading', { name: /^Who can see joe@contoso.com now/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(timeline().getByRole('button')).toHaveFocus();
});

test('a mailbox can be chosen among those in the records, or be any other', async () => {
  await render(<Screen held={await heldWith(records)} />);
  const picker = page.getByRole('combobox', { name: 'Mailbox' });
  await userEvent.type(picker, 'jo');
  await page.getByRole('option', { name: 'joe@contoso.com' }).click();
  await expect.element(page.getByRole('heading', { name: /^Who can see joe@contoso.com now/ })).toBeVisible();
  await picker.fill('');
  await userEvent.keyboard('@contoso.com');
  await expect.element(page.getByRole('option', { name: 'Use “@contoso.com” as typed' })).toBeVisible();
  await picker.fill('nobody@contoso.com');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('No access is known that was granted and not taken away again.')).toBeVisible();
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
});

test('without any change it says what that does not tell, unless more are coming', async () => {
  const held = await heldWith(records.slice(-1));
  await render(<Screen held={held} />);
  await expect.element(page.getByRole('heading', { name: 'No change of access is in these records' })).toBeVisible();
  held.intake.cover('filling');
  await expect.element(page.getByText('0 changes', { exact: true })).toBeVisible();
});
