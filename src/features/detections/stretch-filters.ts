import type { Correlated, Correlation } from '~/domain/view/correlation';
import { type Filter, keepOnly } from '~/domain/view/filter';

/** Those of the records of a stretch, and of no others. */
export function stretchFilters({ events }: Correlation, { key, from, to }: Correlated): Filter[] {
  const filters = events.map(({ filter }) => filter);
  const keysOf = (at: number) => events[at]?.by.map((field, place): Filter => keepOnly(field, key[place] ?? '')) ?? [];
  const between: Filter = {
    field: 'time',
    op: 'between',
    from: new Date(from).toISOString(),
    // The end is excluded.
    to: new Date(to + 1).toISOString(),
  };
  const isOneKey = events.every(({ by }) => by.join(' ') === events[0]?.by.join(' '));
  if (isOneKey) return [{ op: 'any', of: filters }, ...keysOf(0), between];
  // A record is of the first kind it passes for, and has the key of that.
  const kinds = filters.map((filter, at): Filter => {
    const earlier = filters.slice(0, at).map((each): Filter => ({ op: 'not', filter: each }));
    return { op: 'all', of: [filter, ...earlier, ...keysOf(at)] };
  });
  return [{ op: 'any', of: kinds }, between];
}
