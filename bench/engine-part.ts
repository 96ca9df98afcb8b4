// The engine beside an array of objects: the same records and the same questions, each in a browser of its own, taking turns.

import type { Page } from 'playwright';
import { type BrowserSession, openSession } from './browser-session';
import { buildPages, outFolder } from './build-pages';
import { profiled } from './cpu-profile';
import { type Comparison, type EngineRun, engineReport } from './engine-report';
import type { MemoryFigures } from './memory-watch';
import type { BenchOptions } from './options';
import { serve } from './static-server';

const kinds = ['engine', 'array'] as const;
type Kind = (typeof kinds)[number];
const rounds = 3;

export async function runEngine(options: BenchOptions): Promise<string> {
  const server = await serve({ folder: await buildPages(options.isProfiled), isIsolated: true });
  const comparisons: Comparison[] = [];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} records\n`);
    const sessions = new Map<Kind, BrowserSession>();
    for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
    comparisons.push({ records, ...(await compare(sessions, records, options)) });
    for (const session of sessions.values()) await session.close();
  }
  server.close();
  return engineReport(comparisons);
}

async function compare(sessions: ReadonlyMap<Kind, BrowserSession>, records: number, options: BenchOptions) {
  const failed = new Map<Kind, Error>();
  /** One step of each contender that is still alive, in turns. */
  async function inTurns<T>(step: string, work: (page: Page, kind: Kind) => Promise<T>): Promise<Map<Kind, T>> {
    const answers = new Map<Kind, T>();
    for (const [kind, session] of sessions) {
      if (failed.has(kind)) continue;
      const run = () => session.orCrash(work(session.page, kind));
      process.stderr.write(`  ${step}: ${kind}\n`);
      try {
        const file = `${outFolder}/${kind}-${records}-${step.replaceAll(' ', '-')}`;
        answers.set(kind, await (options.isProfiled ? profiled(session, file, run) : run()));
      } catch (error) {
        failed.set(kind, error instanceof Error ? error : new Error(String(error)));
      }
    }
    return answers;
  }
  const memory = (pick: (session: BrowserSession) => MemoryFigures) =>
    new Map([...sessions].map(([kind, session]) => [kind, pick(session)]));
  const peaks = () => memory((session) => session.memory.takePeak());

  const base = memory((session) => session.memory.now());
  await inTurns('create', (page, kind) => page.evaluate((wanted) => window.bench.create(wanted), kind));
  const fill = await inTurns('fill', (page) => page.evaluate((count) => window.bench.fill(count), records));
  const fillPeak = peaks();
  for (let round = 0; round <= rounds; round++)
    await inTurns(`round ${round}`, (page) =>
      page.evaluate(([at, count]) => window.bench.ask(at, count), [round, records] as const),
    );
  const figures = await inTurns('figures', (page) => page.evaluate(() => window.bench.figures()));
  const workPeak = peaks();
  const exported = await inTurns('export', (page) => page.evaluate(() => window.bench.measureExport()));
  const exportPeak = peaks();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const atRest = memory((session) => session.memory.now());

  const runOf = (kind: Kind): EngineRun | Error => {
    const parts = {
      base: base.get(kind),
      fill: fill.get(kind),
      fillPeak: fillPeak.get(kind),
      figures: figures.get(kind),
      workPeak: workPeak.get(kind),
      exported: exported.get(kind),
      exportPeak: exportPeak.get(kind),
      atRest: atRest.get(kind),
    };
    return isWhole(parts) ? parts : (failed.get(kind) ?? new Error('it gave no figures'));
  };
  return { engine: runOf('engine'), array: runOf('array') };
}

function isWhole(parts: { [Part in keyof EngineRun]: EngineRun[Part] | undefined }): parts is EngineRun {
  return Object.values(parts).every((part) => part !== undefined);
}
