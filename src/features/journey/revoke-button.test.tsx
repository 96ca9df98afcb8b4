import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as z from 'zod/mini';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import { type Command, commandLine } from '~/domain/exchange/command';
import { messageId, subject } from './example-journey.fixture';
import { RevokeButton } from './revoke-button';

interface Fake {
  isRevocable?: boolean;
  isRevoked?: boolean;
  /** What Exchange says instead of revoking. */
  refusal?: string;
}

/** Exchange as far as revoking goes. */
function fakeExchange(state: Fake = {}) {
  const ran: string[] = [];
  const answer = ({ cmdlet }: Command, action: string): unknown[] => {
    if (cmdlet === 'Get-OMEMessageStatus') {
      return [{ Subject: subject, IsRevocable: state.isRevocable ?? true, Revoked: state.isRevoked ?? false }];
    }
    if (state.refusal) throw new ApiError('bad-request', { action, serviceMessage: state.refusal });
    state.isRevoked = true;
    return [];
  };
  const exchange: ExchangeAdmin = {
    async run(command, output, { action }) {
      ran.push(commandLine(command));
      return answer(command, action).map((value) => z.parse(output, value));
    },
  };
  return { exchange, ran };
}

const statusLine = `Get-OMEMessageStatus -MessageId '${messageId}'`;
const revokeLine = `Set-OMEMessageRevocation -Revoke $true -MessageId '${messageId}'`;

async function open(exchange: ExchangeAdmin | undefined) {
  const onRevoked = vi.fn();
  await render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <RevokeButton
          messageId={messageId}
          subject={subject}
          recipients={['jordan@fabrikam.com', 'lucia.rossi@gmail.com']}
          areRecipientsKnown
          exchange={exchange}
          onRevoked={onRevoked}
        />
      </QueryClientProvider>
    </FluentProvider>,
  );
  await page.getByRole('button', { name: 'Revoke message' }).click();
  return onRevoked;
}

const dialog = () => page.getByRole('dialog', { name: 'Revoke message' });
const confirm = () => dialog().getByRole('button', { name: 'Revoke message' });

test('asks for the status, revokes what it named, and reads the status again', async () => {
  const { exchange, ran } = fakeExchange();
  const onRevoked = await open(exchange);
  await expect.element(dialog().getByText('It can be revoked')).toBeVisible();
  await expect.element(dialog()).toHaveTextContent(`‘${subject}’, sent to jordan@fabrikam.com, lucia.rossi@gmail.com`);
  await confirm().click();
  await expect
    .element(dialog().getByRole('status').first())
    .toHaveTextContent('Search again in a while to see refused visits and the audited cmdlet.');
  await expect.element(confirm()).not.toBeInTheDocument();
  expect(ran).toEqual([statusLine, revokeLine, statusLine]);
  expect(onRevoked).toHaveBeenCalledOnce();
});

test('a message that is not revocable is not offered to be', async () => {
  const { exchange, ran } = fakeExchange({ isRevocable: false });
  await open(exchange);
  await expect.element(dialog().getByText('It cannot be revoked')).toBeVisible();
  await expect.element(confirm()).not.toBeInTheDocument();
  expect(ran).toEqual([statusLine]);
});

test('a message that is revoked already says so', async () => {
  await open(fakeExchange({ isRevoked: true }).exchange);
  await expect.element(dialog().getByText('It is revoked already')).toBeVisible();
  await expect.element(confirm()).not.toBeInTheDocument();
});

test('a refusal is shown in Exchange’s own words and can be tried again', async () => {
  const state: Fake = { refusal: 'The message was not found in the sender mailbox.' };
  await open(fakeExchange(state).exchange);
  await confirm().click();
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('The message was not found in the sender mailbox.');
  delete state.refusal;
  await confirm().click();
  await expect.element(dialog().getByText('Revoked', { exact: true })).toBeVisible();
});

test('without Exchange the PowerShell is handed over', async () => {
  await open(undefined);
  await expect.element(dialog()).toHaveTextContent('A browser may not run Exchange cmdlets in a real tenant.');
  const script = dialog().getByRole('region', { name: 'PowerShell that revokes it' });
  await expect.element(script).toHaveTextContent('Run Connect-ExchangeOnline first.');
  const text = script.element().textContent ?? '';
  expect(text.split('\n').filter((line) => /^[A-Z]\w+-/.test(line))).toEqual([statusLine, revokeLine, statusLine]);
  await expect.element(script.getByRole('button', { name: 'Copy PowerShell that revokes it' })).toBeVisible();
  await expect.element(confirm()).not.toBeInTheDocument();
});
