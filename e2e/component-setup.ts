// Component tests fail on what journeys fail on: anything the console complains about. They begin at the same instant, too.

import { afterEach, beforeEach, expect, vi } from 'vitest';
import { clockOffset, moveClock } from './test-day';

moveClock(clockOffset(import.meta.env['LEDGERLINE_DAY']));

const complaints: unknown[][] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(globalThis.console, method).mockImplementation((...complaint) => complaints.push(complaint));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints).toEqual([]);
});
