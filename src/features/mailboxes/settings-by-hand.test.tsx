import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { defaultMailboxesParams } from './mailboxes-params';
import { SettingsByHand } from './settings-by-hand';

function Screen() {
  const [params, setParams] = useState(defaultMailboxesParams);
  return (
    <FluentProvider theme={webLightTheme}>
      <SettingsByHand params={params} onParams={(change) => setParams((last) => ({ ...last, ...change }))} />
    </FluentProvider>
  );
}

const script = (name: string) => page.getByRole('region', { name });

test('says that nothing can be read from here, and how to find out', async () => {
  await render(<Screen />);
  await expect.element(page.getByText('This portal is not set up to ask Exchange', { exact: false })).toBeVisible();
  await expect
    .element(script('List every mailbox with its auditing'))
    .toHaveTextContent('Get-OrganizationConfig | Format-List -Property AuditDisabled');
});

test('a change is put together for addresses typed by hand, and for all user mailboxes', async () => {
  await render(<Screen />);
  await expect.element(page.getByText('once there is the address of a mailbox', { exact: false })).toBeVisible();
  await page.getByLabelText('Addresses').fill("o'brien@contoso.com");
  await userEvent.click(page.getByRole('checkbox', { name: 'HardDelete, Owner' }));
  const written = script('PowerShell for this change, Exchange Online today');
  await expect.element(written).toHaveTextContent("Set-Mailbox -Identity 'o''brien@contoso.com' -AuditOwner @{Add='HardDelete'}");
  await userEvent.click(page.getByRole('radio', { name: 'All user mailboxes' }));
  await expect
    .element(written)
    .toHaveTextContent(
      "Get-Mailbox -ResultSize Unlimited -Filter {RecipientTypeDetails -eq 'UserMailbox'} | Set-Mailbox -AuditOwner @{Add='HardDelete'}",
    );
  await userEvent.click(page.getByRole('button', { name: 'Restore Microsoft’s defaults for Delegate' }));
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Edition' }), 'Exchange Server');
  await expect
    .element(script('PowerShell for this change, Exchange Server'))
    .toHaveTextContent("-AuditDelegate 'Create', 'HardDelete', 'SendAs', 'SoftDelete', 'Update'");
});
