import { expect, test } from 'vitest';
import { EngineError } from '~/domain/errors';
import type { FileReceipt, ResultSet } from '~/engine/result-set';
import { createFileOpening, type FileOpening, type FilesSnapshot } from './open-files';

const receipt: FileReceipt = { added: 5, duplicates: 1, rejected: 2, recognisedAs: 'Purview portal CSV' };
const file = (name: string) => new File(['x'], name);

/** Only `open` is used while opening files. */
function setThat(open: ResultSet['open']): ResultSet {
  return { open } as ResultSet;
}

function until(opening: FileOpening, isReached: (snapshot: FilesSnapshot) => boolean): Promise<FilesSnapshot> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isReached(opening.getSnapshot())) return;
      stop();
      resolve(opening.getSnapshot());
    };
    const stop = opening.subscribe(check);
    check();
  });
}

test('opens files one after the other and adds up what came', async () => {
  const names: string[] = [];
  const opening = createFileOpening(
    setThat(async ({ name }) => {
      names.push(name);
      return receipt;
    }),
  );
  opening.open([file('a.csv'), file('b.csv')]);
  opening.open([file('c.csv')]);
  const { counts, files } = await until(opening, ({ isReading }) => !isReading);
  expect(names).toEqual(['a.csv', 'b.csv', 'c.csv']);
  expect(counts).toEqual({ records: 15, duplicates: 3, rejected: 6 });
  expect(files.map(({ status }) => status.kind)).toEqual(['read', 'read', 'read']);
});

test('a file that is refused stops none of the others', async () => {
  const error = new EngineError('not-an-audit-log', 'The header is missing.');
  const opening = createFileOpening(
    setThat(async ({ name }) => {
      if (name === 'a.png') throw error;
      return receipt;
    }),
  );
  opening.open([file('a.png'), file('b.csv')]);
  const { counts, files } = await until(opening, ({ isReading }) => !isReading);
  expect(files[0]?.status).toEqual({ kind: 'refused', error });
  expect(counts.records).toBe(5);
});

test('cancelling keeps what was read and gives up the rest; more files can be opened afterwards', async () => {
  const opening = createFileOpening(
    setThat(
      ({ name }, options) =>
        new Promise((resolve, reject) => {
          if (name === 'later.csv') return resolve(receipt);
          options?.onProgress?.({ bytesRead: 1, bytesTotal: 2, added: 3 });
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        }),
    ),
  );
  opening.open([file('a.csv'), file('b.csv')]);
  await until(opening, ({ counts }) => counts.records === 3);
  opening.cancel();
  const { files, counts } = await until(opening, ({ isReading }) => !isReading);
  expect(files.map(({ status }) => status)).toEqual([
    { kind: 'cancelled', added: 3 },
    { kind: 'cancelled', added: 0 },
  ]);
  expect(counts.records).toBe(3);
  opening.open([file('later.csv')]);
  expect((await until(opening, ({ isReading }) => !isReading)).counts.records).toBe(8);
});
