// An opened file as a source of records: recognised by what is in it, whatever it is called, and read record by record.

import { unwrapAuditData } from './audit-data-cell';
import { type CsvHeader, readCsvHeader } from './csv-header';
import { readCsv } from './csv-reader';
import type { CsvRows } from './csv-rows';
import { incomplete, longestPieceBytes, type PiecePlace, type PieceVisitor, readPieces } from './file-pieces';
import { JsonCells } from './json-cells';
import { beginsLikeJson, type JsonLayout, readJsonLayout } from './json-layout';
import { JsonRecords } from './json-records';
import { beginsLikeXml, mailboxXmlSource, readXmlLayout } from './mailbox-xml';
import { readBlob } from './raw-store';
import { auditDataFormat, csvFormat, jsonFormat, type RecordFormat } from './record-format';
import { type Intake, RecordIntake } from './record-intake';
import type { Records } from './records';

/** Holds the header of a CSV file, and the first record of most JSON files. */
const beginningBytes = 256 * 1024;

export interface RecordVisitor extends Pick<PieceVisitor, 'slice'> {
  record(intake: Intake, place: PiecePlace): void;
}

export interface FileSource {
  readonly recognisedAs: string;
  readonly format: RecordFormat;
  /** Takes the records in. */
  read(signal: AbortSignal | undefined, visitor: RecordVisitor): Promise<void>;
}

/** Throws `not-an-audit-log`. `file` holds UTF-8. */
export async function recogniseFile(file: Blob, name: string, records: Records): Promise<FileSource> {
  for (let bytes = beginningBytes; ; bytes *= 4) {
    const beginning = await readBlob(file, 0, Math.min(file.size, bytes));
    const isWhole = beginning.length === file.size || bytes > longestPieceBytes;
    if (beginsLikeXml(beginning)) {
      const layout = readXmlLayout(beginning, isWhole);
      if (layout !== incomplete) return mailboxXmlSource(file, name, layout, records);
    } else if (beginsLikeJson(beginning)) {
      const layout = readJsonLayout(beginning, isWhole);
      if (layout !== incomplete) return jsonSource(file, name, layout, records);
    } else return csvSource(file, name, readCsvHeader(beginning), records);
  }
}

function csvSource(file: Blob, name: string, header: CsvHeader, records: Records): FileSource {
  const intake = new RecordIntake(records, header);
  const format = csvFormat(header, name);
  return {
    recognisedAs: header.recognisedAs,
    format,
    read(signal, visitor) {
      const address = records.raw.addFile(file, format);
      return readCsv(file, header, signal, {
        row(rows, place) {
          const { start, end, offset, line } = place;
          unwrapAuditData(rows, header.auditData);
          visitor.record(rowProblem(rows, header) ?? intake.addRow(rows, address + offset, end - start, line), place);
        },
        slice: (bytesRead) => visitor.slice(bytesRead),
      });
    },
  };
}

function jsonSource(file: Blob, name: string, layout: JsonLayout, records: Records): FileSource {
  const { auditData, isPaged, recognisedAs } = layout;
  const splitter = new JsonRecords(isPaged);
  const cells = auditData === undefined ? undefined : new JsonCells(auditData);
  const intake = new RecordIntake(records, cells ?? 'auditData');
  const format = auditData === undefined ? auditDataFormat(name) : jsonFormat(auditData, name);
  const add = ({ bytes, start, end, offset, line }: PiecePlace, address: number): Intake => {
    if (splitter.isUnclosed) return { refused: 'It is never closed: the rest of the file belongs to it.' };
    if (cells) return intake.addObjectInCells(cells, bytes, start, end, address + offset, line);
    return intake.addObject(bytes, start, end, address + offset, line);
  };
  return {
    recognisedAs,
    format,
    read(signal, visitor) {
      const address = records.raw.addFile(file, format);
      return readPieces(file, splitter, layout, signal, {
        piece: (place) => visitor.record(add(place, address), place),
        slice: (bytesRead) => visitor.slice(bytesRead),
      });
    },
  };
}

/** Why a row cannot be a record, whatever is in it. */
function rowProblem(rows: CsvRows, header: CsvHeader): Intake | undefined {
  if (rows.isUnclosed)
    return { refused: 'A quotation mark is opened and never closed: the rest of the file belongs to this row.' };
  let cells = rows.cellCount;
  while (cells > header.names.length && rows.starts[cells - 1] === rows.ends[cells - 1]) cells--;
  if (cells > header.auditData && cells <= header.names.length) return undefined;
  return { refused: `The row has ${cells} cells and the header ${header.names.length}.` };
}
