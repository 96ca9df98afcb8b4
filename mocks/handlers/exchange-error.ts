// Errors of the Exchange endpoint. What is meant for people stands behind the last bar of the first detail.

import { HttpResponse } from 'msw';
import type { ExchangeFailure } from '~mocks/cmdlets/failure';

const codes = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  429: 'TooManyRequests',
  500: 'InternalServerError',
} as const;

export interface ExchangeErrorOptions {
  readonly status: keyof typeof codes;
  readonly exception: string;
  readonly text: string;
  readonly retryAfterSeconds?: number;
}

export function exchangeError({ status, exception, text, retryAfterSeconds }: ExchangeErrorOptions): Response {
  const message = `Error executing request. ${text}`;
  // A subject may hold the very character that separates the text for people from what stands before it.
  const detail = `Ex6F9304|${exception}|${text.replaceAll('|', '¦')}`;
  return HttpResponse.json(
    {
      error: {
        code: codes[status],
        message,
        details: [{ code: 'Context', target: '', message: detail }],
        innererror: {
          message,
          type: 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException',
        },
      },
    },
    {
      status,
      headers: {
        'request-id': crypto.randomUUID(),
        ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
      },
    },
  );
}

export function failureResponse({ status, exception, message }: ExchangeFailure): Response {
  return exchangeError({ status, exception, text: message });
}
