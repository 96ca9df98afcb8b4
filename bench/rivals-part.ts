// The engine beside engines that others wrote for the browser, Perspective and DuckDB: each in a worker of its own, in a browser of its
// own, in turns.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages } from './build-pages';
import { disagreements, typicalMs } from './compare-figures';
import type { Figure } from './in-page/contender';
import { overviewRounds } from './in-page/measure-overview';
import type { RivalName } from './in-page/rivals';
import { obtainRivals, rivalPackages } from './obtain-rivals';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { ratio, table } from './table';
import { takeTurns } from './take-turns';

const others = ['Perspective', 'DuckDB'] as const satisfies readonly RivalName[];

export async function runRivals(options: BenchOptions): Promise<string> {
  const page = 'rivals.html';
  const alias = { '~rivals': obtainRivals() };
  const folder = await buildPages({ isReadable: options.isProfiled, name: 'rivals', page, alias });
  const server = await serve({ folder, isIsolated: true });
  const sections = [`${rivalPackages.join(', ')}.`];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} records\n`);
    const sessions = new Map<RivalName, BrowserSession>();
    for (const name of ['engine', ...others] as const)
      sessions.set(name, await openSession({ launch: options.launch, url: `${server.url}/${page}` }));
    sections.push(`### ${records.toLocaleString('en')} records`, ...(await measure(sessions, records, options)));
    for (const session of sessions.values()) await session.close();
  }
  server.close();
  return sections.join('\n\n');
}

async function measure(
  sessions: ReadonlyMap<RivalName, BrowserSession>,
  records: number,
  options: BenchOptions,
): Promise<string[]> {
  const { inTurns, failed } = takeTurns(sessions, records, options);
  await inTurns('create', (page, name) => page.evaluate((wanted) => window.rivals.create(wanted), name));
  await inTurns('fill', (page) => page.evaluate((count) => window.rivals.fill(count), records));
  for (let round = 0; round < overviewRounds; round++)
    await inTurns(`round ${round}`, (page) => page.evaluate((at) => window.rivals.ask(at), round));
  const figures = await inTurns('figures', (page) => page.evaluate(() => window.rivals.figures()));
  const engine = figures.get('engine');
  if (!engine) return [`The engine failed: ${failed.get('engine')?.message}`];
  return [
    questionTable(engine, figures),
    ...others.flatMap((name) => {
      const theirs = figures.get(name);
      return theirs ? disagreements(engine, theirs) : [`${name} did not survive: ${failed.get(name)?.message}.`];
    }),
  ];
}

function questionTable(engine: readonly Figure[], figures: ReadonlyMap<RivalName, readonly Figure[]>): string {
  const rows = engine.map((ours) => [
    ours.name,
    ours.firstMs,
    typicalMs(ours),
    ...others.flatMap((name) => {
      const theirs = figures.get(name)?.find((figure) => figure.name === ours.name);
      const ms = theirs && typicalMs(theirs);
      return [theirs?.firstMs, ms, ratio(ms, typicalMs(ours))];
    }),
  ]);
  return table(['ms', ...pair('engine'), ...others.flatMap((name) => [...pair(name), 'ratio'])], rows);
}

function pair(name: string): [string, string] {
  return [`${name}, first`, name];
}
