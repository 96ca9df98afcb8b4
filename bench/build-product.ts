import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder } from './build-pages';

export const productFolder = join(outFolder, 'product');

/** The production build, in a folder of its own so that `dist` stays what it was. Returns the folder to serve. */
export function buildProduct(): string {
  const outDir = join(productFolder, 'dist');
  rmSync(productFolder, { recursive: true, force: true });
  const args = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--outDir', outDir];
  // A process of its own: in this one Vite has already decided that it is development, and React would be built for that.
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  if (status !== 0) throw new Error('The product does not build.');
  return outDir;
}
