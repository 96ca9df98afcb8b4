// `npm run test:days -- [day …]`: what depends on the day, on days that are not like others. The unit tests, but for those that
// hold promises on a hundred days by themselves, and the journeys that depend on what the mocked tenant holds (`@tenant`).

import { conclude, runSteps, vitest } from './steps.mjs';

const unusual = [
  '2027-01-01', // New Year
  '2027-02-28', // a Sunday and a month's end
  '2027-03-14', // clocks change in America
  '2027-03-28', // clocks change in Europe
  '2027-10-31', // they change back in Europe
  '2027-11-07', // and in America
  '2028-02-29',
  'today',
];

const chosen = process.argv.slice(2);
const days = chosen.length > 0 ? chosen : unusual;

const build = runSteps([
  { name: 'browser', command: 'node e2e/ensure-browser.mjs' },
  { name: 'build', command: 'npx vite build --logLevel warn' },
]);
const runs = days.map((day) =>
  runSteps(
    [
      { name: 'unit tests', command: `${vitest} --project unit --exclude '**/*-any-day.test.ts'` },
      { name: 'journeys', command: 'npx playwright test --grep @tenant' },
    ],
    { about: `${day}: `, env: { LEDGERLINE_DAY: day } },
  ),
);
conclude([build, ...runs]);
