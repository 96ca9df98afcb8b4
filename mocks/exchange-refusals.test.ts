// What the Exchange endpoint refuses, by itself and in the scenarios.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createExchangeCaller, exchangeErrorSchema } from './exchange-caller';
import { createMockedServer } from './node';
import { trackedMessageId } from './tenant/messages/message-stories';
import { createMemoryStore } from './tenant-store';

const now = Date.parse('2026-06-30T00:00:00Z');
const { call, refusal } = createExchangeCaller();
let store = createMemoryStore();
let server = createMockedServer();

beforeEach(() => {
  store = createMemoryStore();
  server = createMockedServer({ records: 3_000, now, latency: 0, clock: () => now }, store);
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => server.close());

test.each([
  [
    'an unknown cmdlet',
    'Get-Nonsense',
    {},
    400,
    "The term 'Get-Nonsense' is not recognized as the name of a cmdlet, function, script file, or operable program.",
  ],
  [
    'an unknown parameter',
    'Get-IRMConfiguration',
    { Colour: 1 },
    400,
    "A parameter cannot be found that matches parameter name 'Colour'.",
  ],
  ['a missing parameter', 'Set-OMEMessageRevocation', { Revoke: true }, 400, 'missing mandatory parameters: MessageId'],
  ['two missing parameters', 'Set-OMEMessageRevocation', {}, 400, 'missing mandatory parameters: Revoke MessageId'],
  [
    'text where a Boolean belongs',
    'Set-OMEMessageRevocation',
    { Revoke: 'yes', MessageId: '<a@b>' },
    400,
    'Cannot convert value "yes" to type "System.Boolean"',
  ],
  ['a list where text belongs', 'Get-OMEMessageStatus', { MessageId: ['<a@b>'] }, 400, 'to type "System.String"'],
  ['an unknown message', 'Get-OMEMessageStatus', { MessageId: '<a@b>' }, 404, '"<a@b>" couldn\'t be found'],
  [
    'a Message-ID without brackets',
    'Get-OMEMessageStatus',
    { MessageId: trackedMessageId.slice(1, -1) },
    404,
    "couldn't be found",
  ],
  ['an unknown template', 'Set-OMEConfiguration', { Identity: 'Nobody' }, 404, "object 'Nobody' couldn't be found"],
  [
    'an expiry of the default template',
    'Set-OMEConfiguration',
    { Identity: 'OME Configuration', ExternalMailExpiryInDays: 3 },
    400,
    'default template',
  ],
  [
    'an expiry beyond two years',
    'Set-OMEConfiguration',
    { Identity: 'Contoso branding', ExternalMailExpiryInDays: 731 },
    400,
    'between 0 and 730',
  ],
  [
    'a text that is too long',
    'Set-OMEConfiguration',
    { Identity: 'Contoso branding', PortalText: 'x'.repeat(129) },
    400,
    'maximum length is 128',
  ],
  [
    'a colour that is none',
    'Set-OMEConfiguration',
    { Identity: 'Contoso branding', BackgroundColor: '#12' },
    400,
    "isn't a colour",
  ],
  ['an image that is none', 'Set-OMEConfiguration', { Identity: 'Contoso branding', Image: 'AAAA' }, 400, '.png'],
  ['a template of that name', 'New-OMEConfiguration', { Identity: 'contoso branding' }, 400, 'already exists'],
  [
    'a rule with an unknown template',
    'New-TransportRule',
    { Name: 'a', ApplyRightsProtectionTemplate: 'Encrypt', ApplyRightsProtectionCustomizationTemplate: 'b' },
    404,
    "object 'b'",
  ],
  [
    'branding without encryption',
    'New-TransportRule',
    { Name: 'a', ApplyRightsProtectionCustomizationTemplate: 'Contoso branding' },
    400,
    'only together with',
  ],
  ['a name that is no name of a rule', 'Disable-TransportRule', { Identity: 'undefined' }, 404, "object 'undefined'"],
  ['a date that is none', 'Get-MessageTraceV2', { StartDate: 'soon' }, 400, 'System.DateTime'],
  [
    'an unknown record type',
    'Search-UnifiedAuditLog',
    { StartDate: '2026-06-01', EndDate: '2026-06-02', RecordType: 'Nonsense' },
    400,
    'AuditRecordType',
  ],
  [
    'too many results',
    'Search-UnifiedAuditLog',
    { StartDate: '2026-06-01', EndDate: '2026-06-02', ResultSize: 5_001 },
    400,
    'between 1 and 5000',
  ],
] as const)('refuses %s', async (_, cmdlet, parameters, status, text) => {
  const [answered, words] = await refusal(cmdlet, parameters);
  expect([answered, words]).toEqual([status, expect.stringContaining(text)]);
  expect(await store.changes.list()).toEqual([]);
});

test('a bar in the text for people does not cut it off', async () => {
  expect(await refusal('Set-OMEConfiguration', { Identity: 'a|b' })).toEqual([404, expect.stringContaining("object 'a¦b'")]);
});

test('refuses requests without a token, without a body, with another method or with a link that leads nowhere', async () => {
  expect((await call('Get-IRMConfiguration', {}, { headers: { authorization: '' } })).status).toBe(401);
  expect((await call('Get-IRMConfiguration', {}, { body: '{' })).status).toBe(400);
  expect((await call('Get-IRMConfiguration', {}, { method: 'PUT' })).status).toBe(405);
  const nowhere = 'https://outlook.office365.com/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand?$skiptoken=1';
  expect((await call('Get-IRMConfiguration', {}, {}, nowhere)).status).toBe(400);
});

test('#forbidden in a Message-ID answers 403, always', async () => {
  for (const _ of [1, 2, 3])
    expect((await refusal('Get-OMEMessageStatus', { MessageId: '<#forbidden@contoso.com>' }))[0]).toBe(403);
});

test.each([
  ['#throttled', [429, 404]],
  ['#server-error', [500, 500, 404]],
] as const)('%s in a Message-ID fails and then knows no such message', async (scenario, statuses) => {
  const MessageId = `<1${scenario}@contoso.com>`;
  for (const status of statuses) {
    const response = await call('Get-OMEMessageStatus', { MessageId });
    expect(response.status).toBe(status);
    if (status === 429) expect(response.headers.get('retry-after')).toBe('2');
    exchangeErrorSchema.parse(await response.json());
  }
});

test('#offline in a Message-ID breaks the connection once', async () => {
  const asked = { MessageId: '<#offline@contoso.com>' };
  await expect(call('Get-OMEMessageStatus', asked)).rejects.toThrow(TypeError);
  expect((await call('Get-OMEMessageStatus', asked)).status).toBe(404);
});
