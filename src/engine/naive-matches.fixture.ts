import type { Filter } from '~/domain/view/filter';
import { type NaiveRecord, passes } from './naive-records.fixture';
import type { Matches } from './record-set';

export function naiveMatches(records: readonly NaiveRecord[], filter: Filter): Matches {
  const times = records
    .filter((record) => passes(record, filter))
    .map(({ time }) => time)
    .sort((a, b) => a - b);
  return { records: times.length, first: times[0], last: times.at(-1) };
}
