// What is measured of the engine, or of a rival: filling, questions, an export, and the memory meanwhile.

import type { BrowserSession } from './browser-session';
import type { Figure, FillFigures } from './in-page/contender';
import { median } from './in-page/timing';
import type { MemoryFigures } from './memory-watch';
import type { BenchOptions } from './options';
import { takeTurns } from './take-turns';

/** Enough for a browser to have compiled what it will compile. */
const rounds = 9;
/** An export of a million records takes a minute. */
const exportsOf = (records: number) => (records > 300_000 ? 1 : 3);

export interface EngineRun {
  readonly base: MemoryFigures;
  readonly fill: FillFigures;
  readonly fillPeak: MemoryFigures;
  readonly figures: readonly Figure[];
  readonly workPeak: MemoryFigures;
  readonly exported: { readonly ms: number; readonly bytes: number };
  readonly exportPeak: MemoryFigures;
  /** A few seconds after everything. */
  readonly atRest: MemoryFigures;
}

/** Each in a browser of its own, one step after the other, in turns; whichever fails is left out of what follows. */
export async function runInTurns<Name extends string>(
  sessions: ReadonlyMap<Name, BrowserSession>,
  contenderOf: (name: Name) => 'engine' | 'array',
  records: number,
  options: BenchOptions,
): Promise<(name: Name) => EngineRun | Error> {
  const { inTurns, failed } = takeTurns(sessions, records, options);
  const memory = (pick: (session: BrowserSession) => MemoryFigures) =>
    new Map([...sessions].map(([name, session]) => [name, pick(session)]));
  const peaks = () => memory((session) => session.memory.takePeak());

  const base = memory((session) => session.memory.now());
  await inTurns('create', (page, name) => page.evaluate((wanted) => window.bench.create(wanted), contenderOf(name)));
  const fill = await inTurns('fill', (page) => page.evaluate((count) => window.bench.fill(count), records));
  const fillPeak = peaks();
  for (let round = 0; round <= rounds; round++)
    await inTurns(`round ${round}`, (page) =>
      page.evaluate(([at, count]) => window.bench.ask(at, count), [round, records] as const),
    );
  const figures = await inTurns('figures', (page) => page.evaluate(() => window.bench.figures()));
  const workPeak = peaks();
  const exports: Map<Name, { ms: number; bytes: number }>[] = [];
  for (let round = 1; round <= exportsOf(records); round++)
    exports.push(await inTurns(`export ${round}`, (page) => page.evaluate(() => window.bench.measureExport())));
  const exportPeak = peaks();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const atRest = memory((session) => session.memory.now());

  return (name) => {
    const parts = {
      base: base.get(name),
      fill: fill.get(name),
      fillPeak: fillPeak.get(name),
      figures: figures.get(name),
      workPeak: workPeak.get(name),
      exported: medianExport(exports.flatMap((round) => round.get(name) ?? [])),
      exportPeak: exportPeak.get(name),
      atRest: atRest.get(name),
    };
    return isWhole(parts) ? parts : (failed.get(name) ?? new Error('it gave no figures'));
  };
}

function medianExport(exports: readonly { readonly ms: number; readonly bytes: number }[]): EngineRun['exported'] | undefined {
  const [first] = exports;
  return first && { ms: median(exports.map(({ ms }) => ms)), bytes: first.bytes };
}

function isWhole(parts: { [Part in keyof EngineRun]: EngineRun[Part] | undefined }): parts is EngineRun {
  return Object.values(parts).every((part) => part !== undefined);
}
