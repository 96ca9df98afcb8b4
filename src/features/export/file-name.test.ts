import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName } from './file-name';

const at = Date.UTC(2026, 10, 21, 9, 31);

test('says the search and when it was exported', () => {
  expect(exportFileName('OMEPortal last 7 days', 'purview', at)).toBe('OMEPortal last 7 days 2026-11-21 0931 UTC.csv');
  expect(exportFileName('Übersicht', 'columns', at)).toBe('Übersicht 2026-11-21 0931 UTC (columns).csv');
  expect(exportFileName('Anna', 'jsonLines', at)).toBe('Anna 2026-11-21 0931 UTC.jsonl');
  expect(exportFileName('Anna', 'mailboxXml', at)).toBe('Anna 2026-11-21 0931 UTC.xml');
});

test('replaces what a file system refuses', () => {
  expect(exportFileName('a/b\\c:d*e?"f<g>|h\n', 'purview', at)).toBe('a b c d e f g h 2026-11-21 0931 UTC.csv');
  expect(exportFileName('../../etc/passwd', 'purview', at)).toBe('etc passwd 2026-11-21 0931 UTC.csv');
});

test('names a search without a name and one named like a device', () => {
  expect(exportFileName('', 'purview', at)).toBe('audit log 2026-11-21 0931 UTC.csv');
  expect(exportFileName('CON', 'purview', at)).toBe('audit log CON 2026-11-21 0931 UTC.csv');
});

test('is safe whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const file = exportFileName(name, 'columns', at);
      expect(file).not.toMatch(/[\\/:*?"<>|]|^[. ]/);
      expect(file.length).toBeLessThan(160);
    }),
  );
});
