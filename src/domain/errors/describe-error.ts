// The only place with words for errors: what failed, with what, what to do next.

import { WriteError } from '~/lib/write-stream';
import { ApiError, type ApiErrorKind, EngineError, type EngineErrorKind } from './errors';

export interface ErrorDescription {
  readonly title: string;
  readonly detail: string;
  /** What the administrator can do; empty when there is nothing but to wait. */
  readonly advice: string;
}

export function describeError(error: unknown): ErrorDescription {
  if (error instanceof ApiError) return describeApiError(error);
  if (error instanceof EngineError) return { ...engineWords[error.kind], detail: error.message };
  if (error instanceof WriteError) {
    return {
      title: 'The file could not be written',
      detail: `The browser said: ${error.message}`,
      advice: 'Nothing of it was kept. Make room, or save it elsewhere.',
    };
  }
  return {
    title: 'Something in Ledgerline failed',
    detail: error instanceof Error ? error.message : String(error),
    advice: 'Reload the page. Searches and their results stay with the service and are not lost.',
  };
}

const apiWords: Record<ApiErrorKind, { reason: string; advice: string }> = {
  offline: { reason: 'The service could not be reached.', advice: 'Check the network connection, then try again.' },
  timeout: { reason: 'The service did not answer in time.', advice: 'Try again in a moment.' },
  stalled: {
    reason: 'The answer began to come, and then nothing more of it for a minute.',
    advice: 'Check the network connection, then try again.',
  },
  unauthorized: { reason: 'The service does not know who is asking.', advice: 'Sign in again.' },
  forbidden: {
    reason: 'This account may not search the audit log.',
    advice:
      'It needs the Audit Logs or View-Only Audit Logs role in Exchange or Purview, and the application needs AuditLogsQuery.Read.All. Roles take up to an hour to apply.',
  },
  'not-found': {
    reason: 'The service does not have it. Searches are kept for 30 days and can be deleted by others.',
    advice: 'Go back to the list of searches, or run the search again.',
  },
  throttled: { reason: 'The service asks for fewer requests.', advice: 'Wait a moment, or delete unfinished searches.' },
  'bad-request': { reason: 'The service refused the search as it stands.', advice: 'Change the criteria, then try again.' },
  'invalid-response': {
    reason: 'The answer was not what the service promises.',
    advice: 'Try again. If it stays, report the request ID.',
  },
  server: { reason: 'The service failed on its side.', advice: 'Try again in a moment.' },
};

const exchangeWords: Partial<typeof apiWords> = {
  forbidden: {
    reason: 'This account may not run the cmdlet.',
    advice: 'It needs an Exchange role that includes it, such as Organization Management. Roles take up to an hour to apply.',
  },
  'not-found': { reason: 'Exchange does not have it.', advice: 'Check what it was asked for, then try again.' },
  throttled: { reason: 'Exchange asks for fewer requests.', advice: 'Wait a moment, then try again.' },
  'bad-request': { reason: 'Exchange refused the cmdlet as it stands.', advice: 'Nothing was changed.' },
};

function describeApiError({ kind, facts }: ApiError): ErrorDescription {
  const words = (facts.service === 'Exchange' && exchangeWords[kind]) || apiWords[kind];
  const said = facts.serviceMessage ? `The service said: ${facts.serviceMessage}` : '';
  const id = facts.requestId ? `Request ID ${facts.requestId}.` : '';
  return {
    title: `Could not ${facts.action}`,
    detail: [words.reason, said, id].filter(Boolean).join(' '),
    advice: words.advice,
  };
}

const engineWords: Record<EngineErrorKind, { title: string; advice: string }> = {
  'bad-page': { title: 'A page of records could not be read', advice: 'It is fetched again.' },
  'not-an-audit-log': {
    title: 'This is not an audit log Ledgerline can read',
    advice:
      'Open a CSV exported from Purview Audit, CSV or JSON made with Search-UnifiedAuditLog, Microsoft Graph or the Management Activity API, or the XML of a mailbox audit log search.',
  },
  'file-changed': { title: 'The file changed while it was read', advice: 'Open it again to see what it holds now.' },
  'out-of-memory': { title: 'This browser ran out of memory', advice: 'Close other tabs, or narrow the search.' },
  crashed: { title: 'The part that holds the records stopped', advice: 'Open the results again; the search itself is not lost.' },
};
