// One HTTP request to a Microsoft service: token, time limit, and every failure as an `ApiError`.
// It never retries by itself: whoever asks knows whether asking twice is safe.

import * as z from 'zod/mini';
import { ApiError, type ApiErrorFacts, type ApiErrorKind } from '~/domain/errors/errors';

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

/** The service takes its time on large pages; when nothing comes for so long, the connection is taken for lost. */
const silenceMs = 60_000;

/**
 * Resolves with any answer, 2xx or not, as soon as it begins; rejects with `ApiError` when there is none, or with the signal's
 * reason when aborted. The signal goes on to stop the body.
 */
export async function send(
  { service, url, method, headers, body, signal, action }: HttpRequest,
  getToken: GetToken,
): Promise<Response> {
  const content: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const authorization = `Bearer ${await getToken()}`;
    timer = setTimeout(() => silence.abort(), silenceMs);
    return await fetch(url, {
      method,
      headers: { ...headers, ...content, Authorization: authorization },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof ApiError) throw cause;
    throw new ApiError(silence.signal.aborted ? 'timeout' : 'offline', { service, action }, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** What a body is the answer to. */
export type Asked = Pick<HttpRequest, 'action' | 'signal'> & Partial<Pick<HttpRequest, 'service'>>;

/**
 * The whole body, however long it takes, as long as it goes on coming. Rejects with `ApiError` when it breaks off or stands
 * still, or with the signal's reason when aborted.
 */
export async function readBytes(response: Response, { service, action, signal }: Asked): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  // A read that waits ends with that.
  const stop = () => void reader?.cancel().catch(() => {});
  let isSilent = false;
  signal?.addEventListener('abort', stop);
  try {
    while (reader) {
      const timer = setTimeout(() => {
        isSilent = true;
        stop();
      }, silenceMs);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) break;
      chunks.push(value);
    }
  } catch (cause) {
    if (!signal?.aborted) throw new ApiError('offline', { service, action }, { cause });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  signal?.throwIfAborted();
  if (isSilent) throw new ApiError('stalled', { service, action });
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return bytes;
}

/** The body as JSON that fits the schema; a whole body that does not is an `invalid-response`. */
export async function readJson<T>(response: Response, schema: z.ZodMiniType<T>, asked: Asked): Promise<T> {
  const { service, action } = asked;
  const bytes = await readBytes(response, asked);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ApiError('invalid-response', { service, action, serviceMessage: 'The answer is not JSON.' }, { cause });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError('invalid-response', { service, action, serviceMessage: z.prettifyError(parsed.error) });
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

/** What a refusal says of itself; its status alone where it says nothing that can be read. */
export async function toApiError(response: Response, asked: Asked): Promise<ApiError> {
  const { service, action, signal } = asked;
  const body = await readJson(response, errorBody, asked).catch(() => undefined);
  signal?.throwIfAborted();
  const error = body?.error;
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
