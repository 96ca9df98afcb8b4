import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { outFolder } from './build-pages';
import { csvHeader, csvLines } from './in-page/generate-records';

export interface CsvFile {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
}

/** An export of the Purview portal on disk; kept for the next run. */
export function writeCsv(rows: number): CsvFile {
  const path = `${outFolder}/audit-log-${rows}.csv`;
  if (!existsSync(path)) {
    mkdirSync(outFolder, { recursive: true });
    const fd = openSync(`${path}.part`, 'w');
    writeSync(fd, csvHeader);
    for (let from = 0; from < rows; from += 1000) writeSync(fd, csvLines(from, Math.min(1000, rows - from), rows));
    closeSync(fd);
    renameSync(`${path}.part`, path);
  }
  return { path, bytes: statSync(path).size, rows };
}
