// Correlations found the obvious way: for every record of a key, a look at what follows within the time.

import type { Correlated, Correlation } from '~/domain/view/correlation';
import { type NaiveRecord, passes } from '~/engine/naive-records.fixture';

interface Found {
  readonly key: readonly string[];
  readonly kind: number;
  readonly record: NaiveRecord;
}

/** Stretches of time of one key that overlap are one. */
export function naiveCorrelated({ events, withinMs, has }: Correlation, records: readonly NaiveRecord[]): Correlated[] {
  const byKey = new Map<string, Found[]>();
  for (const record of [...records].sort((a, b) => a.time - b.time)) {
    const kind = events.findIndex(({ filter }) => passes(record, filter));
    const key = events[kind]?.by.map((field) => record.value(field));
    if (!key || key.includes('')) continue;
    const name = JSON.stringify(key.map((value) => value.toLowerCase()));
    byKey.set(name, [...(byKey.get(name) ?? []), { key, kind, record }]);
  }
  const isSo = (found: readonly Found[]): boolean => {
    if (has.kind === 'each') {
      let next = 0;
      for (const { kind } of found) if (kind === next) next++;
      return has.inOrder ? next === events.length : new Set(found.map(({ kind }) => kind)).size === events.length;
    }
    const values = has.kind === 'values' ? found.map(({ record }) => record.value(has.field).toLowerCase()).filter(Boolean) : [];
    const count = has.kind === 'values' ? new Set(values).size : found.length;
    return count >= has.atLeast && count <= (has.atMost ?? count);
  };
  return [...byKey.values()].flatMap((all) => {
    const stretches: { from: number; to: number }[] = [];
    for (const { record } of all) {
      const within = all.filter((each) => each.record.time >= record.time && each.record.time <= record.time + withinMs);
      const to = within.at(-1)?.record.time ?? record.time;
      const last = stretches.at(-1);
      if (!isSo(within)) continue;
      if (last && record.time <= last.to) last.to = Math.max(to, last.to);
      else stretches.push({ from: record.time, to });
    }
    return stretches.map(({ from, to }) => ({
      key: all[0]?.key ?? [],
      from,
      to,
      count: all.filter(({ record }) => record.time >= from && record.time <= to).length,
    }));
  });
}
