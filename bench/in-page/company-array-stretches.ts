// Correlations over parsed records: those of each key in a list, sorted by time, and a window that slides over it.

import type { Correlation, Gathering, Occurrence } from '~/domain/view/correlation';
import { type CompanyRecord, reader, test, timeOf } from './company-array-tests';

interface Event {
  readonly record: CompanyRecord;
  readonly time: number;
  readonly kind: number;
  /** Whether it is an event of its kind, and not only one of many that have to come together. */
  happens: boolean;
  readonly value: string;
}

/** How many there are. */
export function stretchesIn(records: readonly CompanyRecord[], { events, withinMs, has }: Correlation): number {
  const kinds = events.map(({ filter, by }) => ({ passes: test(filter), keys: by.map(reader) }));
  const measured = has.kind === 'values' ? reader(has.field) : () => '';
  const byKey = new Map<string, Event[]>();
  const ofKinds = kinds.map((): Event[] => []);
  for (const record of records) {
    const kind = kinds.findIndex(({ passes }) => passes(record));
    const keys = kinds[kind]?.keys.map((read) => read(record).toLowerCase());
    if (!keys || keys.includes('')) continue;
    const key = keys.join('\n');
    const value = measured(record).toLowerCase();
    const event: Event = { record, time: timeOf(record), kind, happens: events[kind]?.gathered === undefined, value };
    ofKinds[kind]?.push(event);
    const known = byKey.get(key);
    if (known) known.push(event);
    else byKey.set(key, [event]);
  }
  for (const [kind, { gathered }] of events.entries()) if (gathered) markGathered(ofKinds[kind] ?? [], gathered);
  let count = 0;
  for (const all of byKey.values())
    count += stretches(
      all.sort((a, b) => a.time - b.time || a.kind - b.kind),
      withinMs,
      (window) => holds(window, has, events.length),
    );
  return count;
}

/** An event happens where enough of a kind have come together until then. */
function markGathered(events: readonly Event[], { by, withinMs, has }: Gathering): void {
  const keys = by.map(reader);
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = keys.map((read) => read(event.record).toLowerCase()).join('\n');
    const known = groups.get(key);
    if (known) known.push(event);
    else groups.set(key, [event]);
  }
  for (const group of groups.values()) {
    const sorted = group.sort((a, b) => a.time - b.time);
    for (const event of sorted)
      event.happens = holds(
        sorted.filter(({ time }) => time >= event.time - withinMs && time <= event.time),
        has,
        1,
      );
  }
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
      const happened = window.filter(({ happens }) => happens);
      if (!has.inOrder) return new Set(happened.map(({ kind }) => kind)).size === kinds;
      let next = 0;
      for (const { kind } of happened) if (kind === next) next++;
      return next === kinds;
    }
  }
}
