// A record set that is kept in the browser, beside one that is not: what keeping costs while records arrive, and what it saves on
// the next visit. Each step begins on a page of its own.

import type { Page } from 'playwright';
import { openSession } from './browser-session';
import { buildPages } from './build-pages';
import type { FilledKept, OpenedKept } from './in-page/measure-kept';
import { median } from './in-page/timing';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { number, ratio, table } from './table';

/** Filling a million records takes half a minute. */
const fillsOf = (records: number) => (records > 300_000 ? 1 : 3);
const openings = 3;

interface KeptRun {
  readonly records: number;
  readonly plainMs: readonly number[];
  readonly kept: readonly FilledKept[];
  readonly opened: readonly OpenedKept[];
}

export async function runKept({ launch, records }: BenchOptions): Promise<string> {
  const server = await serve({ folder: await buildPages(), isIsolated: true });
  const runs: KeptRun[] = [];
  for (const count of records) {
    process.stderr.write(`${count.toLocaleString('en')} records\n`);
    const session = await openSession({ launch, url: server.url, isOnDisk: true });
    try {
      runs.push(await session.orCrash(measure(session.page, count)));
    } finally {
      await session.close();
    }
  }
  server.close();
  return report(runs);
}

async function measure(page: Page, records: number): Promise<KeptRun> {
  const plainMs: number[] = [];
  const kept: FilledKept[] = [];
  const opened: OpenedKept[] = [];
  for (let round = 0; round < fillsOf(records); round++) {
    process.stderr.write('  fill\n');
    await page.reload();
    await page.evaluate(() => window.bench.create('engine'));
    plainMs.push((await page.evaluate((count) => window.bench.fill(count), records)).ms);
    process.stderr.write('  fill while kept\n');
    await page.reload();
    const filled = await page.evaluate((count) => window.bench.fillKept(count), records);
    kept.push(filled);
    for (let opening = 0; opening < openings; opening++) {
      process.stderr.write('  open again\n');
      await page.reload();
      opened.push(
        await page.evaluate(([count, rows]) => window.bench.openKept(count, rows), [records, filled.firstRows] as const),
      );
    }
    await page.evaluate(() => window.bench.deleteKept());
  }
  return { records, plainMs, kept, opened };
}

function report(runs: readonly KeptRun[]): string {
  const middle = <Each>(list: readonly Each[], pick: (each: Each) => number) => median(list.map(pick));
  const plainMs = (run: KeptRun) => median(run.plainMs);
  const keptMs = ({ kept }: KeptRun) => middle(kept, ({ ms }) => ms);
  const rowsMs = ({ opened }: KeptRun) => middle(opened, (each) => each.rowsMs);
  const rows: readonly (readonly [string, (run: KeptRun) => number | string])[] = [
    ['filled, ms', plainMs],
    ['filled while kept, ms', keptMs],
    ['filled while kept : filled', (run) => ratio(keptMs(run), plainMs(run))],
    ['from the last page until all is written, ms', ({ kept }) => middle(kept, ({ writtenMs }) => writtenMs)],
    ['kept, MB', ({ kept }) => middle(kept, ({ keptBytes }) => keptBytes / 1e6)],
    [
      'kept, of the JSON that came',
      ({ kept }) => `${number(middle(kept, ({ keptBytes, jsonBytes }) => (keptBytes / jsonBytes) * 100))} %`,
    ],
    ['opened again: all records, ms', ({ opened }) => middle(opened, ({ recordsMs }) => recordsMs)],
    ['opened again: the first 50 rows by user and date, ms', rowsMs],
    ['filled : opened again, with these rows', (run) => ratio(plainMs(run), rowsMs(run))],
  ];
  return table(
    ['', ...runs.map(({ records }) => `${records.toLocaleString('en')} records`)],
    rows.map(([name, pick]) => [name, ...runs.map(pick)]),
  );
}
