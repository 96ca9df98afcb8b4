// Reading an exported audit log from disk: ours beside PapaParse and uDSV, all in workers of the same page, in turns.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages, outFolder } from './build-pages';
import { profiled } from './cpu-profile';
import { type CsvFile, writeCsv } from './csv-file';
import type { CsvContender } from './in-page/read-csv';
import { median } from './in-page/timing';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { ratio, type Target, table, targetTable } from './table';

const rounds = 3;
const recordMb = 0.001_167;
const wholeSet = 'engine, whole result set';
const contenders: readonly CsvContender[] = [
  wholeSet,
  'engine, cells as bytes',
  'engine, cells as texts',
  'engine, texts and JSON.parse',
  'PapaParse, default chunks',
  'PapaParse',
  'PapaParse and JSON.parse',
  'PapaParse, JSON.parse, rows kept',
  'uDSV',
  'uDSV and JSON.parse',
  'uDSV, JSON.parse, rows kept',
];

export async function runCsv({ launch, csvMb, isProfiled }: BenchOptions): Promise<string> {
  const file = writeCsv(Math.ceil(csvMb / recordMb / 1000) * 1000);
  const server = await serve({ folder: await buildPages({ isReadable: isProfiled }), isIsolated: true });
  const session = await openSession({ launch, url: server.url });
  try {
    await session.page.locator('input').setInputFiles(file.path);
    if (isProfiled) await profileOpening(session);
    return report(file, await measureAll(session));
  } finally {
    await session.close();
    server.close();
  }
}

async function profileOpening(session: BrowserSession): Promise<void> {
  const opening = await session.page.evaluateHandle(() => window.bench.prepareOpening());
  await profiled(session, `${outFolder}/csv-opening`, () => opening.evaluate((open) => open()));
}

type Times = ReadonlyMap<CsvContender, { readonly ms: number; readonly rows: number }>;

async function measureAll({ page, orCrash }: BrowserSession): Promise<Times> {
  const times = new Map<CsvContender, { ms: number; rows: number }[]>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const { ms, rows } = await orCrash(page.evaluate((name) => window.bench.readCsv(name), contender));
      times.set(contender, [...(times.get(contender) ?? []), { ms, rows }]);
      process.stderr.write(`${contender}: ${Math.round(ms)} ms\n`);
    }
  }
  return new Map([...times].map(([name, runs]) => [name, { ms: median(runs.map(({ ms }) => ms)), rows: runs[0]?.rows ?? 0 }]));
}

function report(file: CsvFile, times: Times): string {
  const speed = (name: CsvContender) => file.bytes / 1000 / (times.get(name)?.ms ?? Number.NaN);
  const rows = contenders.map((name) => [
    name,
    speed(name),
    ratio(speed(name), speed('PapaParse')),
    ratio(speed(name), speed('uDSV')),
    times.get(name)?.rows === file.rows ? 'all' : `${times.get(name)?.rows} of ${file.rows}`,
  ]);
  const target = (what: string, wanted: number, found: number): Target => ({
    what,
    wanted: wanted === 1 ? 'ahead' : `at least ${wanted}x`,
    found: ratio(found, 1),
    isMet: found >= wanted,
  });
  const whole = (name: CsvContender) => speed(wholeSet) / speed(name);
  return [
    `An export of ${file.rows.toLocaleString('en')} records, ${Math.round(file.bytes / 1e6)} MB; medians of ${rounds}.`,
    table(['reader', 'MB/s', 'PapaParse = 1', 'uDSV = 1', 'rows read'], rows),
    targetTable([
      target('bare reader against PapaParse', 2, speed('engine, cells as bytes') / speed('PapaParse')),
      target('bare reader against uDSV', 1, speed('engine, cells as bytes') / speed('uDSV')),
      target('whole result set against PapaParse with default chunks', 2, whole('PapaParse, default chunks')),
      target('whole result set against PapaParse, rows kept', 2, whole('PapaParse, JSON.parse, rows kept')),
      target('whole result set against uDSV, rows kept', 1, whole('uDSV, JSON.parse, rows kept')),
    ]),
  ].join('\n\n');
}
