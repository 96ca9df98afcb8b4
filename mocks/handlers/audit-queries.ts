// `security/auditLog/queries`: submit, list, look at and delete searches.
// https://learn.microsoft.com/graph/api/resources/security-auditlogquery

import { type HttpHandler, HttpResponse, http } from 'msw';
import { hasScenario, retryAfterSeconds, throttledPolls } from '~mocks/scenarios';
import type { SearchState } from '~mocks/searches';
import { badRequest, graphError, graphHeaders, graphJson, methodNotAllowed, notFound, refusal, throttled } from './graph-error';
import { type MockedApi, type Version, versions } from './mocked-api';
import { type QueryBody, readQueryBody } from './query-body';
import { readPaging, writeSkipToken } from './skip-token';

const listTop = 100;

export function createAuditQueryHandlers(api: MockedApi): HttpHandler[] {
  return versions.flatMap((version) => {
    const collection = `${api.baseUrl}/${version}/security/auditLog/queries`;
    return [
      http.post(collection, ({ request }) => submit(api, version, request)),
      http.get(collection, ({ request }) => list(api, version, collection, request)),
      http.all(collection, ({ request }) => refusal(request) ?? methodNotAllowed(request)),
      http.get(`${collection}/:id`, ({ request, params }) => poll(api, version, request, String(params['id']))),
      http.delete(`${collection}/:id`, async ({ request, params }) => {
        const id = String(params['id']);
        const refused = refusal(request);
        if (refused) return refused;
        return (await api.searches.remove(id))
          ? new HttpResponse(null, { status: 204, headers: graphHeaders(request) })
          : notFound(request, id);
      }),
      http.all(`${collection}/:id`, ({ request }) => refusal(request) ?? methodNotAllowed(request)),
    ];
  });
}

async function submit(api: MockedApi, version: Version, request: Request): Promise<Response> {
  const refused = refusal(request);
  if (refused) return refused;
  const body = readQueryBody(await request.json().catch(() => undefined));
  if (!body) return badRequest(request);
  if (hasScenario(body.displayName, 'unauthorized')) {
    return graphError(request, {
      status: 401,
      code: 'InvalidAuthenticationToken',
      message: 'Lifetime validation failed, the token is expired.',
    });
  }
  if (hasScenario(body.displayName, 'forbidden')) {
    return graphError(request, {
      status: 403,
      code: 'Forbidden',
      message: 'The caller needs AuditLogsQuery.Read.All and an audit role.',
    });
  }
  const submitted = await api.searches.submit(body);
  if (submitted === 'too-many-unfinished') return throttled(request, 10, 'Too many searches are queued or running.');
  if (submitted === 'too-many-submissions')
    return throttled(request, 3_600, 'Too many searches were submitted in the last 24 hours.');
  return graphJson(request, { '@odata.context': entityContext(api, version), ...searchJson(submitted, version) }, 201);
}

async function list(api: MockedApi, version: Version, collection: string, request: Request): Promise<Response> {
  const refused = refusal(request);
  if (refused) return refused;
  const paging = readPaging(new URL(request.url), listTop);
  if (!paging) return badRequest(request);
  const states = await api.searches.list();
  const { from, page, top } = paging;
  const until = from + top;
  const next =
    until < states.length
      ? { '@odata.nextLink': `${collection}?$skiptoken=${writeSkipToken({ from: until, page: page + 1, top })}` }
      : {};
  const value = states.slice(from, until).map((state) => searchJson(state, version));
  return graphJson(request, { '@odata.context': collectionContext(api, version), ...next, value });
}

async function poll(api: MockedApi, version: Version, request: Request, id: string): Promise<Response> {
  const refused = refusal(request);
  if (refused) return refused;
  const state = await api.searches.get(id);
  if (!state) return notFound(request, id);
  if (hasScenario(state.search.body.displayName, 'throttled') && api.attempt(`poll ${id}`) < throttledPolls) {
    return throttled(request, retryAfterSeconds, 'Too many requests.');
  }
  return graphJson(request, { '@odata.context': entityContext(api, version), ...searchJson(state, version) });
}

function searchJson({ search, status, found, limit }: SearchState, version: Version): Record<string, unknown> {
  const { serviceFilters, ...filters }: QueryBody = search.body;
  return {
    id: search.id,
    ...filters,
    // The two versions spell it differently; beta takes and gives one service as text.
    ...(version === 'beta' ? { serviceFilter: serviceFilters === null ? null : serviceFilters.join(',') } : { serviceFilters }),
    status,
    approximateReturnedRecordCount: status === 'succeeded' ? found : 0,
    recordCountLimit: limit,
    isRecordCountLimitExceeded: status === 'succeeded' && found > limit,
  };
}

function collectionContext(api: MockedApi, version: Version): string {
  return `${api.baseUrl}/${version}/$metadata#security/auditLog/queries`;
}

function entityContext(api: MockedApi, version: Version): string {
  return `${collectionContext(api, version)}/$entity`;
}
