import { expect, test } from 'vitest';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import { noEdit, withAction } from '~/domain/mailbox-auditing/mailbox-changes';
import { planChanges } from '~/domain/mailbox-auditing/mailbox-plan';
import { type ApplyState, startApplyRun } from './apply-run';
import { sampleMailbox, sampleTenant } from './sample-tenant.fixture';

const login = withAction(noEdit, 'today', { logon: 'Owner', action: 'MailboxLogin', isOn: true });
const mailboxes = ['ada', 'bob', 'cy', 'dee', 'eve'].map((name) => sampleMailbox({ name }));

async function run(exchange: ExchangeAdmin, cancelAtOnce = false) {
  const read: string[] = [];
  const waits: number[] = [];
  let isComplete: boolean | undefined;
  const { groups } = planChanges(mailboxes, login, 'today');
  const last = await new Promise<ApplyState>((resolve) => {
    const started = startApplyRun(exchange, {
      groups,
      sleep: async (ms) => void waits.push(ms),
      onRead: (found) => read.push(...found.map(({ name }) => name)),
      onDone(isAll) {
        isComplete = isAll;
        resolve(started.state.get());
      },
    });
    if (cancelAtOnce) started.cancel();
  });
  return { read, isComplete, waits, kinds: last.mailboxes.map(({ status }) => status.kind) };
}

test('every mailbox is changed and read back', async () => {
  const { exchange } = sampleTenant(mailboxes);
  expect(await run(exchange)).toEqual({
    waits: [],
    read: ['ada', 'bob', 'cy', 'dee', 'eve'],
    isComplete: true,
    kinds: Array.from({ length: 5 }, () => 'verified'),
  });
});

test('one that is refused stops no other, and is read all the same', async () => {
  const { exchange, refuse } = sampleTenant(mailboxes);
  refuse('Set-Mailbox', 'bob@contoso.com');
  const { kinds, read, isComplete } = await run(exchange);
  expect(kinds).toEqual(['verified', 'failed', 'verified', 'verified', 'verified']);
  expect(read).toContain('bob');
  expect(isComplete).toBe(false);
});

test('tells what reads otherwise than wanted, and what cannot be read', async () => {
  const { exchange, refuse, ignore } = sampleTenant(mailboxes);
  ignore('ada@contoso.com');
  refuse('Get-Mailbox', 'cy@contoso.com');
  expect((await run(exchange)).kinds).toEqual(['differs', 'verified', 'unread', 'verified', 'verified']);
});

test('given up, it finishes what is in hand and starts nothing more', async () => {
  const { exchange } = sampleTenant(mailboxes);
  expect((await run(exchange, true)).kinds).toEqual(['verified', 'verified', 'verified', 'waiting', 'waiting']);
});

test('waits as long as it is asked to', async () => {
  const { exchange } = sampleTenant(mailboxes);
  let refusals = 0;
  const busy: ExchangeAdmin = {
    run(command, output, options) {
      if (command.cmdlet === 'Set-Mailbox' && refusals++ < 2) throw new ApiError('throttled', { action: '', retryAfterMs: 7000 });
      return exchange.run(command, output, options);
    },
  };
  expect(await run(busy)).toMatchObject({ isComplete: true, waits: [7000, 7000] });
});
