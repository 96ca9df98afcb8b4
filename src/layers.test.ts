// A layer that is not linted is a wish: each rule of the architecture is broken once here, and the linter must say so.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Whether the project's own lint rules refuse these files, by path, for an import or a global in them. */
function areRefused(files: Readonly<Record<string, string>>): boolean {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    cpSync('biome.json', join(root, 'biome.json'));
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `${code}\n`);
    }
    const biome = spawnSync(resolve('node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', '--reporter=github', '.'], {
      cwd: root,
      encoding: 'utf8',
    });
    return /noRestrictedImports|noRestrictedGlobals|noImportCycles/.test(biome.stdout);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const planted = [
  ['lib may not import domain', 'src/lib/planted.ts', `export { fields } from '~/domain/catalogue/fields';`],
  ['lib may not touch the DOM', 'src/lib/planted.ts', `export const title = document.title;`],
  ['lib may not use React', 'src/lib/planted.ts', `export { useState } from 'react';`],
  ['domain may not import api', 'src/domain/planted.ts', `export { loadConfig } from '~/api/config';`],
  ['domain may not use storage', 'src/domain/planted.ts', `export const stored = localStorage.getItem('x');`],
  ['engine may not import ui', 'src/engine/planted.ts', `export { Page } from '~/ui/page';`],
  ['engine may not touch the DOM', 'src/engine/planted.ts', `export const title = document.title;`],
  ['engine may not fetch', 'src/engine/planted.ts', `export const page = fetch('/x');`],
  ['api may not import the engine', 'src/api/planted.ts', `export { allFound } from '~/engine/door/all-found';`],
  ['api may not start a worker', 'src/api/planted.ts', `export const worker = new Worker('/x.js');`],
  ['api may not use query hooks', 'src/api/planted.ts', `export { useQuery } from '@tanstack/react-query';`],
  ['ui may not import domain', 'src/ui/planted.tsx', `export { fields } from '~/domain/catalogue/fields';`],
  ['ui may not know the router', 'src/ui/planted.tsx', `export { Link } from '@tanstack/react-router';`],
  ['a feature may not import another', 'src/features/search/planted.tsx', `export { Shell } from '~/features/frame/shell';`],
  [
    'a feature may not import the inside of the engine',
    'src/features/results/planted.ts',
    `export { worker } from '~/engine/door/worker';`,
  ],
  [
    'a feature may not make a record set',
    'src/features/results/planted.ts',
    `export { WorkerRecordSet } from '~/engine/door/worker-record-set';`,
  ],
  ['records may not import a feature', 'src/records/planted.ts', `export { Shell } from '~/features/frame/shell';`],
  ['records may not draw', 'src/records/planted.tsx', `export { Failure } from '~/ui/failure';`],
  ['records may not import the inside of the engine', 'src/records/planted.ts', `export { worker } from '~/engine/door/worker';`],
  ['records may not know the router', 'src/records/planted.ts', `export { Link } from '@tanstack/react-router';`],
  ['records may not fetch', 'src/records/planted.ts', `export const page = fetch('/x');`],
  ['the product may not import a fixture', 'src/records/planted.ts', `export { heldSet } from './held-set.fixture';`],
  [
    'the product may not import a fixture of another layer',
    'src/features/results/planted.ts',
    `export { ArrayRecordSet } from '~/engine/array-record-set.fixture';`,
  ],
  ['a feature may not fetch', 'src/features/search/planted.ts', `export const page = fetch('/x');`],
  ['a feature may not start a worker', 'src/features/files/planted.ts', `export const worker = new Worker('/x.js');`],
  ['a route may not import the mocks', 'src/routes/planted.tsx', `export { startMockedTenant } from '~mocks/browser';`],
  ['mocks may not import api', 'mocks/planted.ts', `export { createSearch } from '~/api/audit-searches';`],
  ['mocks may not import the engine', 'mocks/planted.ts', `export { allFound } from '~/engine/door/all-found';`],
  ['journeys may not import the product', 'e2e/planted.ts', `export { fields } from '~/domain/catalogue/fields';`],
  ['nobody may climb with ../', 'src/features/search/planted.ts', `export { fields } from '../../domain/fields';`],
] as const;

test.each(planted)('%s', (_, path, code) => {
  expect(areRefused({ [path]: code })).toBe(true);
});

const allowed = [
  ['domain may import lib', 'src/domain/planted.ts', `export { dayMs } from '~/lib/time';`],
  ['api may use query options', 'src/api/planted.ts', `export { queryOptions } from '@tanstack/react-query';`],
  ['a feature may ask a record set', 'src/features/results/planted.ts', `export type { RecordSet } from '~/engine/record-set';`],
  ['a feature may hold records', 'src/features/results/planted.ts', `export { recordQuery } from '~/records/record-queries';`],
  [
    'records may make a record set',
    'src/records/planted.ts',
    `export { WorkerRecordSet } from '~/engine/door/worker-record-set';`,
  ],
  ['records may import api', 'src/records/planted.ts', `export { loadConfig } from '~/api/config';`],
  [
    'a test may import a fixture',
    'src/features/results/planted.test.ts',
    `export { ArrayRecordSet } from '~/engine/array-record-set.fixture';`,
  ],
  ['a route may compose features', 'src/routes/planted.tsx', `export { Shell } from '~/features/frame/shell';`],
  ['mocks may import domain', 'mocks/planted.ts', `export { fields } from '~/domain/catalogue/fields';`],
] as const;

test.each(allowed)('%s', (_, path, code) => {
  expect(areRefused({ [path]: code })).toBe(false);
});

test('no imports go in a circle, types included', () => {
  const one = `import type { Two } from './two';\nexport type One = Two | string;`;
  const circle = {
    'src/lib/one.ts': one,
    'src/lib/two.ts': `import type { One } from './one';\nexport type Two = One | number;`,
  };
  expect(areRefused(circle)).toBe(true);
  expect(areRefused({ ...circle, 'src/lib/two.ts': 'export type Two = number;' })).toBe(false);
});
