// Questions that a screen asks beside each other, and columns nobody asked for before: the engine beside an array of objects, in
// turns. And how long rows are waited for while the engine is busy.

import { disagreements } from './compare-figures';
import { overviewRounds } from './in-page/measure-overview';
import { occupations, type WaitFigures } from './in-page/rows-meanwhile';
import type { BenchOptions } from './options';
import { figureTable, type Sessions, sideBySide } from './side-by-side';
import { table } from './table';
import { takeTurns } from './take-turns';

export async function runOverview(options: BenchOptions): Promise<string> {
  const sections = await sideBySide(options, 'records', (sessions, records) => measure(sessions, records, options));
  return sections.join('\n\n');
}

async function measure(sessions: Sessions, records: number, options: BenchOptions): Promise<string[]> {
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
    figureTable(engine, array ?? [], ['engine, first', 'engine']),
    ...(array ? disagreements(engine, array) : [`The array of objects did not survive: ${failed.get('array')?.message}.`]),
    waitTable(waits),
  ];
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
