// Grouping written the obvious way, for the tests: a Map over objects.

import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import { type Group, type Grouping, type GroupSort, type Once, type Tally, valuesKept } from '~/domain/view/grouping';
import { ownValue } from '~/lib/own-value';
import { formatTime } from '~/lib/time';
import { byCodePoint, compareShown, type NaiveRecord, passes } from './naive-records.fixture';

/** `all` in the order of arrival. */
export function naiveGroups(all: readonly NaiveRecord[], { by, measures, where = [], having = [], sort }: Grouping): Group[] {
  const records = all.filter((record) => passesAll(record, where));
  const groups = new Map<string, NaiveRecord[]>();
  for (const record of records) {
    const key = by.map((field) => textOf(record, field));
    if (key.includes('')) continue;
    const folded = JSON.stringify(key.map((text) => text.toLowerCase()));
    groups.set(folded, [...(groups.get(folded) ?? []), record]);
  }
  return [...groups.values()]
    .filter((group) => group.some((record) => passesAll(record, having)))
    .map((group) => ({
      key: by.map((field) => textOf(group[0], field)),
      count: group.length,
      first: Math.min(...group.map(({ time }) => time)),
      last: Math.max(...group.map(({ time }) => time)),
      tallies: Object.fromEntries(
        Object.entries(measures).map(([name, { field, where = [], once }]) => [
          name,
          tally(
            group.filter((record) => textOf(record, field) !== '' && passesAll(record, where)),
            field,
            once,
          ),
        ]),
      ),
    }))
    .sort((a, b) => (sort ? compare(a, b, by, sort) : 0) || b.last - a.last);
}

function compare(a: Group, b: Group, by: Grouping['by'], sort: GroupSort): number {
  const direction = sort.descending ? -1 : 1;
  if (sort.by === 'distinct') {
    const distinct = ({ tallies }: Group) => ownValue(tallies, sort.of)?.distinct ?? 0;
    return (distinct(a) - distinct(b)) * direction;
  }
  if (sort.by !== 'key') return (a[sort.by] - b[sort.by]) * direction;
  const field = by[sort.of];
  if (field === undefined) return 0;
  const [x, y] = [a, b].map(({ key }) => displayText(field, key[sort.of] ?? ''));
  if (x === undefined || y === undefined || x === y) return 0;
  if (field !== 'id') return compareShown(x, y) * direction;
  return (byCodePoint(x.toLowerCase(), y.toLowerCase()) || byCodePoint(x, y)) * direction;
}

function tally(records: readonly NaiveRecord[], field: FieldRef, once: Once | undefined): Tally {
  const distinct = new Map<string, string>();
  for (const record of [...records].sort((a, b) => a.time - b.time)) {
    const text = textOf(record, field);
    if (!distinct.has(text.toLowerCase())) distinct.set(text.toLowerCase(), text);
  }
  const times = records.map(({ time }) => time);
  return {
    count: records.length,
    occasions: once ? occasions(records, once) : records.length,
    values: [...distinct.values()].slice(0, valuesKept),
    distinct: distinct.size,
    first: times.length > 0 ? Math.min(...times) : undefined,
    last: times.length > 0 ? Math.max(...times) : undefined,
  };
}

function occasions(records: readonly NaiveRecord[], { of, withinMs }: Once): number {
  const firsts = new Map<string, number>();
  let count = 0;
  for (const record of [...records].sort((a, b) => a.time - b.time)) {
    const alike = JSON.stringify(of.map((field) => textOf(record, field).toLowerCase()));
    if (record.time - (firsts.get(alike) ?? Number.NEGATIVE_INFINITY) < withinMs) continue;
    firsts.set(alike, record.time);
    count++;
  }
  return count;
}

function passesAll(record: NaiveRecord, filters: readonly Filter[]): boolean {
  return filters.every((filter) => passes(record, filter));
}

function textOf(record: NaiveRecord | undefined, field: FieldRef): string {
  if (!record) return '';
  if (field === 'time') return formatTime(record.time, 'utc');
  return field === 'id' ? record.id : record.value(field);
}
