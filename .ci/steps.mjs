// Runs commands one after the other, all of them even when one fails, so that one run tells all; then names what failed and
// counts the tests.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

// Not in test-results: Playwright empties that folder.
const unitReport = 'node_modules/.cache/ledgerline/unit.json';
const journeysReport = 'test-results/e2e.json';

/** Runs Vitest so that its tests are counted. */
export const vitest = `npx vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`;

/** `about` is put before the names of steps and of what failed. */
export function runSteps(steps, { about = '', env = {} } = {}) {
  for (const report of [unitReport, journeysReport]) rmSync(report, { force: true });
  const failedSteps = [];
  for (const { name, command } of steps) {
    const started = Date.now();
    console.log(`\n== ${about}${name}`);
    const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`== ${about}${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
    if (status !== 0) failedSteps.push(`${about}${name}`);
  }
  const unit = readUnitReport();
  const journeys = readJourneysReport();
  const failures = [...unit.failures, ...journeys.failures].map((failure) => ({ ...failure, where: about + failure.where }));
  return { passed: unit.passed + journeys.passed, failures, failedSteps };
}

/** Says what failed and, on the last line, how many tests did; then ends the process. */
export function conclude(results) {
  const failures = results.flatMap((result) => result.failures);
  const failedSteps = results.flatMap((result) => result.failedSteps);
  for (const { where, test, why } of failures) console.log(`\nFAILED ${where} › ${test}\n${why}`);
  if (failedSteps.length > 0) console.log(`\nFailed steps: ${failedSteps.join(', ')}`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  // A step can fail without a failing test (types, lint, build): it counts as one.
  console.log(`\n${passed} passed, ${Math.max(failures.length, failedSteps.length)} failed`);
  process.exit(failedSteps.length > 0 ? 1 : 0);
}

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
