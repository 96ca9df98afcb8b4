// Memory of the tab as the operating system sees it, sampled while the page works. On Linux: private memory of the renderer
// process (RssAnon and swap), which holds the page, its workers and all their buffers, and what Chromium's own task manager
// calls the memory footprint; and beside it what the browser process holds, because Blobs live there (or on disk).
// Elsewhere the figures are 0.

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';

export interface MemoryFigures {
  readonly rendererMb: number;
  /** Private and shared memory of the browser process: Blobs are kept in shared memory before they go to disk. */
  readonly browserMb: number;
}

export interface MemoryWatch {
  now(): MemoryFigures;
  /** The most that was seen since the last call. */
  takePeak(): MemoryFigures;
  stop(): void;
}

const everyMs = 100;

export async function createMemoryWatch(browser: Browser): Promise<MemoryWatch> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const idsOf = (type: string) => processInfo.filter((process) => process.type === type).map(({ id }) => id);
  const renderers = idsOf('renderer');
  const browsers = idsOf('browser');
  const now = (): MemoryFigures => ({
    // A spare renderer may be waiting for the next tab; the page's is the largest.
    rendererMb: Math.max(...renderers.map((id) => memoryMb(id, ['RssAnon', 'VmSwap']))),
    browserMb: Math.max(...browsers.map((id) => memoryMb(id, ['RssAnon', 'RssShmem', 'VmSwap']))),
  });
  let peak = now();
  const timer = setInterval(() => {
    const { rendererMb, browserMb } = now();
    peak = { rendererMb: Math.max(peak.rendererMb, rendererMb), browserMb: Math.max(peak.browserMb, browserMb) };
  }, everyMs);
  return {
    now,
    takePeak() {
      const taken = peak;
      peak = now();
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}

function memoryMb(pid: number, names: readonly string[]): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kb = names.map((name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0));
    return kb.reduce((sum, value) => sum + value, 0) / 1024;
  } catch {
    return 0; // not Linux, or a spare process that is gone
  }
}
