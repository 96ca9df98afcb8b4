// The client against Exchange's endpoint as other tools describe it: cmdlets in, what they print out, words for people behind bars.

import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describeError } from '~/domain/errors/describe-error';
import { ApiError } from '~/domain/errors/errors';
import { createExchangeAdmin } from './exchange-admin';
import {
  brandingTemplatesQuery,
  mailFlowRulesQuery,
  messageStatusQuery,
  portalTrackingQuery,
  revoke,
  switchPortalTracking,
} from './message-encryption';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const url = 'https://outlook.office365.com';
const exchange = createExchangeAdmin({ url, organization: 'contoso.onmicrosoft.com' }, 'ada@contoso.com', async () => 'token');
const signal = AbortSignal.timeout(60_000);
const messageId = '<a1@contoso.com>';

/** Exchange that answers every cmdlet with `objects`; keeps what it was asked. */
function exchangeAnswers(...objects: readonly object[]) {
  const asked: { body: unknown; headers: Headers }[] = [];
  server.use(
    http.post(`${url}/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand`, async ({ request }) => {
      asked.push({ body: await request.json(), headers: request.headers });
      return HttpResponse.json({ '@adminapi.warnings': [], value: objects });
    }),
  );
  return asked;
}

/** Calls a query the way React Query does. */
function run<Value>({ queryFn }: { queryFn?: unknown }): Promise<Value> {
  if (typeof queryFn !== 'function') throw new Error('these options have no query function');
  return queryFn({ signal });
}

async function refusal(asked: Promise<unknown>): Promise<ApiError> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`expected an ApiError, not ${String(error)}`);
}

test('asks by cmdlet, as somebody', async () => {
  const asked = exchangeAnswers({ EnablePortalTrackingLogs: true });
  expect(await run(portalTrackingQuery(exchange))).toBe(true);
  expect(asked[0]?.body).toEqual({ CmdletInput: { CmdletName: 'Get-IRMConfiguration', Parameters: {} } });
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer token');
  expect(asked[0]?.headers.get('x-anchormailbox')).toBe('UPN:ada@contoso.com');
});

test('switches tracking with a Boolean', async () => {
  const asked = exchangeAnswers();
  await switchPortalTracking(exchange, false);
  expect(asked[0]?.body).toEqual({
    CmdletInput: { CmdletName: 'Set-IRMConfiguration', Parameters: { EnablePortalTrackingLogs: false } },
  });
});

test('no IRM configuration is not the same as tracking that is off', async () => {
  exchangeAnswers();
  expect(await refusal(run(portalTrackingQuery(exchange)))).toMatchObject({ kind: 'invalid-response' });
});

test('reads the status of a message', async () => {
  const asked = exchangeAnswers({ Subject: 'Offer', IsRevocable: true, Revoked: false });
  expect(await run(messageStatusQuery(exchange, messageId))).toEqual({ subject: 'Offer', isRevocable: true, isRevoked: false });
  expect(asked[0]?.body).toEqual({ CmdletInput: { CmdletName: 'Get-OMEMessageStatus', Parameters: { MessageId: messageId } } });
});

test('a message nobody knows is not found', async () => {
  exchangeAnswers();
  expect(await refusal(run(messageStatusQuery(exchange, messageId)))).toMatchObject({ kind: 'not-found' });
});

test('revokes by Message-ID', async () => {
  const asked = exchangeAnswers();
  await revoke(exchange, messageId);
  expect(asked[0]?.body).toEqual({
    CmdletInput: { CmdletName: 'Set-OMEMessageRevocation', Parameters: { Revoke: true, MessageId: messageId } },
  });
});

test('says what Exchange said when it refuses', async () => {
  server.use(
    http.post(`${url}/*`, () =>
      HttpResponse.json(
        {
          error: {
            code: 'NotFound',
            message: 'Error executing cmdlet',
            details: [{ code: 'Context', message: 'Ex6F9304|Microsoft.Exchange.NotFoundException|The message was not found.' }],
          },
        },
        { status: 404 },
      ),
    ),
  );
  const error = await refusal(revoke(exchange, messageId));
  expect(error.kind).toBe('not-found');
  expect(describeError(error)).toMatchObject({
    title: 'Could not revoke the message',
    detail: expect.stringContaining('The service said: The message was not found.'),
  });
});

test('reads templates: the default one by its name, expiry in days', async () => {
  const rest = { OTPEnabled: true, SocialIdSignIn: false };
  exchangeAnswers(
    { Identity: 'OME Configuration', ...rest, ExternalMailExpiryInterval: '00:00:00' },
    { Identity: 'Partners', ...rest, ExternalMailExpiryInterval: '7.00:00:00' },
    { Identity: 'Legal', ...rest, ExternalMailExpiryInterval: null },
    { Identity: 'Long', ...rest, ExternalMailExpiryInterval: '730.00:00:00' },
  );
  expect(await run(brandingTemplatesQuery(exchange))).toEqual([
    { name: 'OME Configuration', isDefault: true, allowsPasscode: true, allowsSocialSignIn: false, expiresAfterDays: 0 },
    { name: 'Partners', isDefault: false, allowsPasscode: true, allowsSocialSignIn: false, expiresAfterDays: 7 },
    { name: 'Legal', isDefault: false, allowsPasscode: true, allowsSocialSignIn: false, expiresAfterDays: 0 },
    { name: 'Long', isDefault: false, allowsPasscode: true, allowsSocialSignIn: false, expiresAfterDays: 730 },
  ]);
});

test('reads rules: which brand mail, which are off, which are only tried out', async () => {
  const applies = { ApplyRightsProtectionCustomizationTemplate: 'Partners' };
  exchangeAnswers(
    { Name: 'On', State: 'Enabled', Mode: 'Enforce', Description: 'If the message leaves', ...applies },
    { Name: 'Off', State: 'Disabled', Mode: 'Enforce', Description: null, ...applies },
    { Name: 'Trial', State: 'Enabled', Mode: 'AuditAndNotify', ...applies },
    { Name: 'Other', State: 'Enabled', ApplyRightsProtectionCustomizationTemplate: '' },
  );
  expect(await run(mailFlowRulesQuery(exchange))).toEqual([
    { name: 'On', isEnabled: true, isTesting: false, template: 'Partners', description: 'If the message leaves' },
    { name: 'Off', isEnabled: false, isTesting: false, template: 'Partners', description: '' },
    { name: 'Trial', isEnabled: true, isTesting: true, template: 'Partners', description: '' },
    { name: 'Other', isEnabled: true, isTesting: false, template: undefined, description: '' },
  ]);
});

test('follows pages, but only to the address it was given', async () => {
  const rule = { Name: 'On', State: 'Enabled' };
  server.use(
    http.post(`${url}/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand`, ({ request }) =>
      new URL(request.url).searchParams.has('page')
        ? HttpResponse.json({ value: [rule] })
        : HttpResponse.json({ value: [rule], '@odata.nextLink': `${request.url}?page=2` }),
    ),
  );
  expect(await run(mailFlowRulesQuery(exchange))).toHaveLength(2);
  server.use(
    http.post(`${url}/*`, () => HttpResponse.json({ value: [rule], '@odata.nextLink': 'https://elsewhere.example/page' })),
  );
  expect(await refusal(run(mailFlowRulesQuery(exchange)))).toMatchObject({ kind: 'invalid-response' });
});

test('an answer of another shape is not taken', async () => {
  exchangeAnswers({ Name: 'On' });
  expect(await refusal(run(mailFlowRulesQuery(exchange)))).toMatchObject({ kind: 'invalid-response' });
});
