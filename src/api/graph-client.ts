// Microsoft Graph over HTTP: address, token, time limit, and every failure as an `ApiError`.
// It never retries by itself: whoever asks knows whether asking twice is safe.

import * as z from 'zod/mini';
import { ApiError, type ApiErrorFacts, type ApiErrorKind } from '~/domain/errors';
import type { Config } from './config';

export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below the version, starting with `/`; or a whole address the service gave, such as a nextLink. */
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** For errors, completing "Could not …": `create the search`. */
  readonly action: string;
}

export interface GraphClient {
  /** Resolves for a 2xx answer only; rejects with `ApiError`, or with the signal's reason when aborted. */
  request(request: GraphRequest): Promise<Response>;
}

/** The service takes its time on large pages; past this the connection is taken for lost. */
const timeoutMs = 60_000;

export function createGraphClient(
  config: Pick<Config, 'graphUrl' | 'graphVersion'>,
  getToken: () => Promise<string>,
): GraphClient {
  let version: string = config.graphVersion;

  const address = (path: string) =>
    path.startsWith('/') ? `${config.graphUrl}/${version}${path}` : sameOrigin(path, config.graphUrl);

  async function send({ method = 'GET', path, body, signal, action }: GraphRequest): Promise<Response> {
    const url = address(path);
    const timeout = AbortSignal.timeout(timeoutMs);
    const headers: Record<string, string> = {
      Authorization: `Bearer ${await getToken()}`,
      'client-request-id': crypto.randomUUID(),
    };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      return await fetch(url, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw new ApiError(timeout.aborted ? 'timeout' : 'offline', { action }, { cause });
    }
  }

  return {
    async request(request) {
      let response = await send(request);
      // Some tenants are not served on v1.0 and say 404 to the collection itself; beta has the same contract.
      if (response.status === 404 && version === 'v1.0' && /\/queries(\?|$)/.test(request.path)) {
        version = 'beta';
        response = await send(request);
      }
      if (!response.ok) throw await toApiError(response, request.action);
      return response;
    },
  };
}

/** A token must never follow a link to somebody else's server. */
function sameOrigin(link: string, graphUrl: string): string {
  if (URL.canParse(link) && new URL(link).origin === new URL(graphUrl).origin) return link;
  throw new ApiError('invalid-response', {
    action: 'read the next page',
    serviceMessage: `The next page is said to be at ${link}.`,
  });
}

const errorBody = z.object({
  error: z.object({
    code: z.nullish(z.string()),
    message: z.nullish(z.string()),
    innerError: z.nullish(z.object({ 'request-id': z.nullish(z.string()) })),
  }),
});

async function toApiError(response: Response, action: string): Promise<ApiError> {
  const body = errorBody.safeParse(await response.json().catch(() => undefined));
  const error = body.data?.error;
  const facts: ApiErrorFacts = {
    action,
    status: response.status,
    code: error?.code ?? undefined,
    serviceMessage: error?.message || undefined,
    requestId: response.headers.get('request-id') ?? error?.innerError?.['request-id'] ?? undefined,
    retryAfterMs: retryAfterMs(response.headers.get('Retry-After')),
  };
  return new ApiError(kindOf(response.status), facts);
}

function kindOf(status: number): ApiErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'throttled';
  return status < 500 ? 'bad-request' : 'server';
}

/** Seconds or an HTTP date; `undefined` when the service did not say. */
function retryAfterMs(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
