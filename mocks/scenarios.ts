// Failures and delays with a name. A search whose display name contains `#name` gets them, so anyone can see them in the portal
// by typing the name into "Search name". What happens depends on the search alone: page n of it always misbehaves the same way.
// Several may be combined.

export const scenarios = {
  throttled:
    'The first two polls, and the first request for the second page and every third page after it, are refused with 429; Retry-After is 2 seconds.',
  forbidden: 'The search cannot be created: 403, the account lacks the permission.',
  unauthorized: 'The search cannot be created: 401, the token has expired.',
  failed: 'The search ends as failed.',
  slow: 'The search stays running for a minute.',
  queued: 'The search waits 45 seconds before it starts.',
  'cut-page': 'The third page (the last one of shorter results) breaks off in the middle of the JSON once.',
  'server-error': 'A page in the middle is answered with 500 and an empty error code, twice.',
  limit: 'The results are cut at 1,000 and isRecordCountLimitExceeded is true.',
  empty: 'The search finds nothing.',
  'bad-records': 'One record in 40 cannot be read: not an object, auditData as text or null, no id, wrong types.',
  offline: 'The connection breaks on the second page (the only one of short results) once.',
  stalled: 'The second page (the only one of short results) stands still half-way once, and never goes on.',
} as const;

export type Scenario = keyof typeof scenarios;

export const slowMs = 60_000;
export const queuedMs = 45_000;
export const limitedTo = 1_000;
export const throttledPolls = 2;
export const retryAfterSeconds = 2;

export function hasScenario(displayName: string | null, scenario: Scenario): boolean {
  return (
    displayName
      ?.toLowerCase()
      .match(/#[a-z-]+/g)
      ?.some((word) => word === `#${scenario}`) ?? false
  );
}

export type ExchangeTrouble = 'forbidden' | 'throttled' | 'server-error' | 'offline';

/**
 * The same names in the Message-ID that a cmdlet is asked about; what follows is the answer about an unknown message. `attempt`
 * counts the requests before this one and is asked for only where a scenario depends on it.
 */
export function exchangeTrouble(messageId: string, attempt: () => number): ExchangeTrouble | undefined {
  if (hasScenario(messageId, 'forbidden')) return 'forbidden';
  if (hasScenario(messageId, 'throttled')) return attempt() < 1 ? 'throttled' : undefined;
  if (hasScenario(messageId, 'server-error')) return attempt() < 2 ? 'server-error' : undefined;
  if (hasScenario(messageId, 'offline')) return attempt() < 1 ? 'offline' : undefined;
  return undefined;
}

export type PageTrouble = 'throttled' | 'cut' | 'stalled' | 'server-error' | 'offline';

/** What goes wrong with the `attempt`-th request (from 0) for a page (from 0) of a search with `pages` pages. */
export function pageTrouble(displayName: string | null, page: number, pages: number, attempt: number): PageTrouble | undefined {
  const once = attempt === 0;
  if (once && page % 3 === 1 && hasScenario(displayName, 'throttled')) return 'throttled';
  if (once && page === Math.min(1, pages - 1) && hasScenario(displayName, 'offline')) return 'offline';
  if (once && page === Math.min(1, pages - 1) && hasScenario(displayName, 'stalled')) return 'stalled';
  if (once && page === Math.min(2, pages - 1) && hasScenario(displayName, 'cut-page')) return 'cut';
  if (attempt < 2 && page === Math.floor(pages / 2) && hasScenario(displayName, 'server-error')) return 'server-error';
  return undefined;
}
