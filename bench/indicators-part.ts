// A list of a thousand indicators, counted in all records: the engine beside an array of objects, in turns.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages } from './build-pages';
import { disagreements, typicalMs } from './compare-figures';
import { indicatorCount, indicatorRounds } from './in-page/measure-indicators';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { number, ratio, table, targetTable } from './table';
import { takeTurns } from './take-turns';

const kinds = ['engine', 'array'] as const;
type Kind = (typeof kinds)[number];
const limit = { records: 1_000_000, ms: 500 };

export async function runIndicators(options: BenchOptions): Promise<string> {
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
  await inTurns('fill', (page) => page.evaluate((count) => window.bench.fill(count), records));
  for (let round = 0; round < indicatorRounds; round++)
    await inTurns(`indicators round ${round}`, (page) =>
      page.evaluate(([at, count]) => window.bench.askIndicators(at, count), [round, records] as const),
    );
  const figures = await inTurns('figures', (page) => page.evaluate(() => window.bench.figures()));
  const engine = figures.get('engine');
  if (!engine) return [`The engine failed: ${failed.get('engine')?.message}`];
  const array = figures.get('array');
  const theirs = new Map(array?.map((figure) => [figure.name, typicalMs(figure)]));
  const rows = engine.map(({ name, firstMs, warmMs }) => [
    name,
    firstMs,
    warmMs,
    theirs.get(name),
    ratio(theirs.get(name), firstMs),
    ratio(theirs.get(name), warmMs),
  ]);
  const [first] = engine;
  return [
    table(['ms', 'engine, first list', 'engine, other lists', 'array', 'ratio, first', 'ratio'], rows),
    ...(records === limit.records && first
      ? [
          targetTable([
            {
              what: `${indicatorCount} indicators, the first list`,
              wanted: `under ${limit.ms} ms`,
              found: `${number(first.firstMs)} ms`,
              isMet: first.firstMs < limit.ms,
            },
          ]),
        ]
      : []),
    ...(array ? disagreements(engine, array) : [`The array of objects did not survive: ${failed.get('array')?.message}.`]),
  ];
}
