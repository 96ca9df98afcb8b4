// CSV with an AuditData column, as a source of records.

import type { RecordOrigin } from '~/engine/columns/origins';
import type { Records } from '~/engine/columns/records';
import { type CsvHeader, readCsvHeader } from './csv-header';
import { readCsv } from './csv-reader';
import type { CsvRows } from './csv-rows';
import type { FileFormat, FileSource } from './file-format';
import type { Intake } from './record-intake';
import { RowIntake } from './row-intake';

export const csvFile: FileFormat = {
  recognise(beginning) {
    const header = readCsvHeader(beginning);
    return (file, name, records) => csvSource(file, name, header, records);
  },
};

function csvSource(file: Blob, name: string, header: CsvHeader, records: Records): FileSource {
  const intake = new RowIntake(records, header);
  const { names, delimiter, lineEnd } = header;
  const written = { kind: 'rows', names, delimiter, lineEnd } as const;
  const origin: RecordOrigin = { source: { kind: 'file', name }, part: 'line', written };
  return {
    recognisedAs: header.recognisedAs,
    origin,
    read(signal, visitor) {
      records.origins.begin(origin);
      return readCsv(file, header, signal, {
        row: (rows, place) => visitor.record(rowProblem(rows, header) ?? intake.add(rows, place), place),
        slice: (bytesRead) => visitor.slice(bytesRead),
      });
    },
  };
}

/** Why a row cannot be a record, whatever is in it. */
function rowProblem(rows: CsvRows, header: CsvHeader): Intake | undefined {
  if (rows.isCut) return { refused: 'A quotation mark is opened and never closed: the row ends where the next begins.' };
  if (rows.isUnclosed)
    return { refused: 'A quotation mark is opened and never closed: the rest of the file belongs to this row.' };
  let cells = rows.cellCount;
  while (cells > header.names.length && rows.starts[cells - 1] === rows.ends[cells - 1]) cells--;
  if (cells > header.auditData && cells <= header.names.length) return undefined;
  return { refused: `The row has ${cells} cells and the header ${header.names.length}.` };
}
