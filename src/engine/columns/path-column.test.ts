import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldRef } from '~/domain/catalogue/fields';
import { anyField, rawRecords } from '~/engine/arbitrary-records.fixture';
import { Ingest } from '~/engine/intake/ingest';
import { readPage } from '~/engine/intake/page-reader';
import { naiveRecord } from '~/engine/naive-records.fixture';
import { noCode, type RowIndex } from './numbers';
import { fillPathColumns } from './path-column';
import { Records } from './records';

const page = (raws: readonly string[]) => new TextEncoder().encode(`{"value":[${raws}]}`);
const pathField = fc.oneof(
  anyField.filter((field) => field.startsWith('path:')),
  // Reached through a leading dot, which is as good as none.
  fc.constant<FieldRef>('path:.MessageId'),
);

test('a column by path fills itself once it was asked for, also while records come in', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, pathField, fc.integer({ min: 0, max: 9 }), async (raws, field, before) => {
      const records = new Records();
      const ingest = new Ingest(records, async () => {});
      const rest = raws.slice(before);
      const half = Math.ceil(rest.length / 2);
      await ingest.addPage(readPage(page(raws.slice(0, before))));
      const filling = fillPathColumns(records, [field], records.count, async () => {});
      // Comes while the column still lags behind, so that it must not take part.
      await ingest.addPage(readPage(page(rest.slice(0, half))));
      await filling;
      const column = records.columns.get(field);
      expect(column?.length).toBe(records.count);
      await ingest.addPage(readPage(page(rest.slice(half))));
      const values = Array.from({ length: column?.length ?? 0 }, (_, row) =>
        column?.dictionary.text(column.codes[row as RowIndex] ?? noCode),
      );
      const expected = new Map(raws.map((raw) => naiveRecord(raw)).map((record) => [record.id, record.value(field)]));
      const ids = Array.from({ length: records.count }, (_, row) => records.ids.text(row as RowIndex));
      expect(values).toEqual(ids.map((id) => expected.get(id)));
    }),
    { numRuns: 300 },
  );
});
