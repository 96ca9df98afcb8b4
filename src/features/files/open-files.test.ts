import { expect, test } from 'vitest';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { emptySet, type FileProgress } from '~/engine/record-set';
import { waitFor } from '~/lib/store';
import { createFileOpening, type FileOpening, isOnItsWay, type OpenedFile } from './open-files';

/** A log of two records of its own, one that all files have, and a line that is none. */
function log(name: string): File {
  const record = (id: string) => `{"Id":"${id}","CreationTime":"2026-01-02T03:04:05","Operation":"Send"}`;
  return new File([[record(`${name} 1`), record(`${name} 2`), record('common'), 'no JSON'].join('\n')], name);
}

type Files = readonly OpenedFile[];

function untilRead(opening: FileOpening): Promise<Files> {
  return waitFor(opening.files, (files): files is Files => files.length > 0 && !files.some(isOnItsWay));
}

test('opens files one after the other, and the set adds up what came', async () => {
  const set = new ArrayRecordSet();
  const opening = createFileOpening({ intake: set, set });
  opening.open([log('a'), log('b')]);
  opening.open([log('c')]);
  expect(set.state.get().coverage).toBe('filling');
  const files = await untilRead(opening);
  expect(files.map(({ name, status }) => [name, status.kind])).toEqual([
    ['a', 'read'],
    ['b', 'read'],
    ['c', 'read'],
  ]);
  expect(set.state.get()).toEqual({ ...emptySet, records: 7, duplicates: 2, rejected: 3, coverage: 'complete' });
});

test('a file that is refused stops none of the others', async () => {
  const set = new ArrayRecordSet();
  const opening = createFileOpening({ intake: set, set });
  opening.open([new File(['PNG'], 'a.png'), log('b')]);
  const [refused] = await untilRead(opening);
  expect(refused?.status).toMatchObject({ kind: 'refused', error: { kind: 'not-an-audit-log' } });
  expect(set.state.get()).toMatchObject({ records: 3, coverage: 'complete' });
  opening.dismiss(refused?.id ?? -1);
  expect(opening.files.get().map(({ name }) => name)).toEqual(['b']);
});

/** Reads half of a file and then waits until it is given up. */
class SlowSet extends ArrayRecordSet {
  readonly marks: string[] = [];
  override mark(mark: string): void {
    this.marks.push(mark);
  }
  isSlow = true;
  override async file(file: File, options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {}) {
    if (!this.isSlow) return super.file(file, options);
    options.onProgress?.({ bytesRead: 1, bytesTotal: 2, added: 3 });
    return new Promise<never>((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    });
  }
}

test('cancelling keeps what was read and gives up the rest; more files can be opened afterwards', async () => {
  const set = new SlowSet();
  const opening = createFileOpening({ intake: set, set });
  opening.open([log('a'), log('b')]);
  opening.cancel();
  const files = await untilRead(opening);
  expect(files.map(({ status }) => status)).toEqual([
    { kind: 'cancelled', added: 3 },
    { kind: 'cancelled', added: 0 },
  ]);
  expect(set.state.get().coverage).toBe('incomplete');
  set.isSlow = false;
  opening.open([log('later')]);
  expect((await untilRead(opening)).at(-1)?.status.kind).toBe('read');
  expect(set.state.get()).toMatchObject({ records: 3, coverage: 'incomplete' });
});

test('files are there again with what became of them, and one that was being read is there in part', async () => {
  const set = new SlowSet();
  set.isSlow = false;
  const opening = createFileOpening({ intake: set, set });
  opening.open([log('a')]);
  await untilRead(opening);
  set.isSlow = true;
  opening.open([log('b'), log('c')]);
  await expect.poll(() => set.marks.length).toBe(3);

  const kept = new ArrayRecordSet();
  await kept.file(log('a'));
  await kept.file(new File(['{"Id":"of b","CreationTime":"2026-01-02T03:04:05","Operation":"Send"}'], 'b'));
  const again = createFileOpening({ intake: kept, set: kept }, async () => set.marks.at(-1));
  expect(await again.isRestored).toBe(true);
  expect(again.files.get().map(({ name, status }) => [name, status.kind])).toEqual([
    ['a', 'read'],
    ['b', 'interrupted'],
  ]);
  expect(again.files.get()[1]?.status).toEqual({ kind: 'interrupted', added: 1 });
  expect(kept.state.get().coverage).toBe('incomplete');
});

test('a mark of something else brings no files back', async () => {
  const set = new ArrayRecordSet();
  for (const mark of [undefined, '', '[{"name":7}]', '{}']) {
    const opening = createFileOpening({ intake: set, set }, async () => mark);
    expect(await opening.isRestored).toBe(false);
    expect(opening.files.get()).toEqual([]);
  }
});
