// From pages and files to records: frames, rows, counts, and a list of what was refused. A page is read whole before any of
// it is added. A file is read in slices and stays where it is; of UTF-16 text a UTF-8 copy is kept instead.

import { decodeText } from '~/lib/bytes';
import { type CsvHeader, readCsvHeader } from './csv-header';
import { readCsv } from './csv-reader';
import type { CsvRows } from './csv-rows';
import { readPage } from './page-reader';
import { pause } from './pause';
import { readBlob } from './raw-store';
import { csvFormat, graphFormat } from './record-format';
import { type Intake, RecordIntake } from './record-intake';
import type { Records } from './records';
import type { FileProgress, FileReceipt, Receipt, RejectedRecord } from './result-set';
import { utf8File } from './utf8-file';

const rejectedKept = 1000;
const rejectedTextKept = 20_000;

export class Ingest {
  readonly rejected: RejectedRecord[] = [];
  readonly #records: Records;
  readonly #graph: RecordIntake;

  constructor(records: Records) {
    this.#records = records;
    this.#graph = new RecordIntake(records);
  }

  /** Takes the bytes over. Throws `bad-page` and adds nothing when the page is not whole. */
  addPage(page: Uint8Array<ArrayBuffer>): Receipt {
    const { slices, nextLink } = readPage(page);
    const tally = new Tally();
    const address = this.#records.raw.addPage(page, graphFormat);
    for (let i = 0; i < slices.length; i += 2) {
      const start = slices.array[i] ?? 0;
      const end = slices.array[i + 1] ?? 0;
      const intake = this.#graph.addGraph(page, start, end, address + start);
      tally.count(intake);
      if (typeof intake === 'object') this.#reject(intake.refused, page, start, end, graphFormat.source(0));
    }
    return { ...tally.counts, nextLink };
  }

  async addFile(file: File, onProgress?: (progress: FileProgress) => void, signal?: AbortSignal): Promise<FileReceipt> {
    const blob = await utf8File(file);
    const header = readCsvHeader(await readBlob(blob, 0, Math.min(blob.size, 256 * 1024)));
    const tally = new Tally();
    const format = csvFormat(header, file.name);
    const address = this.#records.raw.addFile(blob, format);
    const intake = new RecordIntake(this.#records, header);
    await readCsv(blob, header, signal, {
      row: (rows, { bytes, start, end, offset, line }) => {
        const outcome = rowProblem(rows, header) ?? intake.addRow(rows, address + offset, end - start, line);
        tally.count(outcome);
        if (typeof outcome === 'object') this.#reject(outcome.refused, bytes, start, end, format.source(line));
      },
      slice: (bytesRead) => {
        onProgress?.({ bytesRead, bytesTotal: blob.size, added: tally.counts.added });
        return pause();
      },
    });
    return { ...tally.counts, recognisedAs: header.recognisedAs };
  }

  #reject(reason: string, bytes: Uint8Array, start: number, end: number, source: string): void {
    if (this.rejected.length >= rejectedKept) return;
    this.rejected.push({ reason, raw: decodeText(bytes, start, Math.min(end, start + rejectedTextKept)), source });
  }
}

/** Why a row cannot be a record, whatever is in it. */
function rowProblem(rows: CsvRows, header: CsvHeader): Intake | undefined {
  if (rows.openQuote)
    return { refused: 'A quotation mark is opened and never closed: the rest of the file belongs to this row.' };
  let cells = rows.cellCount;
  while (cells > header.names.length && rows.starts[cells - 1] === rows.ends[cells - 1]) cells--;
  if (cells > header.auditData && cells <= header.names.length) return undefined;
  return { refused: `The row has ${cells} cells and the header ${header.names.length}.` };
}

class Tally {
  readonly counts = { added: 0, duplicates: 0, rejected: 0 };

  count(intake: Intake): void {
    if (intake === 'added') this.counts.added++;
    else if (intake === 'duplicate') this.counts.duplicates++;
    else this.counts.rejected++;
  }
}
