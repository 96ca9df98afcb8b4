import { join } from 'node:path';
import { build } from 'vite';

const root = process.cwd();
export const outFolder = join(root, 'bench/out');

/** Builds the benchmark pages the way the product is built, with names left readable for profiles. Returns the folder. */
export async function buildPages(isReadable = false): Promise<string> {
  const outDir = join(outFolder, 'pages');
  await build({
    configFile: false,
    root: join(root, 'bench/in-page'),
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '~': join(root, 'src') } },
    build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000, minify: !isReadable },
    worker: { format: 'es' },
  });
  return outDir;
}
