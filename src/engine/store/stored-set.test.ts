import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnFields, rawRecords } from '~/engine/arbitrary-records.fixture';
import type { RowIndex } from '~/engine/columns/numbers';
import { Records } from '~/engine/columns/records';
import { Ingest } from '~/engine/intake/ingest';
import { readPage } from '~/engine/intake/page-reader';
import { rawRecordAt, rowAt } from '~/engine/questions/row-at';
import { pageOf } from '~/engine/record-sets.fixture';
import { Killed, MemoryFile } from './memory-file.fixture';
import { StoredSet } from './stored-set';

/** A page, a CSV file or a file of JSON Lines with these records, some of them damaged. */
interface Batch {
  readonly kind: 'page' | 'csv' | 'jsonl' | 'text';
  readonly raws: readonly string[];
  readonly cut: number;
}

const batch: fc.Arbitrary<Batch> = fc.record({
  kind: fc.constantFrom('page', 'csv', 'jsonl', 'text'),
  raws: rawRecords,
  cut: fc.nat(60),
});

async function take(ingest: Ingest, { kind, raws, cut }: Batch): Promise<void> {
  if (kind === 'page') await ingest.addPage(readPage(pageOf(raws)));
  else if (kind === 'text') {
    await ingest.addPage(
      readPage(
        pageOf(raws.map((raw) => raw.replace(/"auditData":(.*)\}$/, (_, json) => `"auditData":${JSON.stringify(json)}}`))),
      ),
    );
  } else if (kind === 'jsonl') {
    const lines = raws.map((raw) =>
      JSON.stringify({ AuditData: raw, CreationDate: '2024-01-02T03:04:05Z', Identity: 'x', UserIds: 'u' }),
    );
    await ingest.addFile(new File([`${lines.join('\n')}\n`], 'a.jsonl')).catch(() => undefined);
  } else {
    const rows = raws.map((raw, i) => {
      const cell = i % 3 === 2 ? raw.slice(0, -cut || undefined) : raw;
      return `id-${i},2024-01-02T03:04:05Z,"${cell.replaceAll('"', '""')}"`;
    });
    await ingest.addFile(new File([['RecordId,CreationDate,AuditData', ...rows, ''].join('\r\n')], 'a.csv'));
  }
}

/** Everything that can be asked of the rows. */
function facts({ records, ingest }: ReturnType<typeof emptySet>) {
  const { ids, copies, fullness, kept, origins } = records;
  return {
    live: records.liveCount,
    counts: ingest.counts,
    rejected: ingest.rejected,
    users: [...records.recordedUsers],
    templates: kept.templates.length,
    rows: Array.from({ length: records.count }, (_, at) => {
      const row = at as RowIndex;
      return {
        ...rowAt(records, row, columnFields, () => ''),
        raw: rawRecordAt(records, row),
        bytes: new TextDecoder().decode(records.raw(row).bytes),
        isTaken: copies.isTaken(row),
        copies: copies.of(row).map((origin) => origins.place(origin)),
        fullness: fullness.array[row],
        namesakes: ids.namesakes(row),
      };
    }),
  };
}

function emptySet() {
  const records = new Records();
  return { records, ingest: new Ingest(records, async () => undefined) };
}

/** Written in many pieces. */
const little = { bytes: 100, records: 3 };

function open(file: MemoryFile, { records, ingest }: ReturnType<typeof emptySet>): StoredSet {
  const stored = new StoredSet(file, records, ingest, little);
  for (const _ of stored.restore());
  return stored;
}

function write(stored: StoredSet, mark: string): void {
  for (const _ of stored.write(mark));
}

test('a set that is opened again is the set that was written, and goes on as that does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 5 }), fc.nat(5), fc.boolean(), async (batches, openAfter, isWrittenAtOnce) => {
      const file = new MemoryFile();
      const whole = emptySet();
      const stored = new StoredSet(file, whole.records, whole.ingest, little);
      for (const [at, each] of batches.slice(0, openAfter).entries()) {
        await take(whole.ingest, each);
        if (!isWrittenAtOnce) write(stored, `after ${at}`);
      }
      if (isWrittenAtOnce) write(stored, 'after all');

      const again = emptySet();
      const reopened = open(file, again);
      expect([reopened.mark, reopened.size]).toEqual([stored.mark, stored.size]);
      for (const { ingest } of [whole, again]) for (const each of batches.slice(openAfter)) await take(ingest, each);
      expect(facts(again)).toEqual(facts(whole));
    }),
  );
});

test('whenever the worker is killed while it writes, everything that was confirmed is there again, and filling goes on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), fc.nat(20_000), async (batches, life) => {
      const file = new MemoryFile();
      file.life = life;
      const confirmed = await fill(file, batches);
      file.life = Number.POSITIVE_INFINITY;

      const again = emptySet();
      const { mark } = open(file, again);
      expect(mark).toBe(confirmed === 0 ? undefined : `${confirmed}`);
      const whole = emptySet();
      for (const each of batches) await take(whole.ingest, each);
      for (const each of batches.slice(Number(mark ?? 0))) await take(again.ingest, each);
      const [was, is] = [facts(whole), facts(again)];
      expect(is.rows.map(({ bytes }) => bytes)).toEqual(was.rows.map(({ bytes }) => bytes));
      expect([is.live, is.counts]).toEqual([was.live, was.counts]);
    }),
    { numRuns: 50 },
  );
});

/** Writes an entry for each batch, and says how many were confirmed before the writer was killed. */
async function fill(file: MemoryFile, batches: readonly Batch[]): Promise<number> {
  const { records, ingest } = emptySet();
  const stored = new StoredSet(file, records, ingest, little);
  for (const [at, each] of batches.entries()) {
    await take(ingest, each);
    try {
      write(stored, `${at + 1}`);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return at;
    }
  }
  return batches.length;
}
