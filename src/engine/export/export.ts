// The rows of a view as the bytes of a file, a chunk at a time, made only as fast as they are taken.

import type { RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { ExportFormat } from '~/engine/record-set';
import { ByteList } from '~/lib/bytes';
import { exportCsv } from './export-csv';
import { exportJsonLines } from './export-json-lines';
import { exportMailboxXml } from './export-mailbox-xml';

const chunkBytes = 256 * 1024;

/** `rest` lets more urgent work go first, and rejects when nobody waits any longer. */
export async function* exportRows(
  records: Records,
  rows: RowList,
  format: ExportFormat,
  rest: () => Promise<void>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const chunk = new ByteList(chunkBytes * 2);
  for await (const piece of piecesOf(records, rows, format, rest)) {
    chunk.append(piece);
    if (chunk.length < chunkBytes) continue;
    yield chunk.take();
    await rest();
  }
  if (chunk.length > 0) yield chunk.take();
}

function piecesOf(records: Records, rows: RowList, format: ExportFormat, rest: () => Promise<void>): AsyncGenerator<Uint8Array> {
  if (format.kind === 'mailboxXml') return exportMailboxXml(records, rows, rest);
  return format.kind === 'jsonLines' ? exportJsonLines(records, rows, rest) : exportCsv(records, rows, format, rest);
}
