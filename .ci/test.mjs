// `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
// Every step runs even when one before it failed, so that one run tells all. The last line counts the tests.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

// Not in test-results: Playwright empties that folder.
const unitReport = 'node_modules/.cache/ledgerline/unit.json';
const journeysReport = 'test-results/e2e.json';

const steps = [
  { name: 'browser', command: 'node e2e/ensure-browser.mjs' },
  { name: 'types', command: 'npm run --silent types' },
  { name: 'lint', command: 'npm run --silent lint' },
  {
    name: 'unit and component tests',
    command: `npx vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`,
  },
  { name: 'build', command: 'npx vite build --logLevel warn' },
  { name: 'budget', command: 'node .ci/budget.mjs' },
  { name: 'journeys', command: 'npx playwright test' },
];

for (const report of [unitReport, journeysReport]) rmSync(report, { force: true });

let failedSteps = 0;
for (const { name, command } of steps) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) failedSteps++;
}

const unit = readReport(unitReport, (report) => [report.numPassedTests, report.numFailedTests]);
const journeys = readReport(journeysReport, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
const passed = unit[0] + journeys[0];
// A step can fail without a failing test (types, lint, budget): it counts as one.
const failed = Math.max(unit[1] + journeys[1], failedSteps);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failedSteps > 0 ? 1 : 0);

function readReport(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : [0, 0];
}
