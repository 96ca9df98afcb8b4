// The rows of a view as the bytes of a file, a chunk at a time, made only as fast as they are taken.

import { ByteList } from '~/lib/bytes';
import { exportCsv } from './export-csv';
import { exportMailboxXml } from './export-mailbox-xml';
import type { Records } from './records';
import type { ExportFormat } from './result-set';

const chunkBytes = 256 * 1024;

export async function* exportRows(
  records: Records,
  rows: Uint32Array,
  format: ExportFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const chunk = new ByteList(chunkBytes * 2);
  const pieces = format.kind === 'mailboxXml' ? exportMailboxXml(records, rows) : exportCsv(records, rows, format);
  for await (const piece of pieces) {
    chunk.append(piece);
    if (chunk.length < chunkBytes) continue;
    yield chunk.take();
  }
  if (chunk.length > 0) yield chunk.take();
}
