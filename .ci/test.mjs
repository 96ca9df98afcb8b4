// `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
// Every step runs even when one before it failed, so that one run tells all. The last lines name what failed and count the tests.

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

const failedSteps = [];
for (const { name, command } of steps) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) failedSteps.push(name);
}

const unit = readUnitReport();
const journeys = readJourneysReport();
const failures = [...unit.failures, ...journeys.failures];
for (const { where, test, why } of failures) console.log(`\nFAILED ${where} › ${test}\n${why}`);
if (failedSteps.length > 0) console.log(`\nFailed steps: ${failedSteps.join(', ')}`);
// A step can fail without a failing test (types, lint, budget): it counts as one.
console.log(`\n${unit.passed + journeys.passed} passed, ${Math.max(failures.length, failedSteps.length)} failed`);
process.exit(failedSteps.length > 0 ? 1 : 0);

function readUnitReport() {
  const report = read(unitReport);
  const failures = (report?.testResults ?? []).flatMap(({ name: where, assertionResults, status, message }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ where, test: 'the file itself', why: message }];
    return failed.map(({ fullName, failureMessages }) => ({ where, test: fullName, why: failureMessages.join('\n') }));
  });
  return { passed: report?.numPassedTests ?? 0, failures };
}

function readJourneysReport() {
  const report = read(journeysReport);
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const failures = (report?.suites ?? [])
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => ({
      where: file,
      test: title,
      why: tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
    }));
  return { passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0), failures };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
