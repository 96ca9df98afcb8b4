// Errors and headers the way Microsoft Graph sends them.

import { HttpResponse } from 'msw';
import { hasToken } from './mocked-api';

export interface GraphErrorOptions {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

/** `client-request-id` is the caller's own, else the request's. */
export function graphHeaders(request: Request): Record<string, string> {
  const requestId = crypto.randomUUID();
  return {
    'request-id': requestId,
    'client-request-id': request.headers.get('client-request-id') ?? requestId,
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Mocked","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"MOCK"}}',
  };
}

export function graphError(request: Request, { status, code, message, retryAfterSeconds }: GraphErrorOptions): Response {
  const headers = graphHeaders(request);
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': headers['request-id'],
    'client-request-id': headers['client-request-id'],
  };
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  return HttpResponse.json({ error: { code, message, innerError } }, { status, headers });
}

export function graphJson(request: Request, body: object, status = 200): Response {
  return HttpResponse.json(body, {
    status,
    headers: { ...graphHeaders(request), 'Content-Type': graphContentType, 'OData-Version': '4.0' },
  });
}

export const graphContentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export function badRequest(request: Request, message = 'Invalid request data'): Response {
  return graphError(request, { status: 400, code: 'BadRequest', message });
}

export function notFound(request: Request, id: string): Response {
  return graphError(request, {
    status: 404,
    code: 'ResourceNotFound',
    message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  });
}

export function methodNotAllowed(request: Request): Response {
  return graphError(request, {
    status: 405,
    code: 'Request_BadRequest',
    message: `Specified HTTP method is not allowed for the request target: ${request.method}.`,
  });
}

export function throttled(request: Request, retryAfterSeconds: number, message: string): Response {
  return graphError(request, { status: 429, code: 'TooManyRequests', message, retryAfterSeconds });
}

/** The 401 for a request without a bearer token; `undefined` when it has one. */
export function refusal(request: Request): Response | undefined {
  if (hasToken(request)) return undefined;
  return graphError(request, { status: 401, code: 'InvalidAuthenticationToken', message: 'Access token is empty.' });
}
