// Opens exported audit logs into one result set, one after the other. No React: the page listens to it. A file that is refused
// or given up takes nothing away from what was read before.

import type { FileProgress, FileReceipt, ResultSet } from '~/engine/result-set';

export type FileStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly progress: FileProgress }
  | { readonly kind: 'read'; readonly receipt: FileReceipt }
  | { readonly kind: 'refused'; readonly error: unknown }
  /** By the administrator; what had been read stays. */
  | { readonly kind: 'cancelled'; readonly added: number };

export interface OpenedFile {
  /** Two files may have the same name. */
  readonly id: number;
  readonly name: string;
  readonly status: FileStatus;
}

export interface FilesSnapshot {
  readonly files: readonly OpenedFile[];
  readonly counts: { readonly records: number; readonly duplicates: number; readonly rejected: number };
  readonly isReading: boolean;
}

export interface FileOpening {
  subscribe(listener: () => void): () => void;
  getSnapshot(): FilesSnapshot;
  open(files: readonly File[]): void;
  /** Gives up the file that is being read and those after it. */
  cancel(): void;
  /** Says no more about a file that was refused. */
  dismiss(id: number): void;
}

export function createFileOpening(resultSet: ResultSet): FileOpening {
  const listeners = new Set<() => void>();
  let queue: { readonly id: number; readonly file: File }[] = [];
  let lastId = 0;
  let reading: AbortController | undefined;
  let isRunning = false;
  let files: readonly OpenedFile[] = [];
  let snapshot = summary(files);

  function publish(next: readonly OpenedFile[]) {
    files = next;
    snapshot = summary(files);
    for (const listener of listeners) listener();
  }

  function setStatus(id: number, status: FileStatus) {
    publish(files.map((file) => (file.id === id ? { ...file, status } : file)));
  }

  async function read(id: number, file: File) {
    reading = new AbortController();
    const { signal } = reading;
    let progress: FileProgress = { bytesRead: 0, bytesTotal: file.size, added: 0 };
    setStatus(id, { kind: 'reading', progress });
    const onProgress = (next: FileProgress) => {
      progress = next;
      setStatus(id, { kind: 'reading', progress });
    };
    try {
      const receipt = await resultSet.open(file, { onProgress, signal });
      setStatus(id, signal.aborted ? { kind: 'cancelled', added: receipt.added } : { kind: 'read', receipt });
    } catch (error) {
      setStatus(id, signal.aborted ? { kind: 'cancelled', added: progress.added } : { kind: 'refused', error });
    }
  }

  async function readAll() {
    if (isRunning) return;
    isRunning = true;
    for (let next = queue.shift(); next; next = queue.shift()) await read(next.id, next.file);
    isRunning = false;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    dismiss: (id) => publish(files.filter((file) => file.id !== id || file.status.kind !== 'refused')),
    open(added) {
      const entries = added.map((file) => ({ id: ++lastId, file }));
      queue.push(...entries);
      publish([...files, ...entries.map(({ id, file }): OpenedFile => ({ id, name: file.name, status: { kind: 'waiting' } }))]);
      void readAll();
    },
    cancel() {
      const left = new Set(queue.map(({ id }) => id));
      queue = [];
      reading?.abort();
      publish(files.map((file) => (left.has(file.id) ? { ...file, status: { kind: 'cancelled', added: 0 } } : file)));
    },
  };
}

function summary(files: readonly OpenedFile[]): FilesSnapshot {
  let [records, duplicates, rejected] = [0, 0, 0];
  for (const { status } of files) {
    if (status.kind === 'reading') records += status.progress.added;
    if (status.kind === 'cancelled') records += status.added;
    if (status.kind !== 'read') continue;
    records += status.receipt.added;
    duplicates += status.receipt.duplicates;
    rejected += status.receipt.rejected;
  }
  const isReading = files.some(({ status }) => status.kind === 'waiting' || status.kind === 'reading');
  return { files, counts: { records, duplicates, rejected }, isReading };
}

const openings = new WeakMap<ResultSet, FileOpening>();

/** The one opening of a result set; it ends when the set is given up. */
export function fileOpeningOf({ resultSet, released }: { resultSet: ResultSet; released: AbortSignal }): FileOpening {
  const known = openings.get(resultSet);
  if (known) return known;
  const opening = createFileOpening(resultSet);
  openings.set(resultSet, opening);
  released.addEventListener('abort', opening.cancel);
  return opening;
}
