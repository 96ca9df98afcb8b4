import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailReadsView } from '~/domain/mail-reads/mail-reads-filter';
import { heldWith } from '~/records/held-set.fixture';
import { type ReadingProgress, readMailReads } from './read-mail-reads';

function accesses(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `id-${index}`,
    createdDateTime: new Date(Date.UTC(2026, 10, 14) + index * 1000).toISOString(),
    operation: index % 2 === 0 ? 'MailItemsAccessed' : 'Send',
    auditData: {
      OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
      Folders: [{ Path: '\\Inbox', FolderItems: [{ InternetMessageId: `<${index}@x>` }] }],
    },
  }));
}

const never = new AbortController().signal;
const nothing = { text: '', filters: [] };

test('reads every record that tells of it, however many there are at once, and says how far it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 260 }), async (count) => {
      const { set } = await heldWith(accesses(count));
      const told: ReadingProgress[] = [];
      const options = { signal: never, stop: never, onProgress: (progress: ReadingProgress) => told.push(progress) };
      const reading = await readMailReads(set, mailReadsView(nothing), options);
      const telling = Math.ceil(count / 2);
      expect(reading).toMatchObject({ messages: telling, done: telling, outOf: telling, isStopped: false });
      expect(told.at(-1)).toEqual({ done: telling, outOf: telling });
    }),
    { numRuns: 15 },
  );
});

test.each([
  ['records', { records: 60, reads: 1000 }, 60],
  ['messages', { records: 1000, reads: 10 }, 50],
])('reads the latest where there are too many %s', async (_, most, done) => {
  const { set } = await heldWith(accesses(400));
  const options = { signal: never, stop: never, onProgress: () => {} };
  const reading = await readMailReads(set, mailReadsView(nothing), options, most);
  expect(reading).toMatchObject({ done, outOf: 200, messages: done });
  expect(reading.reads.map(({ message }) => message)).toContain('<398@x>');
});

test('ends with the reason of its signal', async () => {
  const { set } = await heldWith(accesses(20));
  const controller = new AbortController();
  const reason = new Error('gone elsewhere');
  const options = { signal: controller.signal, stop: never, onProgress: () => controller.abort(reason) };
  await expect(readMailReads(set, mailReadsView(nothing), options)).rejects.toBe(reason);
});
