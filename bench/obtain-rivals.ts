import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All of one day, and each as its neighbours want it: DuckDB has this Arrow as a dependency. */
export const rivalPackages = [
  '@perspective-dev/client@5.5.1',
  '@perspective-dev/server@5.5.1',
  '@duckdb/duckdb-wasm@1.32.0',
  'apache-arrow@17.0.0',
] as const;

/**
 * Fetched when first needed, beside the other caches: 170 MB that nobody but this benchmark uses. Returns the folder in which the
 * packages lie.
 */
export function obtainRivals(): string {
  const folder = join(process.cwd(), 'node_modules/.cache/ledgerline/rivals');
  const packages = join(folder, 'node_modules');
  // Written last, so that what is there is whole.
  const note = join(folder, 'packages.txt');
  const wanted = rivalPackages.join('\n');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return packages;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const flags = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', ['install', ...flags, ...rivalPackages], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('Perspective and DuckDB could not be fetched from npm.');
  writeFileSync(note, wanted);
  return packages;
}
