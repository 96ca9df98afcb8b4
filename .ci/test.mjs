// `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.

import { conclude, runSteps, vitest } from './steps.mjs';

conclude([
  runSteps([
    { name: 'browser', command: 'node e2e/ensure-browser.mjs' },
    { name: 'types', command: 'npm run --silent types' },
    { name: 'lint', command: 'npm run --silent lint' },
    { name: 'unit and component tests', command: vitest },
    { name: 'build', command: 'npx vite build --logLevel warn' },
    { name: 'journeys', command: 'npx playwright test' },
  ]),
]);
