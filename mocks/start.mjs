// npm run mock-api -- --port 4010 --records 100000 [--seed text] [--now 2026-06-30T00:00:00Z] [--latency 1] [--state searches.json]
// Node 20 cannot run TypeScript; Vite, which is here anyway, can.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const text = { type: 'string' };

const { values } = parseArgs({ options: { port: text, records: text, seed: text, now: text, latency: text, state: text } });
const number = (name, unless) => {
  const value = values[name] === undefined ? unless : Number(values[name]);
  if (Number.isNaN(value)) throw new Error(`--${name} must be a number, not "${values[name]}".`);
  return value;
};
const now = values.now === undefined ? undefined : Date.parse(values.now);
if (Number.isNaN(now)) throw new Error(`--now must be a date such as 2026-06-30T00:00:00Z, not "${values.now}".`);

const { module } = await runnerImport(path('./server.ts'), {
  logLevel: 'warn',
  resolve: { alias: { '~mocks': path('.'), '~': path('../src') } },
});
const server = await module.startLocalServer({
  port: number('port', 4010),
  records: number('records', undefined),
  seed: values.seed,
  now,
  latency: number('latency', undefined),
  stateFile: values.state,
});
process.stdout.write(
  `Mocked Microsoft Graph at ${server.address}/v1.0 and ${server.address}/beta, Exchange cmdlets at ${server.address}/adminapi. Any bearer token will do. Ctrl+C ends it.\n`,
);
