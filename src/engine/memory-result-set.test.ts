import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldRef } from '~/domain/fields';
import type { ResultView } from '~/domain/result-view';
import { anyField, columnFields, filters, query, rawRecords, views } from './arbitrary-records';
import { MemoryResultSet } from './memory-result-set';
import { type NaiveRecord, naiveRecord, naiveView } from './naive-records';
import type { ViewState } from './result-set';

const whole: ResultView = { text: '', filters: [], sort: [] };
const runs = { numRuns: 150 };

function page(raws: readonly string[], nextLink?: string): Uint8Array {
  const link = nextLink === undefined ? '' : `,"@odata.nextLink":${JSON.stringify(nextLink)}`;
  return new TextEncoder().encode(`{"@odata.context":"x","value":[${raws.join(',\n ')}]${link}}`);
}

async function filled(raws: readonly string[]): Promise<MemoryResultSet> {
  const resultSet = new MemoryResultSet();
  const half = Math.floor(raws.length / 2);
  await resultSet.append(page(raws.slice(0, half)));
  await resultSet.append(page(raws.slice(half)));
  return resultSet;
}

/** The view in its last state. */
function settled(resultSet: MemoryResultSet, view: ResultView): Promise<ViewState> {
  return new Promise((resolve, reject) => {
    const take = (state: ViewState) => {
      if (state.searched === state.outOf) resolve(state);
    };
    resultSet.view(view, take).then(take, reject);
  });
}

async function idsOf(resultSet: MemoryResultSet, view: ResultView): Promise<string[]> {
  const { viewId, rowCount } = await settled(resultSet, view);
  const rows = await resultSet.rows(viewId, 0, 1000, []);
  expect(rows).toHaveLength(rowCount);
  return rows.map((row) => row.recordId);
}

async function agree(
  raws: readonly string[],
  check: (resultSet: MemoryResultSet, records: NaiveRecord[]) => Promise<void>,
): Promise<void> {
  const resultSet = await filled(raws);
  try {
    await check(resultSet, raws.map(naiveRecord));
  } finally {
    resultSet.dispose();
  }
}

test('rows hold the values of every field as the naive version finds them', async () => {
  const asked: FieldRef[] = [
    ...columnFields,
    'id',
    'path:Item',
    'path:ObjectId',
    'path:ExtendedProperties[Other]',
    'path:["__proto__"]',
    'path:Item.Subject',
    'path:Item.Subject|ExtendedProperties[Other]|ObjectId',
    'path:|AssociatedAdminUnits|OperationProperties[a|b]|UserType',
  ];
  await fc.assert(
    fc.asyncProperty(rawRecords, (raws) =>
      agree(raws, async (resultSet, records) => {
        const { viewId } = await settled(resultSet, whole);
        for (const [index, row] of (await resultSet.rows(viewId, 0, 1000, asked)).entries()) {
          const record = records[index];
          expect(row).toMatchObject({ index, recordId: record?.id, time: record?.time });
          const expected = asked
            .filter((field) => field !== 'path:Item')
            .map((field) => [field, field === 'id' ? record?.id : record?.value(field)]);
          const actual = asked.filter((field) => field !== 'path:Item').map((field) => [field, row.values[field] ?? '']);
          expect(actual).toEqual(expected);
        }
      }),
    ),
    runs,
  );
});

test('a view filters, searches and sorts as the naive version does', async () => {
  await fc.assert(
    // Several in a row: what one leaves behind must not show in the next.
    fc.asyncProperty(rawRecords, fc.array(views, { minLength: 1, maxLength: 4 }), (raws, asked) =>
      agree(raws, async (resultSet, records) => {
        for (const view of asked) {
          expect(await idsOf(resultSet, view)).toEqual(naiveView(records, view).map(({ id }) => id));
        }
      }),
    ),
    { numRuns: 200 },
  );
});

test('records of one user stand newest first in both directions, and by arrival within one moment', async () => {
  const at = (id: string, user: string, time: string) =>
    `{"id":"${id}","createdDateTime":"2024-01-02T03:04:${time}Z","userPrincipalName":"${user}"}`;
  const raws = [at('a', 'bob', '01'), at('b', 'ada', '05'), at('c', 'bob', '09'), at('d', 'ada', '05'), at('e', 'ada', '07')];
  const resultSet = await filled(raws);
  const sorted = (descending: boolean) => idsOf(resultSet, { ...whole, sort: [{ field: 'user', descending }] });
  expect(await sorted(false)).toEqual(['e', 'b', 'd', 'c', 'a']);
  expect(await sorted(true)).toEqual(['c', 'a', 'e', 'b', 'd']);
  // From the orders that are kept by now.
  expect(await sorted(false)).toEqual(['e', 'b', 'd', 'c', 'a']);
});

test('a text is found exactly where the naive version finds it', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, fc.array(query, { minLength: 5, maxLength: 5 }), (raws, queries) =>
      agree(raws, async (resultSet, records) => {
        for (const text of queries) {
          const view = { ...whole, text };
          expect([text, await idsOf(resultSet, view)]).toEqual([text, naiveView(records, view).map(({ id }) => id)]);
        }
      }),
    ),
    runs,
  );
});

test('facets count as the naive version does', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, filters, anyField, (raws, wanted, field) =>
      agree(raws, async (resultSet, records) => {
        if (field === 'time' || field === 'id') return;
        const view = { ...whole, filters: wanted };
        const counts = new Map<string, number>();
        for (const record of naiveView(records, view)) {
          const key = record.value(field).toLowerCase();
          if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        const { viewId } = await settled(resultSet, view);
        const facets = await resultSet.facet(viewId, field);
        expect(new Map(facets.map(({ value, count }) => [value.toLowerCase(), count]))).toEqual(counts);
        expect(facets.map(({ count }) => count)).toEqual([...counts.values()].sort((a, b) => b - a));
      }),
    ),
    runs,
  );
});

test('a histogram counts every record of the view in its slice', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, filters, fc.integer({ min: 1, max: 20 }), (raws, wanted, buckets) =>
      agree(raws, async (resultSet, records) => {
        const view = { ...whole, filters: wanted };
        const times = naiveView(records, view).map(({ time }) => time);
        const { viewId } = await settled(resultSet, view);
        const { from, to, counts } = await resultSet.histogram(viewId, buckets);
        if (times.length > 0) expect([from, to]).toEqual([Math.min(...times), Math.max(...times)]);
        const expected = new Array(buckets).fill(0);
        for (const time of times)
          expected[to > from ? Math.min(buckets - 1, Math.floor((time - from) * (buckets / (to - from)))) : 0]++;
        expect(counts).toEqual(expected);
      }),
    ),
    runs,
  );
});

test('a record is handed back byte for byte, with everything around it', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, (raws) =>
      agree(raws, async (resultSet) => {
        for (const [row, raw] of raws.entries()) {
          const { auditData, envelope, source } = await resultSet.record(row);
          const parsed = JSON.parse(raw);
          expect(raw).toContain(auditData);
          expect(auditData === '' ? null : JSON.parse(auditData)).toEqual(parsed.auditData ?? null);
          expect(envelope.map(([name]) => name)).toEqual(Object.keys(parsed).filter((name) => name !== 'auditData'));
          expect(source).toBe('Microsoft Graph');
        }
      }),
    ),
    { numRuns: 50 },
  );
});

const good = (id: string, more = '') => `{"id":"${id}","createdDateTime":"2024-01-02T03:04:05Z"${more}}`;

test('a page counts records that are there already and follows the link to the next', async () => {
  const resultSet = new MemoryResultSet();
  expect(await resultSet.append(page([good('a'), good('b'), good('a')], 'https://next'))).toEqual({
    added: 2,
    duplicates: 1,
    rejected: 0,
    nextLink: 'https://next',
  });
  expect(await resultSet.append(page([good('b'), good('c')]))).toEqual({
    added: 1,
    duplicates: 1,
    rejected: 0,
    nextLink: undefined,
  });
});

test('a bad record is refused with a reason and stops nothing', async () => {
  const resultSet = new MemoryResultSet();
  const bad = [
    '{"id":"x"}',
    '{"createdDateTime":"2024-01-02T03:04:05Z"}',
    '{"id":"y","createdDateTime":"yesterday"}',
    'null',
    '{"id":"z" "a":1}',
    '[1]',
    '{"a":[1,]}',
  ];
  const receipt = await resultSet.append(page([good('a'), ...bad, good('b')]));
  expect(receipt).toMatchObject({ added: 2, rejected: bad.length });
  const rejected = await resultSet.rejected();
  expect(rejected.map(({ raw }) => raw)).toEqual(bad);
  expect(rejected.map(({ reason }) => reason)).toEqual([
    'It has no time.',
    'It has no id.',
    'Its time cannot be read: yesterday',
    'It is not a JSON object.',
    'It is not valid JSON.',
    'It is not a JSON object.',
    'It is not valid JSON.',
  ]);
});

test('a page cut off anywhere is refused whole', async () => {
  const bytes = page([good('a', ',"auditData":{"Item":{"Subject":"q\\"\\u00e4{"}}'), good('b')], 'https://next');
  const resultSet = new MemoryResultSet();
  for (let end = 0; end < bytes.length; end++) {
    await expect(resultSet.append(bytes.slice(0, end))).rejects.toMatchObject({ kind: 'bad-page' });
  }
  for (const text of ['[]', '{}', '{"value":{}}', '{"error":{"code":"x"}}', 'null', '<html>', '{"value":[],}']) {
    await expect(resultSet.append(new TextEncoder().encode(text))).rejects.toMatchObject({ kind: 'bad-page' });
  }
  expect(await settled(resultSet, whole)).toMatchObject({ rowCount: 0, outOf: 0 });
  expect(await resultSet.append(bytes)).toMatchObject({ added: 2 });
});

test('a column by path takes in records that arrive later', async () => {
  const resultSet = await filled([good('a', ',"auditData":{"X":"2"}'), good('b', ',"auditData":{"X":"1"}')]);
  const view: ResultView = { ...whole, sort: [{ field: 'path:X', descending: false }] };
  expect(await idsOf(resultSet, view)).toEqual(['b', 'a']);
  await resultSet.append(page([good('c', ',"auditData":{"X":"0"}'), good('d')]));
  expect(await idsOf(resultSet, view)).toEqual(['c', 'b', 'a', 'd']);
});

test('says where a record stands in a view', async () => {
  const resultSet = await filled([good('a'), good('7D29B563-e2b8-47b2-b87e-08dd59db9fd4')]);
  const { viewId } = await resultSet.view({ ...whole, sort: [{ field: 'id', descending: true }] });
  expect(await resultSet.position(viewId, 'a')).toBe(0);
  expect(await resultSet.position(viewId, '7d29b563-e2b8-47b2-b87e-08dd59db9fd4')).toBe(1);
  expect(await resultSet.position(viewId, 'nobody')).toBeUndefined();
});

test('filters addresses by block and ids by id', async () => {
  const resultSet = await filled([good('a', ',"clientIp":"10.1.2.3:99"'), good('b', ',"clientIp":"11.1.2.3"'), good('c')]);
  expect(await idsOf(resultSet, { ...whole, filters: [{ field: 'ip', op: 'is', values: ['10.0.0.0/8', ''] }] })).toEqual([
    'a',
    'c',
  ]);
  expect(await idsOf(resultSet, { ...whole, filters: [{ field: 'ip', op: 'isNot', values: ['10.0.0.0/8'] }] })).toEqual([
    'b',
    'c',
  ]);
  expect(await idsOf(resultSet, { ...whole, filters: [{ field: 'id', op: 'is', values: ['b', 'x'] }] })).toEqual(['b']);
});

test('counts spellings that differ in case together, under the most frequent', async () => {
  const resultSet = await filled(['Bob', 'bob', 'bob', 'Eve'].map((user, i) => good(`r${i}`, `,"userPrincipalName":"${user}"`)));
  const { viewId } = await resultSet.view(whole);
  expect(await resultSet.facet(viewId, 'user')).toEqual([
    { value: 'bob', count: 3 },
    { value: 'Eve', count: 1 },
  ]);
  expect(await resultSet.facet(viewId, 'user', 1)).toHaveLength(1);
});
