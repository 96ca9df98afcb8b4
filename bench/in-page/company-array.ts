// What one would write without an engine: parsed records in an array, a Map of groups, and a function for each question of a rule.
// As records are read, case is only looked after where values of people come in.

import type { Filter } from '~/domain/view/filter';
import { stretchesIn } from './company-array-stretches';
import { type CompanyRecord, reader, test, timeOf } from './company-array-tests';
import { type CompanyContender, distinctOf, groupsAnswer, groupsAtOnce, type Pair } from './company-questions';
import { timed } from './timing';

interface MapGroup {
  readonly key: readonly string[];
  count: number;
  first: number;
  last: number;
  readonly distinct: Set<string>;
}

const decoder = new TextDecoder();

export function createCompanyArray(): CompanyContender {
  const records: CompanyRecord[] = [];
  let groups: MapGroup[] = [];

  return {
    async append(page) {
      const { value }: { value: CompanyRecord[] } = JSON.parse(decoder.decode(page));
      records.push(...value);
    },

    async groups(pair, from) {
      const { ms, value } = await timed(async () => {
        if (from === 0) groups = grouped(records, pair);
        return groups.slice(from, from + groupsAtOnce);
      });
      return {
        ms,
        answer: groupsAnswer(
          groups.length,
          value.map((group) => ({ ...group, distinct: group.distinct.size })),
        ),
      };
    },

    async findings(detections) {
      return detections.map((detection) => {
        const start = performance.now();
        const answer =
          detection.kind === 'records'
            ? foundIn(records, detection.filter)
            : detection.kind === 'correlation'
              ? `${stretchesIn(records, detection.correlation)}`
              : detection.reasons.join();
        return { rule: detection.rule.title, ms: performance.now() - start, answer };
      });
    },

    dispose() {
      records.length = 0;
    },
  };
}

function grouped(records: readonly CompanyRecord[], pair: Pair): MapGroup[] {
  const [one, two] = pair.map(reader);
  const distinctIn = reader(distinctOf);
  const groups = new Map<string, MapGroup>();
  for (const record of records) {
    const key = [one?.(record) ?? '', two?.(record) ?? ''];
    if (key.includes('')) continue;
    const time = timeOf(record);
    const folded = `${key[0]}\n${key[1]}`.toLowerCase();
    let group = groups.get(folded);
    if (!group) {
      group = { key, count: 0, first: time, last: time, distinct: new Set() };
      groups.set(folded, group);
    }
    group.count++;
    group.first = Math.min(group.first, time);
    group.last = Math.max(group.last, time);
    group.distinct.add(distinctIn(record).toLowerCase());
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || b.last - a.last);
}

function foundIn(records: readonly CompanyRecord[], filter: Filter): string {
  const passes = test(filter);
  let count = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const record of records) {
    if (!passes(record)) continue;
    const time = timeOf(record);
    count++;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return count === 0 ? '0 undefined undefined' : `${count} ${first} ${last}`;
}
