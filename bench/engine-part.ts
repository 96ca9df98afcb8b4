// The engine beside an array of objects: the same records and the same questions, each in a browser of its own, taking turns.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages } from './build-pages';
import { type Comparison, engineReport } from './engine-report';
import { runInTurns } from './engine-runs';
import type { BenchOptions } from './options';
import { serve } from './static-server';

const kinds = ['engine', 'array'] as const;

export async function runEngine(options: BenchOptions): Promise<string> {
  const server = await serve({ folder: await buildPages({ isReadable: options.isProfiled }), isIsolated: true });
  const comparisons: Comparison[] = [];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} records\n`);
    const sessions = new Map<(typeof kinds)[number], BrowserSession>();
    for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
    const runOf = await runInTurns(sessions, (kind) => kind, records, options);
    comparisons.push({ records, engine: runOf('engine'), array: runOf('array') });
    for (const session of sessions.values()) await session.close();
  }
  server.close();
  return engineReport(comparisons);
}
