import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPowerShell } from '~/domain/exchange/power-shell';
import { arbitraryQuery, fullQuery } from './arbitrary-query.fixture';
import { emptyQuery, isUnfiltered, valuesOf } from './audit-query';
import { describeQuery, nameOfQuery } from './describe-query';
import { fromGraphQuery, graphQuerySchema, toGraphQuery } from './graph-query';
import { filterCriterion, filterKeys, searchCriteria, timeKeys } from './search-criteria';

const full = fullQuery();
const none = emptyQuery(full.start, full.end);

test.each(filterKeys)('a search by %s alone asks Graph for it and nothing else, and is read back', (key) => {
  const query = { ...none, [key]: full[key] };
  const { '@odata.type': _, displayName, filterStartDateTime, filterEndDateTime, ...filters } = toGraphQuery(query);
  expect(filters).toEqual({ [filterCriterion(key).graph]: full[key] });
  expect(fromGraphQuery(graphQuerySchema.parse(toGraphQuery(query)))).toEqual(query);
});

test.each(filterKeys)('a search by %s alone is one with a filter, and its words and its name say so', (key) => {
  const query = { ...none, [key]: full[key] };
  expect(isUnfiltered(query)).toBe(false);
  for (const describe of [describeQuery, nameOfQuery]) expect(describe(query)).not.toBe(describe(none));
  const criterion = filterCriterion(key);
  const said = criterion.kind === 'list' && criterion.said.isCounted ? `2 ${criterion.said.noun}s` : valuesOf(full, key)[0];
  expect(describeQuery(query)).toContain(said);
});

test.each(filterKeys)('a script for a search by %s asks for it, or says that it is left out', (key) => {
  const script = toPowerShell({
    ...none,
    [key]: valuesOf(full, key)[0] === full[key] ? full[key] : valuesOf(full, key).slice(0, 1),
  });
  const { powerShell, label } = filterCriterion(key);
  const value = valuesOf(full, key)[0];
  expect(script).toContain(
    powerShell === undefined ? `has no parameter for ${label.toLowerCase()} (${value})` : `  ${powerShell} = '${value}'`,
  );
});

test.each(timeKeys)('the %s goes to Graph and into a script', (key) => {
  const { graph, powerShell } = searchCriteria[key];
  expect(toGraphQuery(full)[graph]).toBe(full[key]);
  expect(toPowerShell(full)).toContain(`  ${powerShell} = '${full[key].slice(0, 10)} `);
});

test.each(['graph', 'graphAlias', 'powerShell', 'url', 'label'])('no two criteria have the same %s', (name) => {
  const taken = name === 'url' ? ['last', 'name'] : [];
  const values = Object.values(searchCriteria).flatMap((criterion) =>
    Object.entries(criterion).flatMap(([key, value]) => (key === name ? [value] : [])),
  );
  expect(new Set([...values, ...taken]).size).toBe(values.length + taken.length);
});

test('whatever is asked of Graph is read back the same', () => {
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const sent: unknown = JSON.parse(JSON.stringify(toGraphQuery(query)));
      expect(fromGraphQuery(graphQuerySchema.parse(sent))).toEqual(query);
    }),
  );
});
