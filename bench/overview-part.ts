// Questions that a screen asks beside each other, and columns nobody asked for before: the engine beside an array of objects, in
// turns. And how long rows are waited for while the engine is busy.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages } from './build-pages';
import { disagreements, typicalMs } from './compare-figures';
import type { Figure } from './in-page/contender';
import { overviewRounds } from './in-page/measure-overview';
import { occupations, type WaitFigures } from './in-page/rows-meanwhile';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { ratio, table } from './table';
import { takeTurns } from './take-turns';

const kinds = ['engine', 'array'] as const;
type Kind = (typeof kinds)[number];

export async function runOverview(options: BenchOptions): Promise<string> {
  const server = await serve({ folder: await buildPages({ isReadable: options.isProfiled }), isIsolated: true });
  const sections: string[] = [];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} records\n`);
    const sessions = new Map<Kind, BrowserSession>();
    for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
    sections.push(`### ${records.toLocaleString('en')} records`, ...(await measure(sessions, records, options)));
    for (const session of sessions.values()) await session.close();
  }
  server.close();
  return sections.join('\n\n');
}

async function measure(sessions: ReadonlyMap<Kind, BrowserSession>, records: number, options: BenchOptions): Promise<string[]> {
  const { inTurns, failed } = takeTurns(sessions, records, options);
  await inTurns('create', (page, kind) => page.evaluate((wanted) => window.bench.create(wanted), kind));
  await inTurns('overview fill', (page) => page.evaluate((count) => window.bench.fill(count), records));
  for (let round = 0; round < overviewRounds; round++)
    await inTurns(`overview round ${round}`, (page) =>
      page.evaluate(([at, count]) => window.bench.askOverview(at, count), [round, records] as const),
    );
  const figures = await inTurns('figures', (page) => page.evaluate(() => window.bench.figures()));
  const engine = figures.get('engine');
  const session = sessions.get('engine');
  if (!engine || !session) return [`The engine failed: ${failed.get('engine')?.message}`];
  const array = figures.get('array');
  const alone = takeTurns(new Map([['engine', session]]), records, options);
  const waits: (readonly [string, WaitFigures])[] = [];
  for (const occupation of occupations) {
    const answers = await alone.inTurns(`rows during ${occupation}`, (page) =>
      page.evaluate(([count, what]) => window.bench.rowsMeanwhile(count, what), [records, occupation] as const),
    );
    for (const [, figures] of answers) waits.push([occupation, figures]);
  }
  return [
    questionTable(engine, array ?? []),
    ...(array ? disagreements(engine, array) : [`The array of objects did not survive: ${failed.get('array')?.message}.`]),
    waitTable(waits),
  ];
}

function questionTable(engine: readonly Figure[], array: readonly Figure[]): string {
  const theirs = new Map(array.map((figure) => [figure.name, typicalMs(figure)]));
  const rows = engine.map(({ name, firstMs, warmMs }) => [
    name,
    firstMs,
    warmMs,
    theirs.get(name),
    ratio(theirs.get(name), firstMs),
    ratio(theirs.get(name), warmMs),
  ]);
  return table(['ms', 'engine, first', 'engine', 'array', 'ratio, first', 'ratio'], rows);
}

function waitTable(waits: readonly (readonly [string, WaitFigures])[]): string {
  const rows = waits.map(([occupation, { medianMs, longestMs, windows }]) => [
    occupation,
    medianMs,
    longestMs,
    windows.toLocaleString('en'),
  ]);
  return table(['a window of 50 rows meanwhile, ms', 'median', 'longest', 'windows'], rows);
}
