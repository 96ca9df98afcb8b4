// A record set over plain arrays: JSON.parse, objects, comparing sorts. It shows that the seam needs no engine behind it, is what
// tests hold the engine against, and lets them run whole screens without a worker. Reads Graph pages and JSON Lines of AuditData.

import { auditLog } from '~/domain/audit-log-catalogue';
import type { Catalogue } from '~/domain/catalogue';
import { EngineError } from '~/domain/errors';
import type { RecordKey } from '~/domain/record-key';
import type { ResultView } from '~/domain/result-view';
import { createStore } from '~/lib/store';
import { type ArrayRecord, ArrayView, keyOf, rawRecord } from './array-view.fixture';
import { naiveRecord } from './naive-records';
import {
  type Abilities,
  type Coverage,
  emptySet,
  type FileProgress,
  type FileReceipt,
  type PageReceipt,
  type RawRecord,
  type Receipt,
  type RecordIntake,
  type RecordSet,
  type RecordView,
  type RejectedRecord,
} from './record-set';

export class ArrayRecordSet implements RecordSet, RecordIntake {
  readonly catalogue: Catalogue;
  readonly can: Abilities = { textSearch: true, grouping: true, rawRecords: true, exports: ['purview', 'columns'] };
  readonly #state = createStore(emptySet);
  readonly state = this.#state;
  readonly #given = new AbortController();
  #records: readonly ArrayRecord[] = [];
  #rejected: readonly RejectedRecord[] = [];

  constructor(catalogue: Catalogue = auditLog) {
    this.catalogue = catalogue;
  }

  open(view: ResultView, signal?: AbortSignal): RecordView {
    return new ArrayView(this.#records, view, [this.#given.signal, ...(signal ? [signal] : [])]);
  }

  async record(key: RecordKey, signal?: AbortSignal): Promise<RawRecord> {
    signal?.throwIfAborted();
    const record = this.#records.find((each) => keyOf(each) === key.toLowerCase());
    if (!record) throw new RangeError(`there is no record ${key}`);
    return rawRecord(record);
  }

  async rejected() {
    return this.#rejected;
  }

  async page(bytes: Uint8Array): Promise<PageReceipt> {
    const page = parsed(new TextDecoder().decode(bytes));
    const { value, '@odata.nextLink': nextLink }: { value?: unknown; '@odata.nextLink'?: unknown } = isObject(page) ? page : {};
    if (!Array.isArray(value)) throw new EngineError('bad-page', 'This is no page of records.');
    const receipt = this.#add(value.map((each) => ({ ...layOut(each), source: 'Microsoft Graph' })));
    return { ...receipt, nextLink: typeof nextLink === 'string' ? nextLink : undefined };
  }

  async list(rows: readonly string[], source: string): Promise<Receipt> {
    return this.#add(rows.map((text, at) => ({ ...layOutAs(rowAsGraph, text), source: `${source}, entry ${at + 1}` })));
  }

  async file(
    file: File,
    options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {},
  ): Promise<FileReceipt> {
    const lines = (await file.text()).split('\n').filter((line) => line.trim() !== '');
    options.signal?.throwIfAborted();
    if (!isObject(parsed(lines[0] ?? '')))
      throw new EngineError('not-an-audit-log', `${file.name} is no JSON Lines of AuditData.`);
    const receipt = this.#add(
      lines.map((text, at) => ({ ...layOutAs(auditDataAsGraph, text), source: `${file.name}, line ${at + 1}` })),
    );
    options.onProgress?.({ bytesRead: file.size, bytesTotal: file.size, added: receipt.added });
    return { ...receipt, recognisedAs: 'JSON Lines of AuditData' };
  }

  cover(coverage: Coverage): void {
    this.#state.set({ ...this.#state.get(), coverage });
  }

  dispose(): void {
    this.#given.abort();
  }

  #add(laidOut: readonly LaidOut[]) {
    const there = new Set(this.#records.map(({ id }) => id));
    const added: ArrayRecord[] = [];
    let duplicates = 0;
    const rejected: RejectedRecord[] = [];
    for (const { raw, refused, source } of laidOut) {
      const record = refused === undefined ? naiveRecord(raw) : undefined;
      if (!record) rejected.push({ reason: refused ?? '', raw, source });
      else if (there.has(record.id)) duplicates++;
      else {
        there.add(record.id);
        added.push({ ...record, raw, source });
      }
    }
    this.#records = [...this.#records, ...added];
    this.#rejected = [...this.#rejected, ...rejected];
    const { duplicates: before, coverage } = this.#state.get();
    this.#state.set({
      records: this.#records.length,
      duplicates: before + duplicates,
      rejected: this.#rejected.length,
      coverage,
    });
    return { added: added.length, duplicates, rejected: rejected.length };
  }
}

interface LaidOut {
  readonly raw: string;
  readonly refused: string | undefined;
  readonly source: string;
}

function layOut(record: unknown): Omit<LaidOut, 'source'> {
  const raw = JSON.stringify(record) ?? '';
  const { id, createdDateTime }: { id?: unknown; createdDateTime?: unknown } = isObject(record) ? record : {};
  if (!isObject(record)) return { raw, refused: 'It is not a JSON object.' };
  if (typeof id !== 'string') return { raw, refused: 'It has no id.' };
  if (typeof createdDateTime !== 'string') return { raw, refused: 'It has no time.' };
  const isTime = !Number.isNaN(Date.parse(createdDateTime));
  return { raw, refused: isTime ? undefined : `Its time cannot be read: ${createdDateTime}` };
}

function layOutAs(asGraph: (value: unknown) => unknown, text: string): Omit<LaidOut, 'source'> {
  const laidOut = layOut(asGraph(parsed(text)));
  return laidOut.refused === undefined ? laidOut : { ...laidOut, raw: text };
}

/** AuditData alone as Graph would have it. */
function auditDataAsGraph(auditData: unknown): unknown {
  if (!isObject(auditData)) return auditData;
  const { Id, CreationTime }: { Id?: unknown; CreationTime?: unknown } = auditData;
  return {
    id: Id,
    createdDateTime: typeof CreationTime === 'string' ? `${CreationTime.replace(/Z$/, '')}Z` : undefined,
    auditData,
  };
}

/** A row of Search-UnifiedAuditLog as Graph would have it. */
function rowAsGraph(row: unknown): unknown {
  if (!isObject(row)) return row;
  const { Identity, CreationDate, RecordType, Operations, UserIds, ClientIP, AuditData }: Readonly<Record<string, unknown>> = {
    ...row,
  };
  return {
    id: Identity,
    createdDateTime: typeof CreationDate === 'string' ? `${CreationDate.replace(/Z$/, '')}Z` : undefined,
    auditLogRecordType: RecordType,
    operation: Operations,
    userPrincipalName: UserIds,
    clientIp: ClientIP,
    auditData: AuditData,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
