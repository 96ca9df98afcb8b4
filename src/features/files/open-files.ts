// Opens exported audit logs into one record set, one after the other. No React: the page listens to it. A file that is refused
// or given up takes nothing away from what was read before.

import type { Coverage, FileProgress, FileReceipt, RecordIntake } from '~/engine/record-set';
import { createStore, type Store } from '~/lib/store';

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

export interface FileOpening {
  readonly files: Store<readonly OpenedFile[]>;
  open(files: readonly File[]): void;
  /** Gives up the file that is being read and those after it. */
  cancel(): void;
  /** Says no more about a file that was refused. */
  dismiss(id: number): void;
}

export function createFileOpening(intake: RecordIntake): FileOpening {
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
      const receipt = await intake.file(file, { onProgress, signal });
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
    files,
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
  return files.some(({ status }) => status.kind === 'cancelled') ? 'incomplete' : 'complete';
}

const openings = new WeakMap<RecordIntake, FileOpening>();

/** The one opening of a record set; it ends when the set is given up. */
export function fileOpeningOf({ intake, released }: { intake: RecordIntake; released: AbortSignal }): FileOpening {
  const known = openings.get(intake);
  if (known) return known;
  const opening = createFileOpening(intake);
  openings.set(intake, opening);
  released.addEventListener('abort', opening.cancel);
  return opening;
}
