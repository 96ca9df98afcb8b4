// Kept work in the browser's database: one of each tenant, an object store for each part. Whatever is written together is written
// in one transaction, so that a crash leaves all of it or nothing.

import { type DBSchema, type IDBPTransaction, openDB } from 'idb';
import * as z from 'zod/mini';
import { caseSchema, type KeptWork, markSchema, savedViewSchema, workParts } from '~/domain/casework/kept-work';
import { changedKeys, type WorkChange } from '~/domain/casework/work-changes';

const version = 1;

interface Stores extends DBSchema {
  marks: { key: string; value: unknown };
  views: { key: string; value: unknown };
  cases: { key: string; value: unknown };
}

type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Stores, (keyof KeptWork)[], Mode>;

export interface ReadWork {
  readonly work: KeptWork;
  /** Entries that this version cannot read. They are left as they are. */
  readonly unreadable: number;
}

export interface CaseworkDatabase {
  read(): Promise<ReadWork>;
  /** Changes what is there at that moment, whoever wrote it; resolves with all of it once it is written for good. */
  update(change: WorkChange): Promise<ReadWork>;
  /** Hands the difference to the browser at once, for a page that is about to go. */
  writeNow(before: KeptWork, after: KeptWork): void;
  close(): void;
}

export interface DatabaseEvents {
  /** A tab with an older version does not let go of the database. */
  onBlocked(): void;
  /** A tab with a newer version has it from now on. */
  onSuperseded(): void;
  /** The browser closed it, as when its storage is cleared. */
  onLost(): void;
}

/** Rejects with a `DOMException`, or with whatever a browser without a database throws. */
export async function openCaseworkDatabase(tenant: string, events: DatabaseEvents): Promise<CaseworkDatabase> {
  const database = await openDB<Stores>(`ledgerline casework ${tenant}`, version, {
    upgrade(created) {
      created.createObjectStore('marks', { keyPath: 'recordId' });
      created.createObjectStore('views', { keyPath: 'id' });
      created.createObjectStore('cases', { keyPath: 'id' });
    },
    blocked: events.onBlocked,
    blocking() {
      database.close();
      events.onSuperseded();
    },
    terminated: events.onLost,
  });
  const begin = () => database.transaction([...workParts], 'readwrite', { durability: 'strict' });
  return {
    async read() {
      return readAll(database.transaction([...workParts]));
    },
    async update(change) {
      const transaction = begin();
      try {
        const { work: before, unreadable } = await readAll(transaction);
        const work = change(before);
        write(transaction, before, work);
        await transaction.done;
        return { work, unreadable };
      } catch (error) {
        // It may have ended by itself; why is in what was thrown.
        transaction.done.catch(() => undefined);
        if (!transaction.error) abort(transaction);
        throw transaction.error ?? error;
      }
    },
    writeNow(before, after) {
      const transaction = begin();
      transaction.done.catch(() => undefined);
      write(transaction, before, after);
      transaction.commit();
    },
    close: () => database.close(),
  };
}

async function readAll(transaction: Transaction<IDBTransactionMode>): Promise<ReadWork> {
  const [marks, views, cases] = await Promise.all([
    transaction.objectStore('marks').getAll(),
    transaction.objectStore('views').getAll(),
    transaction.objectStore('cases').getAll(),
  ]);
  const work = {
    marks: entries(markSchema, marks, ({ recordId }) => recordId),
    views: entries(savedViewSchema, views, ({ id }) => id),
    cases: entries(caseSchema, cases, ({ id }) => id),
  };
  const stored = marks.length + views.length + cases.length;
  return { work, unreadable: stored - work.marks.size - work.views.size - work.cases.size };
}

function entries<Entry>(schema: z.ZodMiniType<Entry>, stored: readonly unknown[], keyOf: (entry: Entry) => string) {
  const read = stored.flatMap((each) => z.safeDecode(schema, each).data ?? []);
  return new Map(read.map((entry) => [keyOf(entry), entry]));
}

/** Asks for everything at once. Whether it succeeds, the transaction says. */
function write(transaction: Transaction<'readwrite'>, before: KeptWork, after: KeptWork): void {
  const encoded = {
    marks: (key: string) => encode(markSchema, after.marks.get(key)),
    views: (key: string) => encode(savedViewSchema, after.views.get(key)),
    cases: (key: string) => encode(caseSchema, after.cases.get(key)),
  };
  const keys = changedKeys(before, after);
  for (const part of workParts) {
    const store = transaction.objectStore(part);
    for (const key of keys.get(part) ?? []) {
      const entry = encoded[part](key);
      (entry === undefined ? store.delete(key) : store.put(entry)).catch(() => undefined);
    }
  }
}

function encode<Entry>(schema: z.ZodMiniType<Entry>, entry: Entry | undefined): unknown {
  return entry && z.encode(schema, entry);
}

function abort(transaction: Transaction<'readwrite'>): void {
  try {
    transaction.abort();
  } catch {
    // It had ended.
  }
}
