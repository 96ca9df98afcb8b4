// What every record set promises of address books: what they say of addresses are fields like any other, and other books say
// something else.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineBooks, openAddressBook } from '~/domain/addresses/address-book';
import type { BookFile } from '~/domain/addresses/book-file';
import { type MmdbContent, type MmdbValue, writeMmdb } from '~/domain/addresses/mmdb-writer.fixture';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { Grouping } from '~/domain/view/grouping';
import type { ResultView } from '~/domain/view/result-view';
import { rawRecords } from './arbitrary-records.fixture';
import { allFound } from './door/all-found';
import { naiveGroups } from './naive-groups.fixture';
import { naiveFacet } from './naive-overview.fixture';
import { naiveRecordWith, naiveView } from './naive-records.fixture';
import { withSeen } from './naive-seen.fixture';
import { facetOf, keysOf, pageOf, plainRecord, recordSets, wholeView } from './record-sets.fixture';

const fields: readonly FieldRef[] = ['ip.country', 'ip.network', 'ip.block', 'seen.country', 'seen.network'];

let made = 0;

function bookOf(networks: MmdbContent['networks'], type = 'Test'): BookFile {
  const bytes = writeMmdb({ networks, type });
  const { name, can } = openAddressBook(`${type}.mmdb`, bytes);
  return { id: ++made, name, can, bytes: new Blob([bytes]) };
}

const countries = (networks: Readonly<Record<string, string>>) =>
  bookOf(Object.entries(networks).map(([block, code]) => [block, { country: { iso_code: code } }]));

// The blocks that the drawn addresses lie in, in part.
const block = fc.constantFrom(
  '10.0.0.0/8',
  '10.0.0.0/30',
  '192.168.0.0/16',
  '192.168.1.64/26',
  '2001:db8::/32',
  '0.0.0.0/1',
  '::/0',
);
const place = fc.constantFrom<MmdbValue[]>(
  { country: { iso_code: 'DE' } },
  { country: { iso_code: 'se' } },
  { country: 'Utopia' },
  { country_code: 'EU' },
);
const network = fc.constantFrom<MmdbValue[]>(
  { autonomous_system_number: 64_496, autonomous_system_organization: 'Example Networks' },
  { autonomous_system_number: 9 },
  { asn: 'AS64497', as_name: 'Other, Ltd' },
);
const books = fc.array(
  fc
    .array(fc.tuple(block, fc.oneof(place, network)), { minLength: 1, maxLength: 4 })
    .map((networks) => bookOf(networks, 'Drawn')),
  { maxLength: 2 },
);

const field = fc.constantFrom(...fields);
const values = fc.array(
  fc.constantFrom('DE', 'germany', 'Germany (DE)', 'SE', 'utopia', '', 'New', 'AS9', 'AS64496 example networks'),
  {
    minLength: 1,
    maxLength: 2,
  },
);
const filter = fc.oneof(
  fc.tuple(field, values).map(([field, values]): Filter => ({ field, op: 'is', values })),
  fc.tuple(field, values).map(([field, values]): Filter => ({ field, op: 'isNot', values })),
  fc.tuple(field, fc.constantFrom('de', 'EX', '9', 'union')).map(([field, text]): Filter => ({ field, op: 'contains', text })),
  field.map((field): Filter => ({ field, op: 'exists' })),
  field.map((field): Filter => ({ field, op: 'missing' })),
);
const asked: fc.Arbitrary<ResultView> = fc.record({
  text: fc.constant(''),
  filters: fc.array(filter, { maxLength: 2 }),
  sort: fc.array(fc.record({ field, descending: fc.boolean() }), { maxLength: 2 }),
});

async function lookUpOf(files: readonly BookFile[]) {
  const read = files.map(async ({ name, bytes }) => openAddressBook(name, new Uint8Array(await bytes.arrayBuffer())));
  return combineBooks(await Promise.all(read));
}

const runs = { numRuns: 60 };

test.each(recordSets)(
  '%s: what books say is filtered, sorted, counted and grouped as the naive version does',
  async (_, make) => {
    await fc.assert(
      fc.asyncProperty(rawRecords, fc.array(fc.tuple(books, asked), { minLength: 1, maxLength: 4 }), async (raws, steps) => {
        const set = make();
        await set.page(pageOf(raws));
        for (const [files, view] of steps) {
          set.lookUpIn(files);
          const lookUp = await lookUpOf(files);
          const records = withSeen(raws.map((raw) => naiveRecordWith(raw, lookUp)));
          expect(await keysOf(set, view)).toEqual(naiveView(records, view).map(({ id }) => id));
          const opened = set.open(view);
          const rows = await opened.rows(0, 1000, fields);
          expect(rows.map(({ values }) => fields.map((field) => values[field] ?? ''))).toEqual(
            naiveView(records, view).map(({ value }) => fields.map(value)),
          );
          expect(await facetOf(opened, 'ip.country')).toEqual(naiveFacet(records, view, { field: 'ip.country' }).values);
          const grouping: Grouping = { by: ['ip.network'], measures: {}, sort: { by: 'count', descending: true } };
          expect(await opened.group(grouping, 0, 1000)).toMatchObject({
            groupCount: naiveGroups(naiveView(records, view), grouping).length,
          });
          opened.close();
        }
        set.dispose();
      }),
      runs,
    );
  },
);

const address = (id: string, ip: string) => plainRecord(id, `,"clientIp":"${ip}"`);

test.each(recordSets)(
  '%s: without a book addresses have no country, and with one the set says that it knows',
  async (_, make) => {
    const set = make();
    await set.page(pageOf([address('a', '203.0.113.7'), address('b', '198.51.100.1')]));
    expect(set.state.get().addresses).toEqual({ can: [], edition: 0 });
    const before = set.open({ ...wholeView, filters: [{ field: 'ip.country', op: 'exists' }] });
    expect(await allFound(before)).toMatchObject({ rowCount: 0 });
    set.lookUpIn([countries({ '203.0.113.0/24': 'DE' })]);
    expect(set.state.get().addresses).toEqual({ can: ['country'], edition: 1 });
    const view = set.open({ ...wholeView, filters: [{ field: 'ip.country', op: 'is', values: ['Germany'] }] });
    expect(await view.rows(0, 9, ['ip.country'])).toMatchObject([{ key: 'a', values: { 'ip.country': 'DE' } }]);
    // A view does not change under those who look at it.
    expect(before.state.get()).toMatchObject({ rowCount: 0 });
    set.lookUpIn([]);
    expect(set.state.get().addresses).toEqual({ can: [], edition: 2 });
    expect(await facetOf(set.open(wholeView), 'ip.country')).toEqual([]);
  },
);

test.each(recordSets)('%s: records that come later are looked up, too', async (_, make) => {
  const set = make();
  set.lookUpIn([countries({ '203.0.113.0/24': 'DE', '198.51.100.0/24': 'SE' })]);
  await set.page(pageOf([address('a', '203.0.113.7')]));
  expect(await facetOf(set.open(wholeView), 'ip.country')).toEqual([{ value: 'DE', count: 1 }]);
  await set.page(pageOf([address('b', '198.51.100.1'), address('c', '203.0.113.8')]));
  expect(await facetOf(set.open(wholeView), 'ip.country')).toEqual([
    { value: 'DE', count: 2 },
    { value: 'SE', count: 1 },
  ]);
});

test.each(recordSets)('%s: an export has countries by name and networks', async (_, make) => {
  const set = make();
  await set.page(pageOf([address('a', '203.0.113.7')]));
  const asn = bookOf([
    ['203.0.113.0/24', { autonomous_system_number: 64_496, autonomous_system_organization: 'Example Networks' }],
  ]);
  set.lookUpIn([countries({ '203.0.113.0/24': 'DE' }), asn]);
  const columns = [
    { field: 'ip.country', label: 'Country' },
    { field: 'ip.network', label: 'Network' },
  ] as const;
  const text = await new Response(set.open(wholeView).export({ kind: 'columns', bom: false, columns, timeZone: 'utc' })).text();
  expect(text).toBe('Country,Network\r\nGermany (DE),AS64496 Example Networks\r\n');
});

// Plain arrays look up everything at once.
test.each(recordSets.filter(([name]) => name !== 'plain arrays'))(
  '%s: a book that can no longer be read fails who asks for it, and nobody else',
  async (_, make) => {
    const set = make();
    await set.page(pageOf([address('a', '203.0.113.7')]));
    set.lookUpIn([{ id: ++made, name: 'gone.mmdb', can: ['country'], bytes: new Blob(['gone']) }]);
    const asking = set.open({ ...wholeView, sort: [{ field: 'ip.country', descending: false }] });
    await expect(allFound(asking)).rejects.toThrow('gone.mmdb is not an MMDB file');
    expect(await allFound(set.open(wholeView))).toMatchObject({ rowCount: 1 });
  },
);
