import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawRecords, words } from '~/engine/arbitrary-records.fixture';
import { naiveHolds } from '~/engine/naive-text.fixture';
import { type SoughtText, TextQuery } from '~/engine/questions/text-query';
import { found, open } from '~/engine/questions/text-search';
import { encodeText } from '~/lib/bytes';
import { layouts } from './kept.fixture';
import type { KeptRecords } from './kept-records';
import type { RecordFormat } from './record-format';
import { searchKept } from './search';

/** Numbers of the records found, and of those that the format finds in the raw text. */
function search(kept: KeptRecords, format: RecordFormat, raws: readonly string[], sought: SoughtText) {
  const naiveText = (record: number) => {
    const bytes = encodeText(raws[record] ?? '');
    return format.searchText(bytes, 0, bytes.length);
  };
  const state = new Uint8Array(raws.length).fill(open);
  const count = [...searchKept(kept, new TextQuery(sought), state, naiveText)].reduce((sum, step) => sum + step.found, 0);
  const records = [...raws.keys()].filter((record) => state[record] === found);
  expect(count).toBe(records.length);
  return { records, naive: [...raws.keys()].filter((record) => naiveHolds(naiveText(record), sought)) };
}

/** Words, and parts of records as a search sees them. */
const queries = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...words,
      ...words.map((word) => word.slice(1, -1)),
      'operation',
      '":"',
      '"',
      ',',
      'a',
      'é',
      '\n',
      'Data":{"',
    ),
    fc.record({ part: fc.nat(), length: fc.integer({ min: 1, max: 30 }) }),
    fc.string({ minLength: 1, maxLength: 3 }),
  ),
  { minLength: 1, maxLength: 8 },
);
type Query = string | { readonly part: number; readonly length: number };

function queryText(query: Query, format: RecordFormat, raws: readonly string[]): string {
  if (typeof query === 'string') return query;
  const all = raws.map((raw) => format.searchText(encodeText(raw), 0, encodeText(raw).length)).join('');
  const at = query.part % (all.length + 1);
  return all.slice(at, at + query.length) || 'x';
}

test.each(layouts)('a text is found in %s exactly where it stands in the record without escapes', (_, { format, make, keep }) => {
  fc.assert(
    fc.property(rawRecords, queries, (records, wanted) => {
      const raws = records.map(make);
      const kept = keep(raws);
      for (const query of wanted) {
        const text = queryText(query, format, raws);
        for (const whole of [undefined, true] as const) {
          const { records: hits, naive } = search(kept, format, raws, { text, whole });
          expect([text, whole, hits]).toEqual([text, whole, naive]);
        }
      }
    }),
  );
});
