import fc from 'fast-check';
import { recordOf } from '~/lib/record-of';
import { type AuditQuery, emptyQuery } from './audit-query';
import { listCriterion, listKeys, textKeys, timeKeys } from './search-criteria';

const instant = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Any query there can be, of values in Microsoft's spelling and of whatever else was typed. */
export const arbitraryQuery: fc.Arbitrary<AuditQuery> = fc.record({
  name: fc.string(),
  ...recordOf(timeKeys, () => instant),
  ...recordOf(textKeys, () => fc.string()),
  ...recordOf(listKeys, (key) => {
    const { options = [], normal } = listCriterion(key);
    const typed = fc.string({ unit: 'binary' }).filter((value) => !normal || normal(value) === value);
    const offered = options.map(({ value }) => value);
    return fc.array(offered.length > 0 ? fc.oneof(typed, fc.constantFrom(...offered)) : typed, { maxLength: 4 });
  }),
});

/** A query with a value of each criterion, none of which is in another one. */
export function fullQuery(): AuditQuery {
  return {
    ...emptyQuery('2026-11-14T09:31:00.000Z', '2026-11-20T10:00:30.000Z'),
    ...recordOf(textKeys, (key) => `text of ${key}`),
    ...recordOf(listKeys, (key) => [`one of ${key}`, `two of ${key}`]),
  };
}
