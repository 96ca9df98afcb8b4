// One HTTP request to a Microsoft service: token, time limit, and every failure as an `ApiError`.
// It never retries by itself: whoever asks knows whether asking twice is safe.

import * as z from 'zod/mini';
import { ApiError, type ApiErrorFacts, type ApiErrorKind } from '~/domain/errors';

export type GetToken = () => Promise<string>;

export interface HttpRequest {
  /** For errors: each service has refusals of its own. */
  readonly service: NonNullable<ApiErrorFacts['service']>;
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Beside the token and the content type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** For errors, completing "Could not …": `create the search`. */
  readonly action: string;
}

/** The service takes its time on large pages; past this the connection is taken for lost. */
const timeoutMs = 60_000;

/** Resolves with any answer, 2xx or not; rejects with `ApiError` when there is none, or with the signal's reason when aborted. */
export async function send(
  { service, url, method, headers, body, signal, action }: HttpRequest,
  getToken: GetToken,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const content: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    return await fetch(url, {
      method,
      headers: { ...headers, ...content, Authorization: `Bearer ${await getToken()}` },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof ApiError) throw cause;
    throw new ApiError(timeout.aborted ? 'timeout' : 'offline', { service, action }, { cause });
  }
}

/** The body as JSON that fits the schema; anything else is an `invalid-response`. */
export async function readJson<T>(response: Response, schema: z.ZodMiniType<T>, action: string): Promise<T> {
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw lostOnTheWay(cause, action);
    throw new ApiError('invalid-response', { action, serviceMessage: 'The answer is not JSON.' }, { cause });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError('invalid-response', { action, serviceMessage: z.prettifyError(parsed.error) });
}

/** The error of a body that did not come to its end: given up by whoever asked, out of time, or cut by the network. */
export function lostOnTheWay(cause: unknown, action: string): unknown {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'AbortError') return cause;
  return new ApiError(name === 'TimeoutError' ? 'timeout' : 'offline', { action }, { cause });
}

const errorBody = z.object({
  error: z.object({
    code: z.nullish(z.string()),
    message: z.nullish(z.string()),
    /** Exchange: what is meant for people stands behind the last bar. */
    details: z.nullish(z.array(z.object({ message: z.nullish(z.string()) }))),
    innerError: z.nullish(z.object({ 'request-id': z.nullish(z.string()) })),
  }),
});

export async function toApiError(
  response: Response,
  { service, action }: Pick<HttpRequest, 'service' | 'action'>,
): Promise<ApiError> {
  const body = errorBody.safeParse(await response.json().catch(() => undefined));
  const error = body.data?.error;
  const forPeople = error?.details?.[0]?.message?.split('|').at(-1)?.trim();
  const facts: ApiErrorFacts = {
    service,
    action,
    status: response.status,
    code: error?.code ?? undefined,
    serviceMessage: forPeople || error?.message || undefined,
    requestId: response.headers.get('request-id') ?? error?.innerError?.['request-id'] ?? undefined,
    retryAfterMs: retryAfterMs(response.headers),
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

/** Seconds or an HTTP date, which is by the service's own clock; `undefined` when the service did not say. */
function retryAfterMs(headers: Headers): number | undefined {
  const asked = headers.get('Retry-After');
  if (!asked) return undefined;
  const seconds = Number(asked);
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  const ms = Number.isNaN(seconds) ? Date.parse(asked) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
