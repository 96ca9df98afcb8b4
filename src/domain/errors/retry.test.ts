import { expect, test } from 'vitest';
import { ApiError, EngineError } from './errors';
import { isWorthRetrying, triesAgain, triesUnattended, waitBeforeRetry } from './retry';

const throttled = (retryAfterMs?: number) => new ApiError('throttled', { action: 'read', status: 429, retryAfterMs });

test('waits ever longer, and spreads clients out', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((failures) => waitBeforeRetry(throttled(), failures, 0))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
  expect(waitBeforeRetry(throttled(), 2, 1)).toBe(1000);
});

test('waits as long as the service asks, but neither not at all nor for ever', () => {
  expect(waitBeforeRetry(throttled(12_000), 1, 0)).toBe(12_000);
  expect([0, -5].map((ms) => waitBeforeRetry(throttled(ms), 3, 0))).toEqual([4000, 4000]);
  expect(waitBeforeRetry(throttled(7 * 86_400_000), 1, 0)).toBe(600_000);
});

test('survives two minutes without the service, however chance falls', () => {
  const outage = new ApiError('server', { action: 'read', status: 503 });
  const waited = Array.from({ length: triesUnattended - 1 }, (_, at) => waitBeforeRetry(outage, at + 1, 1));
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(120_000);
});

test('tries again only what may pass', () => {
  const worth = (['offline', 'timeout', 'stalled', 'throttled', 'invalid-response', 'server'] as const).map(
    (kind) => new ApiError(kind, { action: 'read' }),
  );
  const not = (['unauthorized', 'forbidden', 'not-found', 'bad-request'] as const).map(
    (kind) => new ApiError(kind, { action: 'read' }),
  );
  expect([...worth, new EngineError('bad-page', 'cut off')].every(isWorthRetrying)).toBe(true);
  expect([...not, new EngineError('crashed', ''), new Error('bug')].some(isWorthRetrying)).toBe(false);
});

test('gives up sooner on answers that cannot be read than on a service that is away', () => {
  const tries = (error: unknown) =>
    Array.from({ length: 99 }, (_, failures) => triesAgain(error, failures + 1)).indexOf(false) + 1;
  expect(tries(new ApiError('server', { action: 'read' }))).toBe(triesUnattended);
  expect(tries(new ApiError('invalid-response', { action: 'read' }))).toBe(6);
  expect(tries(new EngineError('bad-page', 'cut off'))).toBe(6);
  expect(tries(new ApiError('forbidden', { action: 'read' }))).toBe(1);
});
