import { join } from 'node:path';
import { build } from 'vite';
import { assemblyScript } from '~/engine/kernel/assembly-script';

const root = process.cwd();
export const outFolder = join(root, 'bench/out');

export interface PagesToBuild {
  /** Names are left as they are, for profiles. */
  readonly isReadable?: boolean;
  /** Where the sources lie, if not here. */
  readonly tree?: string;
  /** Of the folder in `bench/out`. */
  readonly name?: string;
  /** In `bench/in-page`. */
  readonly page?: string;
  /** Names by which sources call folders that lie elsewhere. */
  readonly alias?: Readonly<Record<string, string>>;
}

/** Builds the benchmark pages the way the product is built. Returns the folder. */
export async function buildPages({
  isReadable = false,
  tree = root,
  name = 'pages',
  page = 'index.html',
  alias = {},
}: PagesToBuild = {}): Promise<string> {
  const outDir = join(outFolder, name);
  await build({
    configFile: false,
    root: join(tree, 'bench/in-page'),
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { ...alias, '~': join(tree, 'src') } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 2000,
      minify: !isReadable,
      rolldownOptions: { input: join(tree, 'bench/in-page', page) },
    },
    plugins: [assemblyScript()],
    worker: { format: 'es', plugins: () => [assemblyScript()] },
  });
  return outDir;
}
