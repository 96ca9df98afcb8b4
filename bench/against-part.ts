// The engine of these sources beside that of an earlier commit: the same records, the same questions, each in a browser of its own,
// taking turns, so that whatever else the machine does befalls both.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { againstReport } from './against-report';
import { type BrowserSession, openSession } from './browser-session';
import { buildPages, outFolder } from './build-pages';
import { runInTurns } from './engine-runs';
import type { BenchOptions } from './options';
import { serve } from './static-server';

/** `commit` is anything git knows. What it was built with is what is installed here. */
export async function runAgainst(commit: string, options: BenchOptions): Promise<string> {
  const servers = new Map([
    ['now', await serve({ folder: await buildPages(), isIsolated: true })],
    ['before', await serve({ folder: await buildThen(commit), isIsolated: true })],
  ] as const);
  const tables: string[] = [];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} records\n`);
    const sessions = new Map<'now' | 'before', BrowserSession>();
    for (const [name, { url }] of servers) sessions.set(name, await openSession({ launch: options.launch, url }));
    const runOf = await runInTurns(sessions, () => 'engine', records, options);
    tables.push(againstReport({ commit, records, now: runOf('now'), before: runOf('before') }));
    for (const session of sessions.values()) await session.close();
  }
  for (const server of servers.values()) server.close();
  return tables.join('\n\n');
}

async function buildThen(commit: string): Promise<string> {
  const tree = join(outFolder, 'before');
  const git = (...args: string[]) => execFileSync('git', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  git('worktree', 'add', '--force', '--detach', tree, commit);
  try {
    return await buildPages({ tree, name: 'pages-then' });
  } finally {
    git('worktree', 'remove', '--force', tree);
  }
}
