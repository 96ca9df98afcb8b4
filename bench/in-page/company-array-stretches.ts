// Correlations over parsed records: those of each key in a list, sorted by time, and a window that slides over it.

import type { Correlation, Occurrence } from '~/domain/view/correlation';
import { type CompanyRecord, reader, test, timeOf } from './company-array-tests';

interface Event {
  readonly time: number;
  readonly kind: number;
  readonly value: string;
}

/** How many there are. */
export function stretchesIn(records: readonly CompanyRecord[], { events, withinMs, has }: Correlation): number {
  const kinds = events.map(({ filter, by }) => ({ passes: test(filter), keys: by.map(reader) }));
  const measured = has.kind === 'values' ? reader(has.field) : () => '';
  const byKey = new Map<string, Event[]>();
  for (const record of records) {
    const kind = kinds.findIndex(({ passes }) => passes(record));
    const keys = kinds[kind]?.keys.map((read) => read(record).toLowerCase());
    if (!keys || keys.includes('')) continue;
    const key = keys.join('\n');
    const event: Event = { time: timeOf(record), kind, value: measured(record).toLowerCase() };
    const known = byKey.get(key);
    if (known) known.push(event);
    else byKey.set(key, [event]);
  }
  let count = 0;
  for (const all of byKey.values())
    count += stretches(
      all.sort((a, b) => a.time - b.time || a.kind - b.kind),
      withinMs,
      (window) => holds(window, has, events.length),
    );
  return count;
}

function stretches(events: readonly Event[], withinMs: number, isFound: (window: readonly Event[]) => boolean): number {
  let count = 0;
  let behindLast = 0;
  let to = 0;
  for (const [from, { time }] of events.entries()) {
    if (events[from - 1]?.time === time) continue;
    while (to < events.length && (events[to]?.time ?? 0) <= time + withinMs) to++;
    if (!isFound(events.slice(from, to))) continue;
    if (from >= behindLast) count++;
    behindLast = to;
  }
  return count;
}

function holds(window: readonly Event[], has: Occurrence, kinds: number): boolean {
  switch (has.kind) {
    case 'count':
      return window.length >= has.atLeast && window.length <= (has.atMost ?? window.length);
    case 'values': {
      const { size } = new Set(window.flatMap(({ value }) => (value === '' ? [] : [value])));
      return size >= has.atLeast && size <= (has.atMost ?? size);
    }
    case 'each': {
      if (!has.inOrder) return new Set(window.map(({ kind }) => kind)).size === kinds;
      let next = 0;
      for (const { kind } of window) if (kind === next) next++;
      return next === kinds;
    }
  }
}
