// Finds a Chromium that really launches, or obtains one, and remembers it in node_modules/.cache. Each candidate is
// launched before it is believed: a browser that is there but lacks a library is worse than none.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/ledgerline');
const answer = join(cache, 'browser.json');
// A release that ships its binary inside the npm package, for machines that can reach npm and nothing else.
const packaged = '147.0.0';

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const args = isRoot || process.env.CI ? [...quiet, '--no-sandbox'] : quiet;

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
];

const candidates = [
  ['the one remembered', () => (existsSync(answer) ? [JSON.parse(readFileSync(answer, 'utf8'))] : [])],
  ['CHROMIUM_PATH', () => (process.env.CHROMIUM_PATH ? [{ executablePath: process.env.CHROMIUM_PATH }] : [])],
  ["Playwright's own", () => (existsSync(chromium.executablePath()) ? [{}] : [])],
  ['a browser of this system', () => systemBrowsers.filter(existsSync).map((executablePath) => ({ executablePath }))],
  ['a browser of this system', () => (process.platform === 'linux' ? [] : [{ channel: 'chrome' }, { channel: 'msedge' }])],
  ["Playwright's download", () => (downloaded() ? [{}] : [])],
  [`@sparticuz/chromium ${packaged} from npm`, () => (process.platform === 'linux' && process.arch === 'x64' ? unpacked() : [])],
];

for (const [name, options] of candidates) {
  for (const each of options()) {
    const launchOptions = { args, ...each };
    const version = await launches(launchOptions);
    if (!version) continue;
    mkdirSync(cache, { recursive: true });
    writeFileSync(answer, JSON.stringify(launchOptions, null, 2));
    process.stdout.write(`browser: ${name}, Chromium ${version}\n`);
    process.exit(0);
  }
}
process.stderr.write(
  'browser: none could be launched. Either of these fixes it:\n  sudo apt-get install -y chromium\n  npx playwright install --with-deps chromium\n',
);
process.exit(1);

async function launches({ env, ...options }) {
  try {
    const browser = await chromium.launch({ ...options, env: { ...process.env, ...env }, timeout: 30_000 });
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>ready</title>');
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return undefined;
  }
}

function downloaded() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 }).status === 0;
}

function unpacked() {
  const folder = join(cache, `chromium-${packaged}`);
  const unpackedTo = join(folder, 'unpacked');
  const binary = join(unpackedTo, 'chromium');
  if (!existsSync(binary)) {
    mkdirSync(unpackedTo, { recursive: true });
    const npm = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `@sparticuz/chromium@${packaged}`];
    if (spawnSync('npm', npm, { stdio: 'ignore' }).status !== 0) return [];
    // The package unpacks into TMPDIR, and its libraries only where it believes to be on AWS.
    const unpack = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
    const env = { ...process.env, TMPDIR: unpackedTo, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    if (spawnSync(process.execPath, ['--input-type=module', '-e', unpack], { cwd: folder, env, stdio: 'ignore' }).status !== 0)
      return [];
  }
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(unpackedTo, 'fonts') };
  return [{ executablePath: binary, env: { LD_LIBRARY_PATH: join(unpackedTo, 'al2023/lib'), ...fonts } }];
}
