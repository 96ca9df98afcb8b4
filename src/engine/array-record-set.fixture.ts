// A record set over plain arrays: values, objects, comparing sorts. It shows that the seam needs no engine behind it, is what
// tests hold the engine against, and lets them run whole screens without a worker. Reads Graph pages and JSON Lines of AuditData.

import { combineBooks, openAddressBook } from '~/domain/addresses/address-book';
import { type BookFile, knownWith } from '~/domain/addresses/book-file';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { EngineError } from '~/domain/errors/errors';
import type { RecordKey } from '~/domain/record/record-key';
import { placeWords, type RecordPlace, type RecordSource } from '~/domain/record/record-place';
import type { ResultView } from '~/domain/view/result-view';
import { readJson } from '~/lib/read-json';
import { createStore } from '~/lib/store';
import { type ArrayRecord, ArrayView, auditDataText, rawRecord } from './array-view.fixture';
import { type NaiveRecord, naiveProperties, naiveRecord, naiveRecordWith, writtenJson } from './naive-records.fixture';
import { withSeen } from './naive-seen.fixture';
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
  readonly can: Abilities = { textSearch: true, exports: ['purview', 'columns'] };
  readonly #state = createStore(emptySet);
  readonly state = this.#state;
  readonly #given = new AbortController();
  #records: readonly ArrayRecord[] = [];
  #rejected: readonly RejectedRecord[] = [];
  #pages = 0;
  #books: readonly BookFile[] = [];

  constructor(catalogue: Catalogue = auditLog) {
    this.catalogue = catalogue;
  }

  open(view: ResultView, signal?: AbortSignal): RecordView {
    return new ArrayView(this.#withBooks(), view, [this.#given.signal, ...(signal ? [signal] : [])]);
  }

  lookUpIn(books: readonly BookFile[]): void {
    this.#books = books;
    const before = this.#state.get();
    this.#state.set({ ...before, addresses: knownWith(books, before.addresses) });
  }

  async #withBooks(): Promise<readonly ArrayRecord[]> {
    const records = this.#records;
    if (this.#books.length === 0) return withSeen(records);
    const read = this.#books.map(async ({ name, bytes }) => openAddressBook(name, new Uint8Array(await bytes.arrayBuffer())));
    const lookUp = combineBooks(await Promise.all(read));
    return withSeen(records.map((record) => ({ ...record, ...naiveRecordWith(record.raw, lookUp) })));
  }

  async record(key: RecordKey, signal?: AbortSignal): Promise<RawRecord> {
    signal?.throwIfAborted();
    const record = this.#records.find((each) => each.key === key.toLowerCase());
    if (!record) throw new RangeError(`there is no record ${key}`);
    return rawRecord(record, this.#records);
  }

  async properties() {
    return naiveProperties(this.#records.map(({ raw }) => readJson(auditDataText(raw)).value));
  }

  async rejected() {
    return this.#rejected;
  }

  async page(bytes: Uint8Array): Promise<PageReceipt> {
    const page = parsed(new TextDecoder().decode(bytes));
    const { value, '@odata.nextLink': nextLink }: { value?: unknown; '@odata.nextLink'?: unknown } = isObject(page) ? page : {};
    if (!Array.isArray(value)) throw new EngineError('bad-page', 'This is no page of records.');
    const origin: RecordPlace = { source: search, part: 'page', number: ++this.#pages };
    const receipt = this.#add(value.map((each) => ({ ...layOut(each), origin: { ...origin } })));
    return { ...receipt, nextLink: typeof nextLink === 'string' ? nextLink : undefined };
  }

  async list(rows: readonly string[], source: string): Promise<Receipt> {
    const log: RecordSource = { kind: 'mailboxLog', name: source };
    const originOf = (at: number): RecordPlace => ({ source: log, part: 'entry', number: at + 1 });
    return this.#add(rows.map((text, at) => ({ ...layOutAs(rowAsGraph, text), origin: originOf(at) })));
  }

  async file(
    file: File,
    options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {},
  ): Promise<FileReceipt> {
    const lines = (await file.text()).split('\n').filter((line) => line.trim() !== '');
    options.signal?.throwIfAborted();
    if (!isObject(parsed(lines[0] ?? '')))
      throw new EngineError('not-an-audit-log', `${file.name} is no JSON Lines of AuditData.`);
    const source: RecordSource = { kind: 'file', name: file.name };
    const originOf = (at: number): RecordPlace => ({ source, part: 'line', number: at + 1 });
    const receipt = this.#add(lines.map((text, at) => ({ ...layOutAs(auditDataAsGraph, text), origin: originOf(at) })));
    options.onProgress?.({ bytesRead: file.size, bytesTotal: file.size, added: receipt.added });
    return { ...receipt, cutOff: 0, recognisedAs: 'JSON Lines of AuditData' };
  }

  /** It is not. */
  async keep() {
    return undefined;
  }

  mark(_mark: string): void {
    // It is not kept.
  }

  cover(coverage: Coverage): void {
    this.#state.set({ ...this.#state.get(), coverage });
  }

  dispose(): void {
    this.#given.abort();
  }

  #add(laidOut: readonly LaidOut[]): Receipt {
    const counts = { added: 0, duplicates: 0, fuller: 0, namesakes: 0, rejected: 0 };
    // Views that are open keep the list they have.
    let records = [...this.#records];
    const put = (before: ArrayRecord | undefined, next: ArrayRecord) => {
      records = [...records.filter((each) => each !== before), next];
    };
    for (const { raw, refused, origin } of laidOut) {
      if (refused !== undefined) {
        this.#rejected = [...this.#rejected, { reason: refused, raw, source: placeWords(origin) }];
        counts.rejected++;
        continue;
      }
      const record = { ...naiveRecord(raw), raw };
      const namesakes = records.filter(({ id }) => id === record.id);
      const same = namesakes.find((each) => areCopies(each, record));
      if (!same) {
        put(undefined, { ...record, key: keyOf(record, namesakes.length), origin, places: [origin] });
        counts.added++;
        if (namesakes.length > 0) counts.namesakes++;
        continue;
      }
      const places = [...same.places, origin];
      counts.duplicates++;
      if (fullness(raw) > fullness(same.raw)) {
        put(same, { ...record, key: same.key, origin, places });
        counts.fuller++;
      } else records = records.map((each) => (each === same ? { ...same, places } : each));
    }
    this.#records = records;
    const before = this.#state.get();
    this.#state.set({
      coverage: before.coverage,
      kept: before.kept,
      addresses: before.addresses,
      records: records.length,
      duplicates: before.duplicates + counts.duplicates,
      fuller: before.fuller + counts.fuller,
      namesakes: before.namesakes + counts.namesakes,
      rejected: this.#rejected.length,
    });
    return counts;
  }
}

const search: RecordSource = { kind: 'search', name: 'Microsoft Graph' };

interface LaidOut {
  readonly raw: string;
  readonly refused: string | undefined;
  readonly origin: RecordPlace;
}

function keyOf({ id }: NaiveRecord, at: number): RecordKey {
  const text = id.replaceAll('~', '~~');
  // The one place where keys of this set are made.
  return (at === 0 ? text : `${text}~${at + 1}`) as RecordKey;
}

/** Of two records with the same id. */
function areCopies(a: NaiveRecord & Raw, b: NaiveRecord & Raw): boolean {
  const facts = (record: NaiveRecord & Raw) => {
    const isTelling = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(record.id) && /[^0-]/.test(record.id);
    const texts = [record.value('operation'), record.recordedUser].map((text) => text.toLowerCase());
    return [...texts, Math.floor(record.time / 1000), isTelling ? '' : auditDataText(record.raw) || record.raw];
  };
  return JSON.stringify(facts(a)) === JSON.stringify(facts(b));
}

interface Raw {
  readonly raw: string;
}

function fullness(raw: string): number {
  const text = auditDataText(raw);
  return new TextEncoder().encode(text).length + (isObject(parsed(text)) ? 2 ** 31 : 0);
}

function layOut(record: unknown): Omit<LaidOut, 'origin'> {
  const raw = record === undefined ? '' : writtenJson(record);
  const { id, createdDateTime }: { id?: unknown; createdDateTime?: unknown } = isObject(record) ? record : {};
  if (!isObject(record)) return { raw, refused: 'It is not a JSON object.' };
  if (typeof id !== 'string') return { raw, refused: 'It has no id.' };
  if (typeof createdDateTime !== 'string') return { raw, refused: 'It has no time.' };
  const isTime = !Number.isNaN(Date.parse(createdDateTime));
  return { raw, refused: isTime ? undefined : `Its time cannot be read: ${createdDateTime}` };
}

function layOutAs(asGraph: (value: unknown) => unknown, text: string): Omit<LaidOut, 'origin'> {
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
  const { value, brokenAt } = readJson(text);
  return brokenAt === undefined ? value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
