// Streams a CSV file row by row. Blank lines are skipped.

import type { CsvHeader } from './csv-header';
import { CsvRows } from './csv-rows';
import { type PiecePlace, type PieceVisitor, readPieces } from './file-pieces';

export interface CsvVisitor extends Pick<PieceVisitor, 'slice'> {
  /** The place includes the line break of the row. */
  row(rows: CsvRows, place: PiecePlace): void;
}

export function readCsv(
  file: Blob,
  header: CsvHeader,
  signal: AbortSignal | undefined,
  visitor: CsvVisitor,
  bytesAtOnce?: number,
): Promise<void> {
  const rows = new CsvRows(header, header.names.length);
  const from = { offset: header.rowsAt, line: header.rowsLine, lineEnd: header.lineEnd };
  const pieces: PieceVisitor = { piece: (place) => visitor.row(rows, place), slice: (bytesRead) => visitor.slice(bytesRead) };
  return readPieces(file, rows, from, signal, pieces, bytesAtOnce);
}
