// Exchange cmdlets over HTTP: `adminapi/beta/{tenant}/InvokeCommand`. The page of an answer that is next is asked for with the
// same body at the address of its link.

import { type HttpHandler, HttpResponse, http } from 'msw';
import * as z from 'zod/mini';
import type { CmdletAnswer } from '~mocks/cmdlets/cmdlet';
import { findCmdlet } from '~mocks/cmdlets/cmdlets';
import { ExchangeFailure, unknownCmdlet } from '~mocks/cmdlets/failure';
import { exchangeTrouble, retryAfterSeconds } from '~mocks/scenarios';
import { administratorUpn } from '~mocks/tenant/people';
import { createCmdletContexts } from './cmdlet-context';
import { exchangeError, failureResponse } from './exchange-error';
import type { MockedApi } from './mocked-api';
import { readSkipToken, type SkipToken, writeSkipToken } from './skip-token';

const bodySchema = z.object({
  CmdletInput: z.object({
    CmdletName: z.string(),
    Parameters: z._default(z.nullable(z.record(z.string(), z.unknown())), null),
  }),
});

const mostPerPage = 1_000;

export function createExchangeAdminHandlers(api: MockedApi): HttpHandler[] {
  const address = `${api.exchangeUrl}/adminapi/beta/:tenant/InvokeCommand`;
  const contextFor = createCmdletContexts(api);
  return [
    http.post(address, async ({ request, params }) => {
      if (!/^Bearer \S+/i.test(request.headers.get('authorization') ?? ''))
        return new HttpResponse(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
      const body = bodySchema.safeParse(await request.json().catch(() => undefined));
      const paging = readPaging(request);
      if (!body.success || !paging)
        return failureResponse(new ExchangeFailure(400, 'Microsoft.OData.ODataException', 'The request is not valid.'));
      const { CmdletName: name, Parameters: sent } = body.data.CmdletInput;
      const trouble = troubled(api, name, sent ?? {});
      if (trouble) return trouble;
      try {
        const cmdlet = findCmdlet(name);
        if (!cmdlet) throw unknownCmdlet(name);
        const answer = await cmdlet.run(sent ?? {}, await contextFor(callerOf(request), paging.page === 0));
        return page(`${api.exchangeUrl}/adminapi/beta/${String(params['tenant'])}`, answer, paging);
      } catch (error) {
        if (error instanceof ExchangeFailure) return failureResponse(error);
        throw error;
      }
    }),
    http.all(address, () =>
      HttpResponse.json(
        { error: { code: 'MethodNotAllowed', message: 'Only POST is allowed here.' } },
        { status: 405, headers: { Allow: 'POST' } },
      ),
    ),
  ];
}

/** Any token will do, so whose mailbox the request goes to stands for who it comes from. */
function callerOf(request: Request): string {
  const mailbox = /^UPN:(.+@.+)$/i.exec(request.headers.get('x-anchormailbox') ?? '')?.[1]?.trim();
  return mailbox === undefined || /^SystemMailbox/i.test(mailbox) ? administratorUpn : mailbox.toLowerCase();
}

/** `undefined` for a token that is none of ours. */
function readPaging(request: Request): SkipToken | undefined {
  const token = new URL(request.url).searchParams.get('$skiptoken');
  if (token !== null) return readSkipToken(token);
  const asked = /odata\.maxpagesize=(\d+)/i.exec(request.headers.get('prefer') ?? '')?.[1];
  return { from: 0, page: 0, top: Math.min(mostPerPage, Math.max(1, Number(asked ?? mostPerPage))) };
}

function page(tenantAddress: string, { value, warnings = [] }: CmdletAnswer, { from, page: number, top }: SkipToken): Response {
  const until = from + top;
  const next = writeSkipToken({ from: until, page: number + 1, top });
  return HttpResponse.json(
    {
      '@odata.context': `${tenantAddress}/$metadata#Collection(Exchange.GenericHashTable)`,
      'adminapi.warnings@odata.type': '#Collection(String)',
      '@adminapi.warnings': warnings,
      value: value.slice(from, until),
      ...(until < value.length ? { '@odata.nextLink': `${tenantAddress}/InvokeCommand?$skiptoken=${next}` } : {}),
    },
    { headers: { 'request-id': crypto.randomUUID() } },
  );
}

/** What a scenario in the MessageId makes of the request; `undefined` for nothing. */
function troubled(api: MockedApi, cmdlet: string, sent: Readonly<Record<string, unknown>>): Response | undefined {
  const messageId = Object.entries(sent).find(([name]) => name.toLowerCase() === 'messageid')?.[1];
  if (typeof messageId !== 'string') return undefined;
  switch (exchangeTrouble(messageId, () => api.attempt(`exchange ${cmdlet} ${messageId}`))) {
    case 'forbidden':
      return exchangeError({
        status: 403,
        exception: 'Microsoft.Exchange.Configuration.Authorization.CmdletAccessDeniedException',
        text: `You don't have the permission to run ${cmdlet}.`,
      });
    case 'throttled':
      return exchangeError({
        status: 429,
        exception: 'Microsoft.Exchange.Data.Storage.OverBudgetException',
        text: 'Too many requests.',
        retryAfterSeconds,
      });
    case 'server-error':
      return exchangeError({ status: 500, exception: 'System.Exception', text: 'The server has a problem. Try again later.' });
    case 'offline':
      return HttpResponse.error();
    default:
      return undefined;
  }
}
