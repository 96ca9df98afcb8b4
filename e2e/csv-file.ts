// A CSV file as somebody else's parser reads it.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Download } from '@playwright/test';
import { expect } from './fixtures';

interface Papa {
  parse(text: string, config: { skipEmptyLines: boolean }): { data: string[][]; errors: unknown[] };
}

// It comes without types.
const papa: Papa = createRequire(import.meta.url)('papaparse');

export interface CsvFile {
  readonly hasBom: boolean;
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly text: string;
}

export async function readCsv(download: Download): Promise<CsvFile> {
  const bytes = await readFile(await download.path());
  const hasBom = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  // Throws where the file is not UTF-8.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const { data, errors } = papa.parse(text, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  const [header = [], ...lines] = data;
  // Once, not for every line: Playwright keeps each look as a step, and tens of thousands of steps take minutes.
  expect(lines.filter((line) => line.length !== header.length)).toEqual([]);
  return {
    hasBom,
    header,
    rows: lines.map((line) => Object.fromEntries(header.map((name, column) => [name, line[column] ?? '']))),
    text,
  };
}

export const purviewHeader =
  'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';
