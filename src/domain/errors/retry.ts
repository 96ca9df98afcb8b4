// When to ask a service again, and after how long: the one policy of the product. Whoever asks knows whether asking twice is safe.

import { minuteMs } from '~/lib/time';
import { ApiError, EngineError } from './errors';

/** Tries before somebody who looks at a spinner is told. */
export const triesWhileWatched = 4;
/** Tries before work that goes on by itself gives up: it survives some minutes without the service. */
export const triesUnattended = 15;
/** An answer that cannot be read may have been cut off on its way, but not so often. */
const triesOfUnreadable = 6;

const longestBackOffMs = 30_000;
/** A service whose clock is off may ask for days. */
const longestAskedMs = 10 * minuteMs;

/** A refusal is refused again; only what may pass is worth another try. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ApiError) return error.isTransient;
  return error instanceof EngineError && error.kind === 'bad-page';
}

/** Whether work that goes on by itself tries again after so many failures. */
export function triesAgain(error: unknown, failures: number): boolean {
  const isUnreadable = error instanceof EngineError || (error instanceof ApiError && error.kind === 'invalid-response');
  return isWorthRetrying(error) && failures < (isUnreadable ? triesOfUnreadable : triesUnattended);
}

/**
 * After the first failure 1 s, then 2 s, 4 s … 30 s, of which up to half is left to chance (`random`, 0 to 1), so that clients
 * spread out. What the service asks for counts where it is more.
 */
export function waitBeforeRetry(error: unknown, failures: number, random = Math.random()): number {
  const backOffMs = Math.min(longestBackOffMs, 1000 * 2 ** (failures - 1)) * (1 - random / 2);
  const askedMs = (error instanceof ApiError && error.facts.retryAfterMs) || 0;
  return Math.max(backOffMs, Math.min(longestAskedMs, askedMs));
}
