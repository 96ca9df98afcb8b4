export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

export interface BlockProbe {
  stop(): { longestGapMs: number; longestTaskMs: number; tasksOver50Ms: number };
}

/**
 * Watches how long the main thread is busy without a break. The timer also sees time taken by other programs, and garbage
 * collection, which Chromium's own long task entries may not show; it costs next to nothing.
 */
export function watchMainThread(): BlockProbe {
  let longestGapMs = 0;
  let longestTaskMs = 0;
  let tasksOver50Ms = 0;
  let last = performance.now();
  const take = (entries: readonly PerformanceEntry[]) => {
    for (const { duration } of entries) {
      tasksOver50Ms++;
      longestTaskMs = Math.max(longestTaskMs, duration);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const timer = setInterval(() => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last);
    last = now;
  }, 4);
  return {
    stop() {
      clearInterval(timer);
      take(observer.takeRecords());
      observer.disconnect();
      return { longestGapMs, longestTaskMs, tasksOver50Ms };
    },
  };
}
