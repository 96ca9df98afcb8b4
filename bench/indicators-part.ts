// A list of a thousand indicators, counted in all records: the engine beside an array of objects, in turns.

import { disagreements } from './compare-figures';
import { indicatorCount, indicatorRounds } from './in-page/measure-indicators';
import type { BenchOptions } from './options';
import { figureTable, type Sessions, sideBySide } from './side-by-side';
import { number, targetTable } from './table';
import { takeTurns } from './take-turns';

const limit = { records: 1_000_000, ms: 500 };

export async function runIndicators(options: BenchOptions): Promise<string> {
  const sections = await sideBySide(options, 'records', (sessions, records) => measure(sessions, records, options));
  return sections.join('\n\n');
}

async function measure(sessions: Sessions, records: number, options: BenchOptions): Promise<string[]> {
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
  const [first] = engine;
  return [
    figureTable(engine, array ?? [], ['engine, first list', 'engine, other lists']),
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
