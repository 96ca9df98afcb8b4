// What every record set promises, whatever stands behind it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import { placeWords } from '~/domain/record/record-place';
import type { ResultView } from '~/domain/view/result-view';
import { columnFields, query, rawRecords, views } from './arbitrary-records.fixture';
import { allFound } from './door/all-found';
import { ColumnRecordSet } from './door/column-record-set';
import { naiveProperties, naiveView } from './naive-records.fixture';
import { agree, keysOf, pageOf, plainRecord, recordSets, wholeView } from './record-sets.fixture';

const runs = { numRuns: 100 };

test.each(recordSets)('%s: rows hold the values of every field as the naive version finds them', async (_, make) => {
  const asked: FieldRef[] = [
    ...columnFields,
    'id',
    'path:ObjectId',
    'path:ExtendedProperties[Other]',
    'path:["__proto__"]',
    'path:Item.Subject',
    'path:Item.Subject|ExtendedProperties[Other]|ObjectId',
    'path:|AssociatedAdminUnits|OperationProperties[a|b]|UserType',
  ];
  await fc.assert(
    fc.asyncProperty(rawRecords, (raws) =>
      agree(make, raws, async (set, records) => {
        const rows = await set.open(wholeView).rows(0, 1000, asked);
        expect(rows).toHaveLength(records.length);
        for (const [index, row] of rows.entries()) {
          const record = records[index];
          expect(row).toMatchObject({ key: record?.id, time: record?.time });
          expect(asked.map((field) => [field, row.values[field] ?? ''])).toEqual(
            asked.map((field) => [field, field === 'id' ? record?.id : record?.value(field)]),
          );
        }
      }),
    ),
    runs,
  );
});

test.each(recordSets)('%s: a view filters, searches and sorts as the naive version does', async (_, make) => {
  await fc.assert(
    // Several in a row: what one leaves behind must not show in the next.
    fc.asyncProperty(rawRecords, fc.array(views, { minLength: 1, maxLength: 4 }), (raws, asked) =>
      agree(make, raws, async (set, records) => {
        for (const view of asked) {
          expect(await keysOf(set, view)).toEqual(naiveView(records, view).map(({ id }) => id));
        }
      }),
    ),
    { numRuns: 150 },
  );
});

test.each(recordSets)(
  '%s: records of one user stand newest first in both directions, and by arrival in one moment',
  async (_, make) => {
    const at = (id: string, user: string, time: string) =>
      `{"id":"${id}","createdDateTime":"2024-01-02T03:04:${time}Z","userPrincipalName":"${user}"}`;
    const set = make();
    const rows = [at('a', 'bob', '01'), at('b', 'ada', '05'), at('c', 'bob', '09'), at('d', 'ada', '05'), at('e', 'ada', '07')];
    await set.page(pageOf(rows));
    const sorted = (descending: boolean) => keysOf(set, { ...wholeView, sort: [{ field: 'user', descending }] });
    expect(await sorted(false)).toEqual(['e', 'b', 'd', 'c', 'a']);
    expect(await sorted(true)).toEqual(['c', 'a', 'e', 'b', 'd']);
    // From the orders that are kept by now.
    expect(await sorted(false)).toEqual(['e', 'b', 'd', 'c', 'a']);
  },
);

test.each(recordSets)('%s: views that are open beside each other do not disturb each other', async (_, make) => {
  const texts = fc.oneof(
    views,
    query.map((text): ResultView => ({ ...wholeView, text })),
  );
  await fc.assert(
    fc.asyncProperty(rawRecords, fc.array(texts, { minLength: 2, maxLength: 6 }), (raws, asked) =>
      agree(make, raws, async (set, records) => {
        // The same ones twice, so that work is shared.
        const all = [...asked, ...asked];
        const found = await Promise.all(all.map((view) => keysOf(set, view)));
        expect(found).toEqual(all.map((view) => naiveView(records, view).map(({ id }) => id)));
      }),
    ),
    runs,
  );
});

test.each(recordSets)('%s: a text is found exactly where the naive version finds it', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(rawRecords, fc.array(query, { minLength: 5, maxLength: 5 }), (raws, queries) =>
      agree(make, raws, async (set, records) => {
        for (const text of queries) {
          const view = { ...wholeView, text };
          expect([text, await keysOf(set, view)]).toEqual([text, naiveView(records, view).map(({ id }) => id)]);
        }
      }),
    ),
    runs,
  );
});

test.each(recordSets)('%s: properties are those of the records, with their numbers and kinds', async (_, make) => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom<unknown>('1', 'true', '{', 0, -1.5, null, [], {}));
  const auditData = fc.dictionary(fc.constantFrom('A', 'B', 'Ä "quoted"', '__proto__', 'constructor', 'toString'), value);
  await fc.assert(
    fc.asyncProperty(fc.array(auditData, { maxLength: 8 }), async (all) => {
      const set = make();
      await set.page(pageOf(all.map((each, at) => plainRecord(`r${at}`, `,"auditData":${JSON.stringify(each)}`))));
      const facts = (await set.properties()).map((each) => ({ ...each, examples: [], nested: [] }));
      expect(facts).toEqual(naiveProperties(all.map((each) => JSON.parse(JSON.stringify(each)))));
      set.dispose();
    }),
    runs,
  );
});

test('properties come with examples of their values, and with what stands in them', async () => {
  const set = new ColumnRecordSet();
  const auditData = [{ Size: 1, Item: { Subject: 'Offer "A"' } }, { Size: 2 }, { Size: 1, Item: { Path: '/Inbox' } }];
  await set.page(pageOf(auditData.map((each, at) => plainRecord(`r${at}`, `,"auditData":${JSON.stringify(each)}`))));
  const [size, item] = await set.properties();
  expect(size).toMatchObject({ name: 'Size', count: 3, examples: ['1', '2'], nested: [] });
  expect(item).toMatchObject({
    name: 'Item',
    count: 2,
    nested: [
      { path: 'Item.Subject', example: 'Offer "A"' },
      { path: 'Item.Path', example: '/Inbox' },
    ],
  });
});

test.each(recordSets)('%s: a record is handed back with everything around it, one by one and many at a time', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(rawRecords, (raws) =>
      agree(make, raws, async (set, records) => {
        const view = set.open(wholeView);
        const all = await view.records(0, 1000);
        expect(all.map(({ key }) => key)).toEqual(records.map(({ id }) => id));
        for (const [at, raw] of raws.entries()) {
          const whole = all[at];
          expect(await set.record((whole?.key ?? '') as RecordKey)).toEqual(whole);
          const { auditData = '', envelope = [], origin } = whole ?? {};
          const { auditData: expected, ...around } = JSON.parse(raw);
          expect(auditData === '' ? null : JSON.parse(auditData)).toEqual(expected || null);
          expect(envelope.map(([name]) => name)).toEqual(Object.keys(around));
          expect(origin && placeWords(origin)).toBe(`Microsoft Graph, page ${at < Math.floor(raws.length / 2) ? 1 : 2}`);
        }
      }),
    ),
    { numRuns: 50 },
  );
});

test.each(recordSets)('%s: a view does not change while records arrive', async (_, make) => {
  const set = make();
  await set.page(pageOf([plainRecord('a'), plainRecord('b')]));
  const view = set.open(wholeView);
  expect(await allFound(view)).toEqual({ status: 'open', rowCount: 2, outOf: 2, searched: 2 });
  await set.page(pageOf([plainRecord('c')]));
  expect(await view.rows(0, 10, [])).toHaveLength(2);
  expect(await allFound(set.open(wholeView))).toMatchObject({ rowCount: 3, outOf: 3 });
});

test.each(recordSets)('%s: says where a record stands in a view', async (_, make) => {
  const set = make();
  const guid = '7d29b563-e2b8-47b2-b87e-08dd59db9fd4';
  await set.page(pageOf([plainRecord('a'), plainRecord(guid.toUpperCase())]));
  const view = set.open({ ...wholeView, sort: [{ field: 'id', descending: true }] });
  const places = await Promise.all(['a', guid, 'nobody'].map((key) => view.find(key as RecordKey)));
  expect(places).toEqual([0, 1, undefined]);
  await expect(set.record('nobody' as RecordKey)).rejects.toThrow('nobody');
});

test.each(recordSets)('%s: a view that is closed answers nothing more, and others go on', async (_, make) => {
  const set = make();
  await set.page(pageOf([plainRecord('a')]));
  const controller = new AbortController();
  const [closed, aborted, kept] = [set.open(wholeView), set.open(wholeView, controller.signal), set.open(wholeView)];
  const waiting = [closed, aborted].map((view) => expect(view.rows(0, 1, [])).rejects.toMatchObject({ name: 'AbortError' }));
  closed.close();
  controller.abort();
  await Promise.all(waiting);
  await expect(closed.overview({ facets: [] })).rejects.toMatchObject({ name: 'AbortError' });
  await expect(closed.export({ kind: 'purview', bom: false }).getReader().read()).rejects.toMatchObject({ name: 'AbortError' });
  expect(await kept.rows(0, 1, [])).toHaveLength(1);
});

test.each(recordSets)('%s: a question that is no longer asked rejects with the reason, and the view goes on', async (_, make) => {
  const set = make();
  await set.page(pageOf([plainRecord('a')]));
  const view = set.open(wholeView);
  const signal = AbortSignal.abort(new Error('looked away'));
  await expect(view.rows(0, 1, [], signal)).rejects.toThrow('looked away');
  await expect(view.overview({ facets: [] }, signal)).rejects.toThrow('looked away');
  expect(await view.rows(0, 1, [])).toHaveLength(1);
});

test.each(recordSets)('%s: exports the columns of a view in its order', async (_, make) => {
  const set = make();
  await set.page(pageOf([plainRecord('a', ',"userPrincipalName":"=cmd"'), plainRecord('b')]));
  const view = set.open({ ...wholeView, sort: [{ field: 'id', descending: true }] });
  const columns = (['id', 'user', 'time'] as const).map((field) => ({ field, label: labelOf(set.catalogue, field) }));
  const stream = view.export({ kind: 'columns', bom: false, columns, timeZone: 'utc' });
  expect(await new Response(stream).text()).toBe(
    "Record ID,User,Date (UTC)\r\nb,,2024-01-02T03:04:05Z\r\na,'=cmd,2024-01-02T03:04:05Z\r\n",
  );
});
