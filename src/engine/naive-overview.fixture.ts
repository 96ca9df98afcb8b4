// Facets and timelines, counted the obvious way.

import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type Filter, isAbout, keepOnly } from '~/domain/view/filter';
import type { Facet, FacetAsked, FieldCounts, Timeline, TimelineAsked } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import { formatTime } from '~/lib/time';
import { timeSlices } from '~/lib/time-slices';
import { compareShown, type NaiveRecord, naiveView, passes } from './naive-records.fixture';

/** `all` are the records of the set. */
export function naiveFacet(all: readonly NaiveRecord[], view: ResultView, asked: FacetAsked): FieldCounts {
  const { field, limit = 200, containing = '', always = [] } = asked;
  const records = naiveView(all, { ...view, filters: view.filters.filter((filter) => !isAbout(filter, field)) });
  const counts = countValues(records, field);
  const isWanted = (spellings: readonly string[]) =>
    spellings.some((each) =>
      [each, displayText(field, each)].some((text) => text.toLowerCase().includes(containing.toLowerCase())),
    );
  const wanted = counts.filter(({ spellings }) => isWanted(spellings));
  const values = wanted.slice(0, limit);
  const inOrder = wanted.map(({ value }) => value).sort((a, b) => compareShown(shownKey(field, a), shownKey(field, b)));
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  const isShown = (value: string) =>
    values.some(({ spellings }) =>
      records.some((record) => spellings.includes(textOf(record, field)) && passes(record, keepOnly(field, value))),
    );
  const others = always
    .filter((value) => value === '' || !isShown(value))
    .map((value) => ({ value, count: records.filter((record) => passes(record, keepOnly(field, value))).length }));
  return {
    values: [...values.map(({ value, count }) => ({ value, count })), ...others],
    distinct: wanted.length,
    range: lowest === undefined || highest === undefined ? undefined : { lowest, highest },
    records: records.filter((record) => textOf(record, field) !== '').length,
    outOf: records.length,
  };
}

/** `records` are those of the view. */
export function naiveTimeline(
  all: readonly NaiveRecord[],
  records: readonly NaiveRecord[],
  filters: readonly Filter[],
  { zone, atMost, by }: TimelineAsked,
): Timeline | undefined {
  const bounds = filters.flatMap((filter) => (filter.op === 'between' ? [filter] : []));
  const times = all.map(({ time }) => time);
  const from = Math.max(Math.min(...times), ...bounds.flatMap(({ from }) => (from === undefined ? [] : [Date.parse(from)])));
  const to = Math.min(Math.max(...times), ...bounds.flatMap(({ to }) => (to === undefined ? [] : [Date.parse(to) - 1])));
  if (all.length === 0 || from > to) return undefined;
  const slices = timeSlices(from, to, Math.max(1, atMost), zone);
  const most = by && by.field !== 'time' && by.field !== 'id' ? countValues(records, by.field).slice(0, by.values) : [];
  const countsOf = (some: readonly NaiveRecord[]) =>
    slices.edges.slice(1).map((end, at) => some.filter(({ time }) => time >= (slices.edges[at] ?? 0) && time < end).length);
  const isOf = (record: NaiveRecord, { spellings }: Values) => by !== undefined && spellings.includes(textOf(record, by.field));
  const others = records.filter((record) => !most.some((values) => isOf(record, values)));
  return {
    ...slices,
    stacks: [
      ...most.map((values) => ({ value: values.value, counts: countsOf(records.filter((record) => isOf(record, values))) })),
      ...(others.length > 0 ? [{ value: undefined, counts: countsOf(others) }] : []),
    ],
  };
}

interface Values extends Facet {
  readonly spellings: readonly string[];
}

/** Values that differ only in case are one, called by its most frequent spelling. */
function countValues(records: readonly NaiveRecord[], field: FieldRef): Values[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const record of records) {
    const text = textOf(record, field);
    if (text === '') continue;
    const counts = spellings.get(text.toLowerCase()) ?? new Map<string, number>();
    spellings.set(text.toLowerCase(), counts.set(text, (counts.get(text) ?? 0) + 1));
  }
  const values = [...spellings.values()].map((counts) => {
    const [value = ''] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [];
    return { value, spellings: [...counts.keys()], count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  return values.sort((a, b) => b.count - a.count || compareShown(shownKey(field, a.value), shownKey(field, b.value)));
}

function shownKey(field: FieldRef, value: string): string {
  return displayText(field, value).toLowerCase();
}

function textOf(record: NaiveRecord, field: FieldRef): string {
  if (field === 'time') return formatTime(record.time, 'utc');
  return field === 'id' ? record.id : record.value(field);
}
