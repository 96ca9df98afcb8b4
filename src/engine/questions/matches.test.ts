import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOf, filterOfAny } from '~/domain/indicators/indicator';
import { readIndicators } from '~/domain/indicators/read-indicators';
import type { Filter } from '~/domain/view/filter';
import { filters as arbitraryFilters, query, rawRecords, words } from '~/engine/arbitrary-records.fixture';
import { allFound } from '~/engine/door/all-found';
import { naiveMatches } from '~/engine/naive-matches.fixture';
import { naiveView } from '~/engine/naive-records.fixture';
import { agree, pageOf, plainRecord, recordSets, wholeView } from '~/engine/record-sets.fixture';

const runs = { numRuns: 100 };

const someText = fc.oneof(
  query.filter((text) => text !== ''),
  fc.constantFrom(
    ...words,
    'contoso.com',
    'alice',
    'Access',
    'CreationTime',
    '"Workload":"Exchange"',
    '2001:db8::1',
    'full width',
  ),
);
const range = fc.constantFrom('10.0.0.0/8', '192.168.1.0/24', '2001:db8::/32', '10.0.0.0-10.0.0.1', 'nowhere');
const sought: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ op: fc.constant('text'), text: someText }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('text'), text: someText, whole: fc.constant(true) }) },
  {
    weight: 1,
    arbitrary: fc.record({ field: fc.constantFrom('ip', 'path:ClientIPAddress', 'id'), op: fc.constant('inRange'), range }),
  },
);
const asked = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: sought },
    { weight: 1, arbitrary: fc.record({ op: fc.constantFrom('any', 'all'), of: fc.array(sought, { maxLength: 4 }) }) },
    { weight: 1, arbitrary: arbitraryFilters.map((of): Filter => ({ op: 'all', of })) },
  ),
  { maxLength: 12 },
);

test.each(recordSets)(
  '%s: matches are counted as the naive version does, and as a view with the filter has rows',
  async (_, make) => {
    await fc.assert(
      fc.asyncProperty(
        rawRecords,
        fc.record({ filters: arbitraryFilters, text: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, query) }),
        asked,
        (raws, wanted, filters) =>
          agree(make, raws, async (set, records) => {
            const shown = { ...wholeView, ...wanted };
            const matches = await set.open(shown).matches(filters);
            const inView = naiveView(records, shown);
            expect(filters.map((filter, at) => [filter, matches[at]])).toEqual(
              filters.map((filter) => [filter, naiveMatches(inView, filter)]),
            );
            for (const [at, filter] of filters.entries()) {
              const { rowCount } = await allFound(set.open({ ...shown, filters: [...shown.filters, filter] }));
              expect([filter, rowCount]).toEqual([filter, matches[at]?.records]);
            }
          }),
      ),
      runs,
    );
  },
);

const list = `
  203.0.113.7 203.0.113.0/24 2001:0db8::1 evil[.]com bob@evil[.]com hxxp://evil[.]com/a
  d41d8cd98f00b204e9800998ecf8427e eM_Client "two words" nowhere.example 198.51.100.1`;

test.each(recordSets)('%s: an indicator is counted in all records that say it, and opens just these', async (_, make) => {
  const set = make();
  const said = [
    { clientIp: '203.0.113.7', auditData: { ActorIpAddress: '203.0.113.70' } },
    { clientIp: '203.0.113.70', auditData: { ActorIpAddress: '[203.0.113.7]:443' } },
    { clientIp: '[2001:db8:0::1]:25', auditData: { Note: 'notevil.com' } },
    { auditData: { Parameters: [{ Name: 'ForwardTo', Value: 'smtp:BOB@evil.com' }] } },
    { auditData: { Url: 'https://www.EVIL.com/a', Hash: 'D41D8CD98F00B204E9800998ECF8427E' } },
    { auditData: { Url: 'http:\\/\\/evil.com\\/a', Agent: 'x/em_client/9', Note: 'two words' } },
    { userPrincipalName: 'bob_evil.com#EXT#@contoso.onmicrosoft.com' },
  ];
  await set.page(
    pageOf(said.map((each, at) => plainRecord(`r${at}`, `,${JSON.stringify(each).slice(1, -1)}`).replaceAll('\\\\/', '\\/'))),
  );
  const { indicators, refused } = readIndicators(list);
  expect(refused).toEqual([]);
  const counts = await set.open(wholeView).matches(indicators.map(filterOf));
  expect(indicators.map(({ value }, at) => [value, counts[at]?.records])).toEqual([
    ['203.0.113.7', 2],
    ['203.0.113.0/24', 2],
    ['2001:db8::1', 1],
    ['evil.com', 4],
    ['bob@evil.com', 2],
    ['http://evil.com/a', 1],
    ['d41d8cd98f00b204e9800998ecf8427e', 1],
    ['eM_Client', 1],
    ['two words', 1],
    ['nowhere.example', 0],
    ['198.51.100.1', 0],
  ]);
  for (const [at, indicator] of indicators.entries()) {
    const { rowCount } = await allFound(set.open({ ...wholeView, filters: [filterOf(indicator)] }));
    expect([indicator.value, rowCount]).toEqual([indicator.value, counts[at]?.records]);
  }
  const [together] = await set.open(wholeView).matches([filterOfAny(indicators)]);
  expect(together?.records).toBe(7);
});

test.each(recordSets)('%s: texts are found in records that are kept whole, and in values with escapes', async (_, make) => {
  // More properties than are taken apart.
  const many = Object.fromEntries(Array.from({ length: 1100 }, (_, at) => [`Property${at}`, at]));
  const raws = [
    plainRecord('a', `,"auditData":${JSON.stringify({ ...many, Note: 'from bob@evil.com' }).replace('from', '\\u0066rom')}`),
    plainRecord('b', `,"auditData":{"Note":"\\u0066rom\\nbob@evil.com","Url":"http:\\/\\/evil.com\\/a"}`),
    plainRecord('c', `,"auditData":{"Note":"norfrom bob@evil.community"}`),
  ];
  const texts = ['from', 'from bob', 'evil.com', 'bob@evil.com', 'http://evil.com', 'Property1099', '"Note":"', 'ob@'];
  const filters = texts.flatMap((text): Filter[] => [
    { op: 'text', text },
    { op: 'text', text, whole: true },
  ]);
  await agree(make, raws, async (set, records) => {
    const matches = await set.open(wholeView).matches(filters);
    expect(filters.map((filter, at) => [filter, matches[at]])).toEqual(
      filters.map((filter) => [filter, naiveMatches(records, filter)]),
    );
    expect(matches.map(({ records }) => records)).toContain(2);
  });
});

test.each(recordSets)('%s: hundreds of texts in one filter are found together', async (_, make) => {
  const set = make();
  await set.page(pageOf(Array.from({ length: 20 }, (_, at) => plainRecord(`r${at}`, `,"objectId":"document${at}.docx"`))));
  const of = Array.from({ length: 300 }, (_, at): Filter => ({ op: 'text', text: `document${at * 2}.`, whole: true }));
  expect(await allFound(set.open({ ...wholeView, filters: [{ op: 'any', of }] }))).toMatchObject({ rowCount: 10 });
});

test.each(recordSets)('%s: a count that is no longer wanted rejects with the reason', async (_, make) => {
  const set = make();
  await set.page(pageOf([plainRecord('a')]));
  const view = set.open(wholeView);
  const signal = AbortSignal.abort(new Error('looked away'));
  await expect(view.matches([{ op: 'text', text: 'anything' }], signal)).rejects.toThrow('looked away');
  expect(await view.matches([])).toEqual([]);
});
