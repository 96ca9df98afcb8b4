// Ways to read an exported audit log, in a worker. Each streams the file and counts the rows. The rivals run in the fastest
// configuration we found: told the delimiter and line break, no header objects; PapaParse row by row from chunks of 512 KB,
// which is many times faster than its default of 10 MB; uDSV from chunks of 1 MB. "Rows kept" is what a table needs: the
// fields of the grid as an object, and the text of AuditData.

import * as papaParse from 'papaparse';
import { inferSchema, initParser, type Parser } from 'udsv';
import { readCsvHeader } from '~/engine/intake/csv-header';
import { readCsv } from '~/engine/intake/csv-reader';
import type { CsvRows } from '~/engine/intake/csv-rows';

const udsvChunkBytes = 1024 * 1024;
const papaParseChunkBytes = 512 * 1024;
/** Its own default for files. */
const papaParseDefaultBytes = 10 * 1024 * 1024;
const auditDataColumn = 5;

export interface CsvReading {
  readonly rows: number;
  /** Keeps the work from being optimised away, and the same for all who parse AuditData. */
  readonly touched: number;
}

type Reader = (file: File) => Promise<CsvReading>;

export const csvReaders = {
  'engine, cells as bytes': (file) => readWithEngine(file, (rows) => rows.ends[auditDataColumn] ?? 0),
  'engine, cells as texts': (file) => readWithEngine(file, (rows) => rows.cells()[auditDataColumn]?.length ?? 0),
  'engine, texts and JSON.parse': (file) => readWithEngine(file, (rows) => touch(rows.cells()[auditDataColumn] ?? '')),
  'PapaParse, default chunks': (file) => readWithPapaParse(file, auditDataLength, papaParseDefaultBytes),
  PapaParse: (file) => readWithPapaParse(file, auditDataLength),
  'PapaParse and JSON.parse': (file) => readWithPapaParse(file, touchAuditData),
  'PapaParse, JSON.parse, rows kept': (file) => readWithPapaParse(file, keepRows()),
  uDSV: (file) => readWithUdsv(file, auditDataLength),
  'uDSV and JSON.parse': (file) => readWithUdsv(file, touchAuditData),
  'uDSV, JSON.parse, rows kept': (file) => readWithUdsv(file, keepRows()),
} as const satisfies Record<string, Reader>;

export type CsvReaderName = keyof typeof csvReaders;

function touch(json: string): number {
  const record: { readonly UserId: string } = JSON.parse(json);
  return record.UserId.length;
}

type Take = (cells: readonly string[]) => number;

const auditDataLength: Take = (cells) => cells[auditDataColumn]?.length ?? 0;
const touchAuditData: Take = (cells) => touch(cells[auditDataColumn] ?? '');

interface AuditData {
  readonly ClientIP: string;
  readonly ObjectId: string;
  readonly Workload: string;
  readonly ResultStatus: string;
  readonly ExtendedProperties: readonly { readonly Name: string; readonly Value: string }[];
}

function keepRows(): Take {
  const rows: object[] = [];
  return ([id = '', date = '', recordType, operation, user, raw = '']) => {
    const { ClientIP, ObjectId, Workload, ResultStatus, ExtendedProperties }: AuditData = JSON.parse(raw);
    const detail = ExtendedProperties.find(({ Name }) => Name === 'ResultStatusDetail')?.Value;
    rows.push({
      id,
      time: Date.parse(date),
      recordType,
      operation,
      user,
      ClientIP,
      ObjectId,
      Workload,
      ResultStatus,
      detail,
      raw,
    });
    return rows.length;
  };
}

async function readWithEngine(file: File, take: (rows: CsvRows) => number): Promise<CsvReading> {
  const header = readCsvHeader(new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer()));
  let rows = 0;
  let touched = 0;
  await readCsv(file, header, undefined, {
    row(cells) {
      rows++;
      touched += take(cells);
    },
    slice: async () => undefined,
  });
  return { rows, touched };
}

function readWithPapaParse(file: File, take: Take, chunkSize = papaParseChunkBytes): Promise<CsvReading> {
  let rows = -1; // the header is no row
  let touched = 0;
  return new Promise((resolve, reject) => {
    papaParse.parse<string[]>(file, {
      delimiter: ',',
      newline: '\r\n',
      chunkSize,
      step({ data: cells }) {
        if (cells.length > 1 && ++rows > 0) touched += take(cells);
      },
      complete: () => resolve({ rows, touched }),
      error: reject,
    });
  });
}

async function readWithUdsv(file: File, take: Take): Promise<CsvReading> {
  const decoder = new TextDecoder();
  let parser: Parser | undefined;
  let rows = 0;
  let touched = 0;
  for (let at = 0; at < file.size; at += udsvChunkBytes) {
    const bytes = await file.slice(at, at + udsvChunkBytes).arrayBuffer();
    const text = decoder.decode(bytes, { stream: true });
    parser ??= initParser(inferSchema(text, { col: ',', row: '\r\n', encl: '"' }));
    parser.chunk<string[]>(text, parser.stringArrs, (cells) => {
      rows++;
      touched += take(cells);
    });
  }
  parser?.end();
  return { rows, touched };
}
