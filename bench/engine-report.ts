import { disagreements, typicalMs } from './compare-figures';
import type { EngineRun } from './engine-runs';
import { number, ratio, type Target, table, targetTable } from './table';

export interface Comparison {
  readonly records: number;
  readonly engine: EngineRun | Error;
  readonly array: EngineRun | Error;
}

export function engineReport(comparisons: readonly Comparison[]): string {
  return comparisons.map(reportOf).join('\n\n');
}

function reportOf({ records, engine, array }: Comparison): string {
  const title = `### ${records.toLocaleString('en')} records`;
  if (engine instanceof Error) return `${title}\n\nThe engine failed: ${engine.message}`;
  const rival = array instanceof Error ? undefined : array;
  const sections = [
    title,
    questionTable(engine, rival),
    amountTable(engine, rival),
    targetTable(targetsOf(records, engine, rival)),
  ];
  if (array instanceof Error) sections.splice(1, 0, `The array of objects did not survive: ${array.message}.`);
  if (rival) sections.push(...disagreements(engine.figures, rival.figures));
  return sections.join('\n\n');
}

/** The array's better time: its comparator as it is, or texts made ready before. */
function bestOf(rival: EngineRun | undefined, name: string): number | undefined {
  const times = rival?.figures.filter((figure) => figure.name === name || figure.name === `${name}, prepared`);
  return times?.length ? Math.min(...times.map(typicalMs)) : undefined;
}

function questionTable(engine: EngineRun, rival: EngineRun | undefined): string {
  const theirs = new Map(rival?.figures.map((figure) => [figure.name, figure]));
  const rows = engine.figures.map(({ name, firstMs, warmMs }) => {
    const plain = theirs.get(name);
    const prepared = theirs.get(`${name}, prepared`);
    return [
      name,
      firstMs,
      warmMs,
      plain && typicalMs(plain),
      ratio(plain && typicalMs(plain), warmMs),
      prepared && typicalMs(prepared),
      ratio(prepared && typicalMs(prepared), warmMs),
    ];
  });
  return table(['ms', 'engine, first', 'engine', 'array', 'ratio', 'array, prepared', 'ratio'], rows);
}

function amountTable(engine: EngineRun, rival: EngineRun | undefined): string {
  const mbPerSecond = ({ ms, bytes }: { ms: number; bytes: number }) => bytes / 1000 / ms;
  const amounts: readonly (readonly [string, (run: EngineRun) => number, 'more' | 'less'])[] = [
    ['take in pages, s', (run) => run.fill.ms / 1000, 'less'],
    ['take in pages, MB/s', (run) => mbPerSecond(run.fill), 'more'],
    ['longest gap on the main thread while filling, ms', (run) => run.fill.longestGapMs, 'less'],
    ['tasks over 50 ms on the main thread while filling', (run) => run.fill.tasksOver50Ms, 'less'],
    ['export as Purview CSV, MB/s', (run) => mbPerSecond(run.exported), 'more'],
    ['tab, empty page, MB', (run) => run.base.rendererMb, 'less'],
    ['tab, peak while filling, MB', (run) => run.fillPeak.rendererMb, 'less'],
    ['tab, peak while sorting and searching, MB', (run) => run.workPeak.rendererMb, 'less'],
    ['tab, peak while exporting, MB', (run) => run.exportPeak.rendererMb, 'less'],
    ['tab, at rest afterwards, MB', (run) => run.atRest.rendererMb, 'less'],
    [
      'browser process, peak, MB',
      (run) => Math.max(run.fillPeak.browserMb, run.workPeak.browserMb, run.exportPeak.browserMb),
      'less',
    ],
    ['browser process, at rest afterwards, MB', (run) => run.atRest.browserMb, 'less'],
  ];
  const rows = amounts.map(([name, amount, better]) => {
    const ours = amount(engine);
    const theirs = rival && amount(rival);
    return [name, ours, theirs, theirs === undefined ? '-' : better === 'less' ? ratio(theirs, ours) : ratio(ours, theirs)];
  });
  return table(['', 'engine', 'array', 'engine better by'], rows);
}

function targetsOf(records: number, engine: EngineRun, rival: EngineRun | undefined): Target[] {
  const named = (start: string) => engine.figures.filter(({ name }) => name.startsWith(start));
  const slowest = (start: string) => named(start).reduce((a, b) => (b.warmMs > a.warmMs ? b : a));
  const below = (what: string, limit: number, value: number, unit: string, where = ''): Target => ({
    what,
    wanted: `under ${number(limit)} ${unit}`,
    found: `${number(value)} ${unit}${where && ` (${where})`}`,
    isMet: value < limit,
  });
  const sort = slowest('sort');
  const filter = slowest('filter');
  // A word that is in fewer than 50 records is a search of them all.
  const search = engine.figures
    .filter(({ name, answer }) => name.startsWith('text search, first') && Number(answer) >= 50)
    .reduce((a, b) => (b.warmMs > a.warmMs ? b : a));
  const closest = named('sort')
    .map(({ name, warmMs }) => ({ name, times: (bestOf(rival, name) ?? Number.NaN) / warmMs }))
    .reduce((a, b) => (b.times < a.times ? b : a));
  const closestPlain = named('sort')
    .map(({ name, warmMs }) => ({
      name,
      times: (rival?.figures.find((figure) => figure.name === name)?.warmMs ?? Number.NaN) / warmMs,
    }))
    .reduce((a, b) => (b.times < a.times ? b : a));
  const faster = (what: string, { name, times }: { name: string; times: number }): Target => ({
    what,
    wanted: 'at least 20x',
    found: rival ? `${number(times)}x (${name})` : 'the array failed',
    isMet: !rival || times >= 20,
  });
  const peakMb = Math.max(engine.fillPeak.rendererMb, engine.workPeak.rendererMb, engine.exportPeak.rendererMb);
  const { tasksOver50Ms, longestTaskMs } = engine.fill;
  const targets = [
    below('any sort, once warm', 250, sort.warmMs, 'ms', sort.name),
    faster('any sort against the array', closestPlain),
    faster('any sort against the array with prepared texts', closest),
    below('filter', 50, filter.warmMs, 'ms', filter.name),
    below('window of 50 rows', 5, slowest('window').warmMs, 'ms'),
    below('first 50 text hits', 300, search.warmMs, 'ms', search.name),
    below('tab, at its peak', 1000, peakMb, 'MB'),
    {
      what: 'main thread while filling',
      wanted: 'no task over 50 ms',
      found: tasksOver50Ms === 0 ? 'none' : `${tasksOver50Ms}, the longest ${number(longestTaskMs)} ms`,
      isMet: tasksOver50Ms === 0,
    },
  ];
  return records >= 1_000_000 ? targets : targets.filter(({ wanted }) => !wanted.includes('20x'));
}
