// Opens exported audit logs into one record set, one after the other. No React: the page listens to it. A file that is refused
// or given up takes nothing away from what was read before.

import * as z from 'zod/mini';
import type { Coverage, FileProgress, FileReceipt, RecordIntake } from '~/engine/record-set';
import { createStore, type Store } from '~/lib/store';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { storedJson } from '~/records/stored-json';

/** Names and types of files that may be audit logs. */
export const auditLogFiles = '.csv,.txt,.json,.jsonl,.ndjson,.xml,text/csv,application/json,text/xml,application/xml';

export type FileStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly progress: FileProgress }
  | { readonly kind: 'read'; readonly receipt: FileReceipt }
  | { readonly kind: 'refused'; readonly error: unknown }
  /** By the administrator; what had been read stays. */
  | { readonly kind: 'cancelled'; readonly added: number }
  /** By the page being left, before it was opened again; what had been read was kept. */
  | { readonly kind: 'interrupted'; readonly added: number };

export interface OpenedFile {
  /** Two files may have the same name. */
  readonly id: number;
  readonly name: string;
  readonly status: FileStatus;
}

export interface FileOpening {
  readonly files: Store<readonly OpenedFile[]>;
  /** Whether files are there again that were kept; `false` at once where none should be. */
  readonly isRestored: Promise<boolean>;
  open(files: readonly File[]): void;
  /** Gives up the file that is being read and those after it. */
  cancel(): void;
  /** Says no more about a file that was refused. */
  dismiss(id: number): void;
}

const count = z.int();
const receipt = z.object({
  added: count,
  duplicates: count,
  fuller: count,
  namesakes: count,
  rejected: count,
  cutOff: count,
  recognisedAs: z.string(),
});

/** Files as they are kept beside their records: what became of them. */
const filesMark = z.array(
  z.object({
    name: z.string(),
    status: z.union([
      z.object({ kind: z.literal('read'), receipt }),
      z.object({ kind: z.literal('cancelled'), added: count }),
      z.object({ kind: z.literal('interrupted') }),
    ]),
  }),
);
type FilesMark = z.infer<typeof filesMark>;

/** `open` brings back files and records that are kept in this browser; resolves with the mark. */
export function createFileOpening(
  { intake, set }: Pick<HeldRecordSet, 'intake' | 'set'>,
  open?: () => Promise<string | undefined>,
): FileOpening {
  let queue: { readonly id: number; readonly file: File }[] = [];
  let lastId = 0;
  let reading: AbortController | undefined;
  let isRunning = false;
  const files = createStore<readonly OpenedFile[]>([]);

  function publish(next: readonly OpenedFile[]) {
    files.set(next);
    intake.cover(coverageOf(next));
  }

  function setStatus(id: number, status: FileStatus) {
    publish(files.get().map((file) => (file.id === id ? { ...file, status } : file)));
  }

  async function restore() {
    const marked = storedJson(filesMark, await open?.()) ?? [];
    const before = marked.flatMap(({ status }) => addedBy(status));
    const rest = set.state.get().records - before.reduce((sum, added) => sum + added, 0);
    const entries = marked.map(({ name, status }): OpenedFile => {
      return { id: ++lastId, name, status: status.kind === 'interrupted' ? { ...status, added: rest } : status };
    });
    if (entries.length > 0) publish([...entries, ...files.get()]);
    return entries.length > 0;
  }

  async function read(id: number, file: File) {
    reading = new AbortController();
    const { signal } = reading;
    let progress: FileProgress = { bytesRead: 0, bytesTotal: file.size, added: 0 };
    setStatus(id, { kind: 'reading', progress });
    intake.mark(JSON.stringify(markOf(files.get())));
    const onProgress = (next: FileProgress) => {
      progress = next;
      setStatus(id, { kind: 'reading', progress });
    };
    try {
      const receipt = await intake.file(file, { onProgress, signal });
      setStatus(id, signal.aborted ? { kind: 'cancelled', added: receipt.added } : { kind: 'read', receipt });
    } catch (error) {
      setStatus(id, signal.aborted ? { kind: 'cancelled', added: progress.added } : { kind: 'refused', error });
    }
    intake.mark(JSON.stringify(markOf(files.get())));
  }

  const isRestored = open ? restore() : Promise.resolve(false);

  async function readAll() {
    if (isRunning) return;
    isRunning = true;
    if (open) await isRestored;
    for (let next = queue.shift(); next; next = queue.shift()) await read(next.id, next.file);
    isRunning = false;
  }

  return {
    files,
    isRestored,
    dismiss: (id) => publish(files.get().filter((file) => file.id !== id || file.status.kind !== 'refused')),
    open(added) {
      const entries = added.map((file) => ({ id: ++lastId, file }));
      queue.push(...entries);
      publish([
        ...files.get(),
        ...entries.map(({ id, file }): OpenedFile => ({ id, name: file.name, status: { kind: 'waiting' } })),
      ]);
      void readAll();
    },
    cancel() {
      const left = new Set(queue.map(({ id }) => id));
      queue = [];
      reading?.abort();
      publish(files.get().map((file) => (left.has(file.id) ? { ...file, status: { kind: 'cancelled', added: 0 } } : file)));
    },
  };
}

export function isOnItsWay({ status }: OpenedFile): boolean {
  return status.kind === 'waiting' || status.kind === 'reading';
}

function coverageOf(files: readonly OpenedFile[]): Coverage {
  if (files.some(isOnItsWay)) return 'filling';
  return files.some(({ status }) => status.kind === 'cancelled' || status.kind === 'interrupted') ? 'incomplete' : 'complete';
}

function markOf(files: readonly OpenedFile[]): FilesMark {
  return files.flatMap(({ name, status }): FilesMark => {
    if (status.kind === 'read' || status.kind === 'cancelled') return [{ name, status }];
    // Files that wait have not begun, and it is the file's own name that is asked for again.
    return status.kind === 'reading' || status.kind === 'interrupted' ? [{ name, status: { kind: 'interrupted' } }] : [];
  });
}

function addedBy(status: FilesMark[number]['status']): number[] {
  if (status.kind === 'interrupted') return [];
  return [status.kind === 'read' ? status.receipt.added : status.added];
}

const openings = new WeakMap<RecordIntake, FileOpening>();

/** The one opening of a record set; it ends when the set is given up. `open` counts only the first time. */
export function fileOpeningOf(held: HeldRecordSet, open?: () => Promise<string | undefined>): FileOpening {
  const known = openings.get(held.intake);
  if (known) return known;
  const opening = createFileOpening(held, open);
  openings.set(held.intake, opening);
  held.released.addEventListener('abort', opening.cancel);
  return opening;
}
