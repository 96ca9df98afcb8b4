// `npm run bench`: finds a browser, then hands over to main.ts. Plain JavaScript, because Node 20 runs no TypeScript; Vite does.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { status } = spawnSync(process.execPath, ['e2e/ensure-browser.mjs'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

const config = { configFile: false, logLevel: 'error', resolve: { alias: { '~mocks': `${root}mocks`, '~': `${root}src` } } };
const load = async (file) => (await runnerImport(`${root}${file}`, config)).module;
const { launchOptions } = await load('e2e/browser.ts');
const { main } = await load('bench/main.ts');
await main(process.argv.slice(2), launchOptions());
process.exit(0);
