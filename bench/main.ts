// Runs the parts asked for, prints their tables and writes them into bench/figures.md.
//
//   npm run bench -- --only engine,csv --records 10000,100000 --csv-mb 20 --dry --profile
//   npm run bench -- --against c46eabf --records 100000

import { parseArgs } from 'node:util';
import { chromium, type LaunchOptions } from 'playwright';
import { runAgainst } from './against-part';
import { runCsv } from './csv-part';
import { runDetections } from './detections-part';
import { runEngine } from './engine-part';
import { runGroup, runMailbox } from './group-part';
import { runIndicators } from './indicators-part';
import { runKept } from './kept-part';
import type { BenchOptions } from './options';
import { runOverview } from './overview-part';
import { runPage } from './page-part';
import { runPairs } from './pairs-part';
import { machineText, writeFigures } from './readme';
import { runRivals } from './rivals-part';
import { runScroll } from './scroll-part';

const parts: Readonly<Record<string, (options: BenchOptions) => Promise<string>>> = {
  engine: runEngine,
  overview: runOverview,
  rivals: runRivals,
  indicators: runIndicators,
  kept: runKept,
  group: runGroup,
  mailbox: runMailbox,
  pairs: runPairs,
  detections: runDetections,
  csv: runCsv,
  scroll: runScroll,
  page: runPage,
};

export async function main(args: readonly string[], launch: LaunchOptions): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: Object.keys(parts).join(',') },
      records: { type: 'string', default: '10000,100000,1000000' },
      'csv-mb': { type: 'string', default: '100' },
      dry: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      against: { type: 'string' },
    },
  });
  const options: BenchOptions = {
    launch,
    records: values.records.split(',').map(Number),
    csvMb: Number(values['csv-mb']),
    isProfiled: values.profile,
  };
  const browser = await chromium.launch(launch);
  const machine = machineText(browser.version());
  await browser.close();
  if (values.against !== undefined) {
    const text = `${machine}\n\n${await runAgainst(values.against, options)}`;
    console.log(`${text}\n`);
    if (!values.dry) writeFigures('against', text);
    return;
  }
  for (const name of values.only.split(',')) {
    const run = parts[name];
    if (!run) throw new Error(`There is no part ${name}; there are ${Object.keys(parts).join(', ')}.`);
    process.stderr.write(`\n== ${name}\n`);
    const text = `${machine}\n\n${await run(options)}`;
    console.log(`\n${text}\n`);
    if (!values.dry) writeFigures(name, text);
  }
}
