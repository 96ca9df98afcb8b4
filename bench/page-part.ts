// Lighthouse (desktop) on the first page of the production build. What it loads is a journey: e2e/first-load.e2e.ts.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct, productFolder } from './build-product';
import { median } from './in-page/timing';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { type Target, table, targetTable } from './table';

const runs = 3;
const lighthouseVersion = '12';
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const wanted: Readonly<Record<(typeof categories)[number], number>> = {
  performance: 0.95,
  accessibility: 1,
  'best-practices': 1,
};
const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

interface LighthouseReport {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number; readonly title: string }>
  >;
}

export async function runPage({ launch }: BenchOptions): Promise<string> {
  const server = await serve({ folder: buildProduct() });
  const lighthouse = obtainLighthouse();
  const reports: LighthouseReport[] = [];
  for (let run = 0; run < runs; run++) reports.push(await runLighthouse(lighthouse, `${server.url}/search`, launch));
  server.close();
  return scores(reports);
}

/** Fetched when first needed, beside the other caches: nobody but this benchmark uses it. */
function obtainLighthouse(): string {
  const folder = join(process.cwd(), 'node_modules/.cache/ledgerline/lighthouse');
  const cli = join(folder, 'node_modules/lighthouse/cli/index.js');
  if (existsSync(cli)) return cli;
  mkdirSync(folder, { recursive: true });
  const npm = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `lighthouse@${lighthouseVersion}`];
  spawnSync('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(cli)) throw new Error('Lighthouse could not be fetched from npm.');
  return cli;
}

async function runLighthouse(
  cli: string,
  url: string,
  { executablePath, args = [] }: BenchOptions['launch'],
): Promise<LighthouseReport> {
  const output = join(productFolder, 'lighthouse.json');
  const flags = ['--headless=new', ...args].join(' ');
  const options = [
    '--preset=desktop',
    `--only-categories=${categories.join(',')}`,
    '--output=json',
    `--output-path=${output}`,
    `--chrome-flags=${flags}`,
    '--quiet',
  ];
  const env = { ...process.env, ...(executablePath ? { CHROME_PATH: executablePath } : {}) };
  // Not spawnSync: the server that is tested runs in this process.
  const child = spawn(process.execPath, [cli, url, ...options], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const status = await new Promise((resolve) => child.on('exit', resolve));
  if (status !== 0) throw new Error(`Lighthouse failed with ${status}.`);
  return JSON.parse(readFileSync(output, 'utf8'));
}

function scores(reports: readonly LighthouseReport[]): string {
  const targets = categories.map((name): Target => {
    const each = reports.map((report) => report.categories[name]?.score ?? Number.NaN);
    const found = median(each);
    return {
      what: name,
      wanted: wanted[name].toFixed(2),
      found: `${found.toFixed(2)} (${each.map((score) => score.toFixed(2)).join(', ')})`,
      isMet: found >= wanted[name],
    };
  });
  const rows = metrics.map((id) => [id, ...reports.map((report) => report.audits[id]?.numericValue)]);
  const last = reports.at(-1);
  const failed = categories.flatMap((name) =>
    (last?.categories[name]?.auditRefs ?? []).flatMap(({ id }) => {
      const audit = last?.audits[id];
      return name !== 'performance' && audit?.score !== null && (audit?.score ?? 1) < 1
        ? [`- ${name}: ${audit?.title} (\`${id}\`)`]
        : [];
    }),
  );
  const header = ['', ...reports.map((_, run) => `run ${run + 1}`)];
  return [targetTable(targets), table(header, rows), ...(failed.length > 0 ? [failed.join('\n')] : [])].join('\n\n');
}
