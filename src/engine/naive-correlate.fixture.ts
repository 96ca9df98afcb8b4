// Correlating written the obvious way, for the tests: every window looked at by itself, all windows compared with all others.

import type { Correlated, Correlation, Gathering, Occurrence } from '~/domain/view/correlation';
import { byCodePoint, type NaiveRecord, passes, storedText } from './naive-records.fixture';

interface Part {
  readonly record: NaiveRecord;
  readonly kind: number;
  readonly key: readonly string[];
  readonly isEvent: boolean;
}

/** `all` in the order of arrival. */
export function naiveCorrelations(all: readonly NaiveRecord[], { events, withinMs, has }: Correlation): Correlated[] {
  const byKey = new Map<string, Part[]>();
  const kinds = all.map((record) => events.findIndex(({ filter }) => passes(record, filter)));
  for (const [i, record] of all.entries()) {
    const kind = kinds[i] ?? -1;
    const event = events[kind];
    const key = event?.by.map((field) => storedText(record, field));
    if (!key || key.includes('')) continue;
    const sameKind = all.filter((_, i) => kinds[i] === kind);
    const isEvent = event?.gathered === undefined || happens(record, sameKind, event.gathered);
    const folded = JSON.stringify(folds(key));
    byKey.set(folded, [...(byKey.get(folded) ?? []), { record, kind, key, isEvent }]);
  }
  return [...byKey.values()]
    .flatMap((parts) => {
      const windows = parts
        .map(({ record: { time } }) => between(parts, time, time + withinMs))
        .filter((window) => holds(window, has, events.length));
      return merged(windows).map((stretch): Correlated => {
        const from = Math.min(...stretch.map(timeOf));
        const to = Math.max(...stretch.map(timeOf));
        const [first] = between(parts, from, from).sort((a, b) => a.kind - b.kind);
        return { key: first?.key ?? [], from, to, count: between(parts, from, to).length };
      });
    })
    .sort((a, b) => b.to - a.to || compareKeys(a.key, b.key));
}

function happens(record: NaiveRecord, sameKind: readonly NaiveRecord[], { by, withinMs, has }: Gathering): boolean {
  const keyOf = (each: NaiveRecord) => folds(by.map((field) => storedText(each, field)));
  const key = keyOf(record);
  const together = sameKind.filter(
    (each) => each.time <= record.time && each.time >= record.time - withinMs && keyOf(each).every((text, i) => text === key[i]),
  );
  return !key.includes('') && isEnough(together, has);
}

function holds(window: readonly Part[], has: Occurrence, kinds: number): boolean {
  if (has.kind === 'each') {
    const ofEach = Array.from({ length: kinds }, (_, kind) =>
      window.filter((part) => part.kind === kind && part.isEvent).map(timeOf),
    );
    if (!has.inOrder) return ofEach.every((times) => times.length > 0);
    // Each as early as it can be; infinitely late where there is none.
    return ofEach.reduce((since, times) => Math.min(...times.filter((time) => time >= since)), 0) < Number.POSITIVE_INFINITY;
  }
  return isEnough(
    window.map(({ record }) => record),
    has,
  );
}

function isEnough(records: readonly NaiveRecord[], has: Gathering['has']): boolean {
  const { atLeast, atMost = Number.POSITIVE_INFINITY } = has;
  const count = has.kind === 'count' ? records.length : distinct(records.map((record) => storedText(record, has.field)));
  return count >= atLeast && count <= atMost;
}

/** Puts together what has a part in common. */
function merged(windows: readonly (readonly Part[])[]): Part[][] {
  return windows.reduce<Part[][]>((stretches, window) => {
    const touching = stretches.filter((stretch) => stretch.some((part) => window.includes(part)));
    return [...stretches.filter((stretch) => !touching.includes(stretch)), [...touching.flat(), ...window]];
  }, []);
}

function between(parts: readonly Part[], from: number, to: number): Part[] {
  return parts.filter(({ record: { time } }) => time >= from && time <= to);
}

function timeOf({ record }: Part): number {
  return record.time;
}

function folds(key: readonly string[]): readonly string[] {
  return key.map((text) => text.toLowerCase());
}

function distinct(texts: readonly string[]): number {
  return new Set(texts.filter((text) => text !== '').map((text) => text.toLowerCase())).size;
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, i) => text.toLowerCase() !== b[i]?.toLowerCase());
  return at < 0 ? 0 : byCodePoint((a[at] ?? '').toLowerCase(), (b[at] ?? '').toLowerCase());
}
