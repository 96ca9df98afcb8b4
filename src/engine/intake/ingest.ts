// From pages and files to records: frames, rows, counts, and a list of what was refused. A page is read whole before any of
// it is added. A file is read in slices, and is not needed afterwards.

import { placeWords, type RecordPlace } from '~/domain/record/record-place';
import { placeIn, type RecordOrigin } from '~/engine/columns/origins';
import type { Records } from '~/engine/columns/records';
import type { Counts, FileProgress, FileReceipt, PageReceipt, Receipt, RejectedRecord } from '~/engine/record-set';
import { decodeText, encodeText } from '~/lib/bytes';
import { recogniseFile } from './file-source';
import { ObjectIntake } from './object-intake';
import type { Page } from './page-reader';
import type { Intake } from './record-intake';
import { utf8File } from './utf8-file';
import { windows1252AsUtf8 } from './windows-1252-file';

/** Of a page, without a break: some milliseconds. */
const recordsAtOnce = 128;
const rejectedKept = 1000;
const rejectedTextKept = 20_000;

const graphObjects = { kind: 'objects', auditData: 'auditData', isOfGraph: true } as const;
const graph: RecordOrigin = { source: { kind: 'search', name: 'Microsoft Graph' }, part: 'page', written: graphObjects };

export class Ingest {
  readonly rejected: RejectedRecord[] = [];
  readonly #records: Records;
  readonly #rest: () => Promise<void>;
  readonly #graph: ObjectIntake;
  readonly #all = new Tally();
  #pages = 0;

  /** `rest` is called between some records of a page, and between two slices of a file. */
  constructor(records: Records, rest: () => Promise<void>) {
    this.#records = records;
    this.#rest = rest;
    this.#graph = new ObjectIntake(records, graphObjects);
  }

  /** What there is to know besides the records; of what could not be read, what came after the first `rejected`. */
  progress(rejected: number): IngestProgress {
    return { pages: this.#pages, counts: { ...this.#all.counts }, rejected: this.rejected.slice(rejected) };
  }

  /** Goes on where another was, whose records are there. */
  resume({ pages, counts, rejected }: IngestProgress): void {
    this.#pages = pages;
    Object.assign(this.#all.counts, counts);
    this.rejected.push(...rejected);
  }

  /** Of all pages and files, also while one is being read. */
  get counts(): Counts {
    const { added, ...counts } = this.#all.counts;
    return { records: added, ...counts };
  }

  async addPage({ bytes, slices, nextLink }: Page): Promise<PageReceipt> {
    const number = ++this.#pages;
    const tally = new Tally();
    this.#records.origins.begin(graph);
    for (let i = 0; i < slices.length; i += 2) {
      const start = slices.array[i] ?? 0;
      const end = slices.array[i + 1] ?? 0;
      const intake = this.#graph.add(bytes, start, end, number);
      this.#count(tally, intake);
      if (typeof intake === 'object') this.#reject(intake.refused, bytes, start, end, placeIn(graph, number));
      if (i % (recordsAtOnce * 2) === 0) await this.#rest();
    }
    return { ...tally.counts, nextLink };
  }

  addList(rows: readonly string[], source: string): Receipt {
    const written = { kind: 'objects', auditData: 'AuditData' } as const;
    const origin: RecordOrigin = { source: { kind: 'mailboxLog', name: source }, part: 'entry', written };
    const intake = new ObjectIntake(this.#records, written);
    const tally = new Tally();
    this.#records.origins.begin(origin);
    for (const [at, text] of rows.entries()) {
      const bytes = encodeText(text);
      const taken = intake.add(bytes, 0, bytes.length, at + 1);
      this.#count(tally, taken);
      if (typeof taken === 'object') this.#reject(taken.refused, bytes, 0, bytes.length, placeIn(origin, at + 1));
    }
    return tally.counts;
  }

  async addFile(file: File, onProgress?: (progress: FileProgress) => void, signal?: AbortSignal): Promise<FileReceipt> {
    const text = await utf8File(file);
    // Recognised first, so that what is no audit log is refused before all of it is looked at.
    const recognised = await recogniseFile(text, file.name, this.#records);
    const blob = text === file ? await windows1252AsUtf8(file, signal) : text;
    const source = blob === text ? recognised : await recogniseFile(blob, file.name, this.#records);
    const recognisedAs = `${source.recognisedAs}${blob === text ? '' : ', with letters in Windows-1252'}`;
    const { origin } = source;
    const tally = new Tally();
    await source.read(signal, {
      record: (intake, { bytes, start, end, line }) => {
        this.#count(tally, intake);
        if (typeof intake === 'object') this.#reject(intake.refused, bytes, start, end, placeIn(origin, line));
      },
      slice: (bytesRead) => {
        onProgress?.({ bytesRead, bytesTotal: blob.size, added: tally.counts.added });
        return this.#rest();
      },
    });
    return { ...tally.counts, cutOff: tally.cutOff, recognisedAs };
  }

  #count(tally: Tally, intake: Intake): void {
    tally.count(intake);
    this.#all.count(intake);
  }

  #reject(reason: string, bytes: Uint8Array, start: number, end: number, place: RecordPlace): void {
    if (this.rejected.length >= rejectedKept) return;
    const raw = decodeText(bytes, start, Math.min(end, start + rejectedTextKept));
    this.rejected.push({ reason, raw, source: placeWords(place) });
  }
}

export interface IngestProgress {
  readonly pages: number;
  readonly counts: Receipt;
  readonly rejected: readonly RejectedRecord[];
}

class Tally {
  readonly counts = { added: 0, duplicates: 0, fuller: 0, namesakes: 0, rejected: 0 };

  cutOff = 0;

  count(intake: Intake): void {
    if (intake === 'added') this.counts.added++;
    else if (intake === 'cutOff') {
      this.counts.added++;
      this.cutOff++;
    } else if (intake === 'duplicate') this.counts.duplicates++;
    else if (intake === 'fuller') {
      this.counts.duplicates++;
      this.counts.fuller++;
    } else if (intake === 'namesake') {
      this.counts.added++;
      this.counts.namesakes++;
    } else this.counts.rejected++;
  }
}
