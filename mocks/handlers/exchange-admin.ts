// Exchange cmdlets over HTTP: `adminapi/beta/{tenant}/InvokeCommand`. A cmdlet runs once; what does not fit on the first page of
// its answer is kept for whoever follows the link, with the same body.

import { type HttpHandler, HttpResponse, http } from 'msw';
import * as z from 'zod/mini';
import type { CmdletAnswer } from '~mocks/cmdlets/cmdlet';
import { findCmdlet } from '~mocks/cmdlets/cmdlets';
import { ExchangeFailure, unknownCmdlet } from '~mocks/cmdlets/failure';
import { exchangeTrouble, retryAfterSeconds } from '~mocks/scenarios';
import { administratorUpn } from '~mocks/tenant/people';
import { createCmdletContexts } from './cmdlet-context';
import { exchangeError, failureResponse } from './exchange-error';
import { hasToken, type MockedApi } from './mocked-api';

const bodySchema = z.object({
  CmdletInput: z.object({
    CmdletName: z.string(),
    Parameters: z.nullish(z.record(z.string(), z.unknown())),
  }),
});

const mostPerPage = 1_000;
/** So many of the latest links lead somewhere. */
const linksKept = 20;

/** What is still to be sent of an answer, so many objects at a time. */
interface Rest extends CmdletAnswer {
  readonly perPage: number;
}

export function createExchangeAdminHandlers(api: MockedApi): HttpHandler[] {
  const address = `${api.exchangeUrl}/adminapi/beta/:tenant/InvokeCommand`;
  const contextFor = createCmdletContexts(api);
  const links = new Map<string, Rest>();
  return [
    http.post(address, async ({ request, params }) => {
      if (!hasToken(request)) return new HttpResponse(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
      const token = new URL(request.url).searchParams.get('$skiptoken');
      const rest = token === null ? undefined : links.get(token);
      const body = bodySchema.safeParse(await request.json().catch(() => undefined));
      if (!body.success || (token !== null && !rest))
        return failureResponse(new ExchangeFailure(400, 'Microsoft.OData.ODataException', 'The request is not valid.'));
      const tenantAddress = `${api.exchangeUrl}/adminapi/beta/${String(params['tenant'])}`;
      if (rest) return page(tenantAddress, rest, links);
      const { CmdletName: name, Parameters } = body.data.CmdletInput;
      const sent = Parameters ?? {};
      const trouble = troubled(api, name, sent);
      if (trouble) return trouble;
      try {
        const cmdlet = findCmdlet(name);
        if (!cmdlet) throw unknownCmdlet(name);
        const answer = await cmdlet.run(sent, await contextFor(callerOf(request)));
        return page(tenantAddress, { ...answer, perPage: perPageOf(request) }, links);
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

function perPageOf(request: Request): number {
  const asked = /odata\.maxpagesize=(\d+)/i.exec(request.headers.get('prefer') ?? '')?.[1];
  return Math.min(mostPerPage, Math.max(1, Number(asked ?? mostPerPage)));
}

/** The first page of what is to be sent, and a link to the rest. */
function page(tenantAddress: string, { value, warnings = [], perPage }: Rest, links: Map<string, Rest>): Response {
  const next = crypto.randomUUID();
  const hasMore = value.length > perPage;
  if (hasMore) links.set(next, { value: value.slice(perPage), warnings, perPage });
  for (const oldest of links.keys()) if (links.size > linksKept) links.delete(oldest);
  return HttpResponse.json(
    {
      '@odata.context': `${tenantAddress}/$metadata#Collection(Exchange.GenericHashTable)`,
      'adminapi.warnings@odata.type': '#Collection(String)',
      '@adminapi.warnings': warnings,
      value: value.slice(0, perPage),
      ...(hasMore ? { '@odata.nextLink': `${tenantAddress}/InvokeCommand?$skiptoken=${next}` } : {}),
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
