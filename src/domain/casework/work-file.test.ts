import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWork } from './arbitrary-work.fixture';
import { nothingKept } from './kept-work';
import { workOf } from './merge-work';
import { readWorkFile, workOfCase, writeWorkFile } from './work-file';

const now = Date.UTC(2026, 10, 21, 9, 0);
const mark = { recordId: 'r', time: 0, summary: 'Read', address: '/search/1', starred: true, tags: ['t'], note: 'n', changed: 1 };

test('what is exported is read again as it was', () => {
  fc.assert(
    fc.property(arbitraryWork, (work) => {
      const read = readWorkFile(writeWorkFile(work, 'tenant', now), 'tenant');
      expect(read).toMatchObject({ kind: 'read', refused: [] });
      if (read.kind !== 'read') return;
      expect(writeWorkFile(read.work, 'tenant', now)).toBe(writeWorkFile(work, 'tenant', now));
      for (const [key, entry] of work.marks) expect(read.work.marks.get(key)).toEqual(entry);
    }),
  );
});

test('the same work gives the same text, in whatever order it came about', () => {
  fc.assert(
    fc.property(arbitraryWork, ({ marks, views, cases }) => {
      const turned = {
        marks: new Map([...marks].reverse()),
        views: new Map([...views].reverse()),
        cases: new Map([...cases].reverse()),
      };
      expect(writeWorkFile(turned, 'tenant', now)).toBe(writeWorkFile({ marks, views, cases }, 'tenant', now));
    }),
  );
});

test('a file says its times as people read them', () => {
  expect(writeWorkFile(workOf([mark], [], []), 'tenant', now)).toContain('"time": "1970-01-01T00:00:00.000Z"');
});

test('one bad entry hides nothing of the rest, and each is refused with a reason', () => {
  const file: { marks: unknown[]; [name: string]: unknown } = JSON.parse(writeWorkFile(workOf([mark], [], []), 'tenant', now));
  const [good] = file.marks;
  const outside = {
    id: 'v',
    name: 'V',
    path: '//elsewhere.example',
    search: '',
    created: '2026-11-21T09:00:00Z',
    changed: 'now',
  };
  file.marks = [7, { ...Object(good), recordId: 'bad', note: 5 }, good, null];
  const read = readWorkFile(JSON.stringify({ ...file, views: [outside], cases: 'none' }), 'tenant');
  expect(read).toMatchObject({
    kind: 'read',
    refused: [
      { entry: 'Mark 1', reason: 'It is no object.' },
      { entry: 'Mark 2', reason: '“note”: missing, or not what it should be.' },
      { entry: 'Mark 4', reason: 'It is no object.' },
      { entry: 'Saved view 1', reason: '“path”, “changed”: missing, or not what it should be.' },
      { entry: 'All of “cases”', reason: 'The list is missing.' },
    ],
  });
  expect(read.kind === 'read' && [...read.work.marks.keys()]).toEqual(['r']);
});

test.each([
  ['no JSON', '{"format": "ledgerline-casework", "ver', /breaks off/],
  ['another file', '{"value": []}', /no file of cases/],
  ['a later version', '{"format": "ledgerline-casework", "version": 2, "tenant": "tenant"}', /version 2/],
  ['another tenant', writeWorkFile(nothingKept, 'fabrikam', now), /another tenant, fabrikam/],
])('%s is refused as a whole', (_, text, reason) => {
  expect(readWorkFile(text, 'tenant')).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) });
});

test('no address in a file leads out of the portal', () => {
  const addresses = [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    'x',
  ];
  const file = writeWorkFile(workOf([mark], [], []), 'tenant', now);
  for (const address of addresses) {
    const read = readWorkFile(
      file.replace('"/search/1"', () => JSON.stringify(address)),
      'tenant',
    );
    expect(read).toMatchObject({ refused: [{ entry: 'Mark 1', reason: expect.stringContaining('“address”') }] });
  }
});

test('a case is exported with what it gathers and nothing else', () => {
  fc.assert(
    fc.property(arbitraryWork, (work) => {
      for (const [id, entry] of work.cases) {
        const part = workOfCase(work, id);
        expect([...part.marks.keys()].sort()).toEqual(entry.recordIds);
        expect([...part.views.keys()].sort()).toEqual(entry.viewIds);
        expect([...part.cases.keys()]).toEqual([id]);
      }
    }),
  );
});
