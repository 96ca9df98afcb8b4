// What every record set promises about records that come again: copies, fuller copies, and others with the same id.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordKey } from '~/domain/record/record-key';
import { placeWords } from '~/domain/record/record-place';
import type { ResultView } from '~/domain/view/result-view';
import { emptySet } from './record-set';
import { type FilledSet, facetOf, keysOf, noReceipt, pageOf, recordSets, wholeView } from './record-sets.fixture';

const guid = '7d29b563-e2b8-47b2-b87e-08dd59db9fd4';
const zeros = '00000000-0000-0000-0000-000000000000';

interface Said {
  readonly id: string;
  readonly second: number;
  readonly operation: string;
  readonly user: string;
  /** How much of AuditData is there: none, cut off, of few properties, whole. */
  readonly extent: 0 | 1 | 2 | 3;
}

const whole = (said: Partial<Said>): Said => ({
  id: guid,
  second: 5,
  operation: 'Send',
  user: 'eve@contoso.com',
  extent: 3,
  ...said,
});

function auditDataOf({ id, second, operation, user, extent }: Said): string {
  const few = { Id: id, CreationTime: `2024-01-02T03:04:0${second}`, Operation: operation, UserId: user };
  if (extent === 0) return '';
  if (extent === 1) return JSON.stringify({ ...few, Note: 'cut off, and all the same longer than few properties' }).slice(0, -3);
  return JSON.stringify(extent === 2 ? few : { ...few, ObjectId: `${operation}.docx` });
}

function asGraph(said: Said): string {
  const { id, second, operation, user } = said;
  const auditData = auditDataOf(said);
  return JSON.stringify({
    id,
    createdDateTime: `2024-01-02T03:04:0${second}Z`,
    operation,
    userPrincipalName: user,
    auditData: said.extent === 1 ? auditData : auditData === '' ? null : JSON.parse(auditData),
  });
}

function asRow(said: Said): string {
  const { id, second, operation, user } = said;
  const auditData = auditDataOf(said);
  return JSON.stringify({
    Identity: id,
    CreationDate: `2024-01-02T03:04:0${second}`,
    Operations: operation,
    UserIds: user,
    AuditData: said.extent === 1 ? auditData : auditData === '' ? undefined : JSON.parse(auditData),
  });
}

async function contentOf(set: FilledSet) {
  const view = set.open(wholeView);
  const [rows, records] = await Promise.all([view.rows(0, 1000, ['operation', 'user', 'id']), view.records(0, 1000)]);
  view.close();
  return rows.map(({ key, time, values }, at) => ({ key, time, ...values, ...records[at] }));
}

const arrivals = fc.array(
  fc.tuple(
    fc.constantFrom('page', 'list'),
    fc.array(
      fc.record<Said>({
        id: fc.constantFrom(
          guid,
          guid.toUpperCase(),
          zeros,
          'ANONYMIZED',
          'a~2',
          'a',
          fc.sample(fc.uuid(), { numRuns: 1, seed: 1 })[0] ?? '',
        ),
        second: fc.constantFrom(5, 6),
        operation: fc.constantFrom('Send', 'SEND', 'Move'),
        user: fc.constantFrom('eve@contoso.com', 'Eve@contoso.com', ''),
        extent: fc.constantFrom(0, 1, 2, 3),
      }),
      { maxLength: 6 },
    ),
  ),
  { maxLength: 6 },
);

/** What is one record whatever else is different. */
function nameOf(said: Said): string {
  const isTelling = said.id.toLowerCase() !== zeros && said.id.length === 36;
  const { id, second, operation, user } = said;
  const facts = [id, operation, user].map((text) => text.toLowerCase());
  return JSON.stringify([...facts, second, isTelling ? '' : auditDataOf(said) || 'none']);
}

async function arrive(set: FilledSet, batches: readonly (readonly [string, readonly Said[]])[]) {
  for (const [how, all] of batches) {
    if (how === 'page') await set.page(pageOf(all.map(asGraph)));
    else await set.list(all.map(asRow), 'Log');
  }
}

test.each(recordSets)('%s: the same records are there in whatever order copies and namesakes came', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.infiniteStream(fc.nat()), async (batches, random) => {
      // Without an AuditData what stands around it is compared, which differs between a page and a list.
      const told = batches.map(([how, all]) => [how, all.filter(({ id, extent }) => extent > 0 || id.length === 36)] as const);
      const all = told.flatMap(([, batch]) => batch).filter(({ id, extent }) => extent > 0 || id !== zeros);
      const kept = told.map(([how, batch]) => [how, batch.filter((said) => all.includes(said))] as const);
      const shuffled = kept.map((batch) => [random.next().value ?? 0, batch] as const).sort(([a], [b]) => a - b);
      const expected = new Map<string, { extent: number; count: number }>();
      for (const said of all) {
        const { extent = 0, count = 0 } = expected.get(nameOf(said)) ?? {};
        expected.set(nameOf(said), { extent: Math.max(extent, said.extent), count: count + 1 });
      }
      for (const order of [kept, shuffled.map(([, batch]) => batch)]) {
        const set = make();
        await arrive(set, order);
        const content = await contentOf(set);
        const found = content.map((record) => ({
          name: nameOf(all.find((said) => isAbout(said, record)) ?? whole({ id: 'nobody' })),
          extent: extentOf(record.auditData ?? ''),
          copies: record.copies,
        }));
        const wanted = [...expected].map(([name, { extent, count }]) => ({ name, extent, copies: count - 1 }));
        const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
        expect(found.sort(byName)).toEqual(wanted.sort(byName));
        const { records, duplicates } = set.state.get();
        expect([records, duplicates]).toEqual([expected.size, all.length - expected.size]);
        expect(new Set(content.map(({ key }) => key)).size).toBe(content.length);
        for (const { key, recordId, alsoIn, copies, namesakes } of content) {
          const same = content.filter((other) => other.recordId === recordId);
          expect([namesakes, alsoIn?.length]).toEqual([same.length - 1, copies]);
          expect(await set.record(key)).toMatchObject({ key, recordId, alsoIn });
        }
        set.dispose();
      }
    }),
    { numRuns: 150 },
  );
});

function isAbout(said: Said, record: Awaited<ReturnType<typeof contentOf>>[number]): boolean {
  const isSame = (a: string, b: string | undefined) => a.toLowerCase() === (b ?? '').toLowerCase();
  if (!isSame(said.id, record.recordId) || new Date(record.time).getUTCSeconds() !== said.second) return false;
  if (!isSame(said.operation, record.operation) || !isSame(said.user, record.user)) return false;
  return said.id.length === 36 && said.id !== zeros ? true : auditDataOf(said) === record.auditData;
}

function extentOf(auditData: string): number {
  if (auditData === '') return 0;
  if (!auditData.endsWith('}')) return 1;
  return auditData.includes('ObjectId') ? 3 : 2;
}

// files.md D1.
test.each(recordSets)('%s: a fuller copy is the record, whichever came first, and both places are known', async (_, make) => {
  for (const order of [
    [1, 3],
    [3, 1],
    [0, 2, 3],
    [2, 3, 1],
  ] as const) {
    const set = make();
    for (const extent of order) await set.page(pageOf([asGraph(whole({ extent }))]));
    const record = await set.record(guid as RecordKey);
    expect(record.auditData).toBe(auditDataOf(whole({})));
    const at = order.indexOf(3) + 1;
    expect(placeWords(record.origin)).toBe(`Microsoft Graph, page ${at}`);
    const others = [1, 2, 3].slice(0, order.length).filter((page) => page !== at);
    expect(record.alsoIn.map(placeWords)).toEqual(others.map((page) => `Microsoft Graph, page ${page}`));
    expect((await set.open(wholeView).rows(0, 9, ['item'])).map(({ values }) => values)).toEqual([{ item: 'Send.docx' }]);
    const fuller = order.filter((extent, i) => i > 0 && extent > Math.max(...order.slice(0, i))).length;
    expect(set.state.get()).toEqual({ ...emptySet, records: 1, duplicates: order.length - 1, fuller });
  }
});

// files.md D5.
test.each(recordSets)('%s: records that say something else under the same id are other records, and say so', async (_, make) => {
  const set = make();
  const others = [whole({}), whole({ second: 6 }), whole({ operation: 'Move' }), whole({ user: 'ada@contoso.com' })];
  expect(await set.page(pageOf([...others, whole({ extent: 0 })].map(asGraph)))).toMatchObject({
    ...noReceipt,
    added: 4,
    duplicates: 1,
    namesakes: 3,
  });
  const content = await contentOf(set);
  expect(content.map(({ key, recordId, namesakes }) => [key, recordId, namesakes])).toEqual(
    ['', '~2', '~3', '~4'].map((at) => [`${guid}${at}`, guid, 3]),
  );
  const second = `${guid}~2` as RecordKey;
  expect(await set.record(second)).toMatchObject({ key: second, recordId: guid });
  expect(await set.open(wholeView).find(second)).toBe(1);
  const lines = ['a', 'b', 'b', 'c'].map((item) =>
    JSON.stringify({ Identity: 'ANONYMIZED', CreationDate: '2024-01-02T03:04:05', AuditData: { ObjectId: item } }),
  );
  expect(await set.list(lines, 'Log')).toEqual({ ...noReceipt, added: 3, duplicates: 1, namesakes: 2 });
});

test.each(recordSets)('%s: under an id of zeros only what is alike byte for byte is one record', async (_, make) => {
  const set = make();
  const raws = [3, 3, 2, 1].map((extent) => asGraph(whole({ id: zeros, extent: extent as Said['extent'] })));
  expect(await set.page(pageOf(raws))).toMatchObject({ added: 3, duplicates: 1, fuller: 0, namesakes: 2 });
  expect(await keysOf(set, wholeView)).toEqual([zeros, `${zeros}~2`, `${zeros}~3`]);
});

test.each(recordSets)('%s: a view that is open stays as it was when a fuller copy comes', async (_, make) => {
  const set = make();
  await set.page(pageOf([asGraph(whole({ extent: 2 })), asGraph(whole({ id: 'b' }))]));
  const view = set.open({ ...wholeView, sort: [{ field: 'id', descending: false }] });
  const before = await view.rows(0, 9, ['item']);
  await set.page(pageOf([asGraph(whole({}))]));
  expect(await view.rows(0, 9, ['item'])).toEqual(before);
  expect(await view.find(guid as RecordKey)).toBe(0);
  expect((await view.records(0, 1))[0]?.auditData).toBe(auditDataOf(whole({ extent: 2 })));
  expect((await set.record(guid as RecordKey)).auditData).toBe(auditDataOf(whole({})));
  expect(await keysOf(set, wholeView)).toEqual(['b', guid]);
});

test.each(recordSets)('%s: filters, searches, sorts and counts a record by its fullest copy alone', async (_, make) => {
  const set = make();
  await set.page(pageOf([2, 1].map((extent) => asGraph(whole({ extent: extent as Said['extent'] })))));
  await set.page(pageOf([asGraph(whole({ id: 'b', user: 'ada@contoso.com' }))]));
  const sorted: ResultView = { ...wholeView, sort: [{ field: 'user', descending: true }] };
  expect(await keysOf(set, sorted)).toEqual([guid, 'b']);
  await set.list([asRow(whole({})), asRow(whole({ second: 6 }))], 'Log');
  expect(await keysOf(set, sorted)).toEqual([`${guid}~2`, guid, 'b']);
  // From the orders that are kept by now, as a whole and in part.
  expect(await keysOf(set, { ...sorted, filters: [{ field: 'user', op: 'is', values: ['eve@contoso.com'] }] })).toEqual([
    `${guid}~2`,
    guid,
  ]);
  expect(await keysOf(set, { ...wholeView, filters: [{ field: 'item', op: 'is', values: [''] }] })).toEqual([]);
  expect(await keysOf(set, { ...wholeView, text: 'docx' })).toEqual(['b', guid, `${guid}~2`]);
  expect(await keysOf(set, { ...wholeView, filters: [{ field: 'id', op: 'is', values: [guid] }] })).toEqual([guid, `${guid}~2`]);
  expect(await keysOf(set, { ...wholeView, sort: [{ field: 'id', descending: true }] })).toEqual(['b', `${guid}~2`, guid]);
  expect(await facetOf(set.open(wholeView), 'item')).toEqual([{ value: 'Send.docx', count: 3 }]);
  const { groups } = await set.open(wholeView).group({ by: ['operation'], measures: { ids: { field: 'id' } } }, 0, 9);
  expect(groups.map(({ count, tallies }) => [count, tallies.ids.distinct])).toEqual([[3, 2]]);
});
