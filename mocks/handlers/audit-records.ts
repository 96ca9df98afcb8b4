// `security/auditLog/queries/{id}/records`: the pages of a search that has succeeded.

import { type HttpHandler, HttpResponse, http } from 'msw';
import { hasScenario, pageTrouble, retryAfterSeconds } from '~mocks/scenarios';
import type { SearchState } from '~mocks/searches';
import { mix } from '~mocks/tenant/random';
import {
  badRequest,
  graphContentType,
  graphError,
  graphHeaders,
  methodNotAllowed,
  notFound,
  refusal,
  throttled,
} from './graph-error';
import { type MockedApi, versions } from './mocked-api';
import { defaultTop, readPaging, type SkipToken, writeSkipToken } from './skip-token';

export function createAuditRecordHandlers(api: MockedApi): HttpHandler[] {
  return versions.flatMap((version) => {
    const address = `${api.baseUrl}/${version}/security/auditLog/queries/:id/records`;
    return [
      http.get(address, async ({ request, params }) => {
        const id = String(params['id']);
        const refused = refusal(request);
        if (refused) return refused;
        const state = await api.searches.get(id);
        if (!state) return notFound(request, id);
        if (state.status !== 'succeeded')
          return badRequest(request, `Records can be read once the query has succeeded; its status is ${state.status}.`);
        const paging = readPaging(new URL(request.url), defaultTop);
        if (!paging) return badRequest(request);
        return sendPage(
          api,
          address.replace(':id', state.search.id),
          `${api.baseUrl}/${version}/$metadata`,
          request,
          state,
          paging,
        );
      }),
      http.all(address, ({ request }) => refusal(request) ?? methodNotAllowed(request)),
    ];
  });
}

async function sendPage(
  api: MockedApi,
  address: string,
  metadata: string,
  request: Request,
  state: SearchState,
  paging: SkipToken,
): Promise<Response> {
  const { search, available } = state;
  const { displayName } = search.body;
  const { from, page, top } = paging;
  const trouble = pageTrouble(displayName, page, pageCount(state, top), api.attempt(`page ${search.id} ${page} ${top}`));
  if (trouble === 'throttled') return throttled(request, retryAfterSeconds, 'Too many requests.');
  if (trouble === 'server-error') return graphError(request, { status: 500, code: '', message: '' });
  if (trouble === 'offline') return HttpResponse.error();

  const first = from - repeated(search.id, from, top);
  const until = Math.min(first + top, available);
  const next =
    until < available
      ? `"@odata.nextLink":${JSON.stringify(`${address}?$skiptoken=${writeSkipToken({ from: until, page: page + 1, top })}`)},`
      : '';
  const context = JSON.stringify(`${metadata}#security/auditLog/queries('${search.id}')/records`);
  const bytes = await api.reader.page(api.searches.scope(search), {
    from: first,
    to: until,
    head: `{"@odata.context":${context},${next}"value":[`,
    tail: ']}',
    unreadable: hasScenario(displayName, 'bad-records'),
  });
  const part = bytes.slice(0, Math.floor(bytes.length * 0.6));
  return new HttpResponse(trouble === 'cut' ? part : trouble === 'stalled' ? standingStill(part) : bytes, {
    headers: { ...graphHeaders(request), 'Content-Type': graphContentType, 'OData-Version': '4.0' },
  });
}

/** Bytes after which no more come, and no end either. */
function standingStill(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(bytes) });
}

/** Now and then a page begins with records that ended the page before, as happens with the service. */
function repeated(id: string, from: number, top: number): number {
  if (from === 0 || top < 10) return 0;
  const chance = mix(Number.parseInt(id.slice(0, 8), 16), from);
  return chance % 4 === 0 ? 1 + ((chance >>> 8) % 3) : 0;
}

/** As many pages as the search has with this page length, repeated records included. */
function pageCount({ search, available }: SearchState, top: number): number {
  let pages = 0;
  for (let from = 0; from < available; pages++) from += top - repeated(search.id, from, top);
  return Math.max(1, pages);
}
