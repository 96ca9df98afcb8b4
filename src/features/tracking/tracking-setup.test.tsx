import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import { TrackingSetup } from './tracking-setup';

const standard = {
  Identity: 'OME Configuration',
  OTPEnabled: true,
  SocialIdSignIn: true,
  ExternalMailExpiryInterval: '00:00:00',
};
const partners = { Identity: 'Partners', OTPEnabled: true, SocialIdSignIn: false, ExternalMailExpiryInterval: '7.00:00:00' };
const rule = {
  Name: 'Encrypt out',
  State: 'Enabled',
  Mode: 'Enforce',
  Description: 'If the message is sent outside the organization',
  ApplyRightsProtectionCustomizationTemplate: 'Partners',
};
const unrelated = { Name: 'Disclaimer', State: 'Enabled', Mode: 'Enforce' };

/** A tenant in memory; what it `refuses` fails. */
function tenant(start: { tracking?: boolean; templates?: readonly object[]; rules?: readonly object[] } = {}) {
  let tracking = start.tracking ?? true;
  const calls: string[] = [];
  const refuses = new Set<string>();
  const exchange: ExchangeAdmin = {
    async run({ cmdlet, parameters }, output, { action }) {
      calls.push(cmdlet);
      if (refuses.has(cmdlet)) throw new ApiError('forbidden', { action });
      if (cmdlet === 'Set-IRMConfiguration') tracking = parameters['EnablePortalTrackingLogs'] === true;
      const answers: Record<string, readonly object[]> = {
        'Get-IRMConfiguration': [{ EnablePortalTrackingLogs: tracking }],
        'Get-OMEConfiguration': start.templates ?? [standard, partners],
        'Get-TransportRule': start.rules ?? [rule, unrelated],
      };
      return (answers[cmdlet] ?? []).map((answer) => output.parse(answer));
    },
  };
  return { exchange, calls, refuses };
}

async function show(exchange: ExchangeAdmin | undefined) {
  await page.viewport(1280, 900);
  await render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <TrackingSetup exchange={exchange} />
      </QueryClientProvider>
    </FluentProvider>,
  );
}

const verdict = (name: string) => page.getByRole('heading', { name, level: 2 });
const check = (name: string) => page.getByRole('region', { name, exact: true });
const record = page.getByRole('switch', { name: 'Record visits to the portal' });

test('says that visits are recorded, and why', async () => {
  await show(tenant().exchange);
  await expect.element(verdict('Visits to the portal are recorded')).toBeVisible();
  await expect.element(record).toBeChecked();
  await expect.element(check('Licence')).toHaveTextContent('Not known');
  await expect.element(check('Custom branding template')).toHaveTextContent('In order');
  await expect
    .element(page.getByRole('row', { name: 'Partners Custom' }))
    .toHaveTextContent('One-time passcode, Microsoft (work or school account)After 7 days');
  await expect.element(page.getByRole('row', { name: 'OME Configuration' })).toHaveTextContent(/Google, Yahoo.*Never/);
  await expect.element(page.getByRole('row', { name: 'Encrypt out' })).toHaveTextContent('Enabled');
  await expect.element(page.getByText('Disclaimer')).not.toBeInTheDocument();
});

test('turns tracking on without asking, and shows what was read back', async () => {
  const { exchange, calls } = tenant({ tracking: false });
  await show(exchange);
  await expect.element(verdict('Visits are not recorded: tracking is off')).toBeVisible();
  await userEvent.click(record);
  await expect.element(verdict('Visits to the portal are recorded')).toBeVisible();
  await expect.element(record).toBeChecked();
  await expect.element(check('Tracking')).toHaveTextContent('Turned on, and read back from Exchange.');
  expect(calls.filter((cmdlet) => cmdlet.includes('IRM'))).toEqual([
    'Get-IRMConfiguration',
    'Set-IRMConfiguration',
    'Get-IRMConfiguration',
  ]);
});

test('asks before turning tracking off, and says what is lost', async () => {
  const { exchange, calls } = tenant();
  await show(exchange);
  await userEvent.click(record);
  await expect
    .element(page.getByRole('alertdialog', { name: 'Stop recording visits?' }))
    .toHaveTextContent('New visits will not be recorded and cannot be recovered');
  await userEvent.click(page.getByRole('button', { name: 'Keep on' }));
  await expect.element(record).toHaveFocus();
  await expect.element(record).toBeChecked();
  expect(calls).not.toContain('Set-IRMConfiguration');
  await userEvent.click(record);
  await userEvent.click(page.getByRole('button', { name: 'Turn off' }));
  await expect.element(verdict('Visits are not recorded: tracking is off')).toBeVisible();
  await expect.element(record).not.toBeChecked();
});

test('keeps what is so when the change is refused', async () => {
  const { exchange, refuses } = tenant({ tracking: false });
  refuses.add('Set-IRMConfiguration');
  await show(exchange);
  await userEvent.click(record);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Could not change the tracking settings');
  await expect.element(record).not.toBeChecked();
  await expect.element(verdict('Visits are not recorded: tracking is off')).toBeVisible();
});

test('one reading that fails leaves the others', async () => {
  const { exchange, refuses } = tenant();
  refuses.add('Get-OMEConfiguration');
  await show(exchange);
  await expect.element(check('Custom branding template').getByRole('alert')).toHaveTextContent('Could not read the branding');
  await expect.element(verdict('Whether visits are recorded is not known from here')).toBeVisible();
  await expect.element(record).toBeChecked();
  await expect.element(page.getByRole('row', { name: 'Encrypt out' })).toBeVisible();
  refuses.clear();
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(verdict('Visits to the portal are recorded')).toBeVisible();
});

test('checks again when asked', async () => {
  const rules: object[] = [{ ...rule, State: 'Disabled' }];
  await show(tenant({ rules }).exchange);
  await expect.element(check('Mail flow rule')).toHaveTextContent('‘Encrypt out’ would apply ‘Partners’, but is disabled.');
  rules[0] = rule;
  await userEvent.click(page.getByRole('button', { name: 'Check again' }));
  await expect.element(verdict('Visits to the portal are recorded')).toBeVisible();
});

test('hands over what puts a rule right, safely quoted', async () => {
  await show(tenant({ rules: [{ ...rule, Name: "Anna's '; calc", State: 'Disabled' }] }).exchange);
  await userEvent.click(page.getByRole('button', { name: 'PowerShell: Mail flow rule' }));
  await expect.element(page.getByText("Enable-TransportRule -Identity 'Anna''s ''; calc'")).toBeVisible();
  await expect.element(page.getByText('Get-TransportRule | Format-List')).toBeVisible();
});

test('marks a template that a rule applies in vain', async () => {
  await show(tenant({ rules: [rule, { ...rule, Name: 'Old', ApplyRightsProtectionCustomizationTemplate: 'Gone' }] }).exchange);
  await expect.element(check('Mail flow rule')).toHaveTextContent('Needs attention');
  await expect.element(page.getByRole('row', { name: 'Old' })).toHaveTextContent('Does not exist');
});

test('knows nothing without Exchange, says why and shows the commands', async () => {
  await show(undefined);
  await expect.element(verdict('Whether visits are recorded is not known from here')).toBeVisible();
  await expect.element(page.getByText('This portal is not set up to ask Exchange.', { exact: false })).toBeVisible();
  expect(page.getByText('Not known', { exact: true }).elements()).toHaveLength(4);
  await expect.element(check('Tracking')).toHaveTextContent('Set-IRMConfiguration -EnablePortalTrackingLogs $true');
  await expect.element(check('Custom branding template')).toHaveTextContent("New-OMEConfiguration -Identity 'External mail'");
  await expect
    .element(check('Mail flow rule'))
    .toHaveTextContent("New-TransportRule -Name 'Encrypt mail to other organizations'");
  await expect.element(page.getByRole('switch')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Check again' })).not.toBeInTheDocument();
});
