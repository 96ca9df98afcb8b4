import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ViewGroup } from './group-columns';
import { type GroupLine, groupOf, lineAt, lineCount, lineOf, mostListed, type OpenGroups, settled, toggled } from './group-lines';

const nothing = { count: 0, occasions: 0, values: [], distinct: 0, first: undefined, last: undefined };

function group(name: string, count: number): ViewGroup {
  return { key: [name], count, first: 0, last: 0, tallies: { distinct: nothing } };
}

const someGroups = fc
  .array(fc.integer({ min: 1, max: 2 * mostListed }), { minLength: 1, maxLength: 30 })
  .map((counts) => counts.map((count, index) => group(`Group ${index}`, count)));

const groupsAndOpen = someGroups.chain((groups) =>
  fc.tuple(fc.constant(groups), fc.uniqueArray(fc.nat({ max: groups.length - 1 }))),
);

function opened(groups: readonly ViewGroup[], indices: readonly number[]): OpenGroups {
  return indices.reduce<OpenGroups>((open, index) => {
    const found = groups[index];
    return found ? toggled(open, found, index) : open;
  }, []);
}

/** Every line, written out. */
function naiveLines(groups: readonly ViewGroup[], open: OpenGroups): GroupLine[] {
  return groups.flatMap(({ count }, index): GroupLine[] => {
    const of = open.find((each) => each.index === index);
    const records = of
      ? Array.from({ length: Math.min(count, mostListed) }, (_, at): GroupLine => ({ kind: 'record', of, at }))
      : [];
    return [{ kind: 'group', index }, ...records, ...(of && count > mostListed ? [{ kind: 'more', of } as const] : [])];
  });
}

test('every line is what it would be if all were written out', () => {
  fc.assert(
    fc.property(groupsAndOpen, ([groups, indices]) => {
      const open = opened(groups, indices);
      const lines = naiveLines(groups, open);
      expect(lineCount(open, groups.length)).toBe(lines.length);
      expect(lines.map((_, line) => lineAt(open, line))).toEqual(lines);
      for (const [index] of groups.entries()) expect(lines[lineOf(open, index)]).toEqual({ kind: 'group', index });
      for (const [line, { ...found }] of lines.entries())
        expect(groupOf(open, line)).toBe(found.kind === 'group' ? found.index : found.of.index);
    }),
  );
});

test('what is opened and closed again leaves the others as they were', () => {
  fc.assert(
    fc.property(groupsAndOpen, ([groups, indices]) => {
      const [last = 0, ...others] = indices;
      expect(opened(groups, [...others, last, last])).toEqual(opened(groups, others));
    }),
  );
});

test('open groups follow where they stand after the order changed, with the records they have by then', () => {
  fc.assert(
    fc.property(groupsAndOpen, fc.integer(), ([groups, indices], turn) => {
      const after = groups.map(({ key, count }) => group(`${key[0]}`.toUpperCase(), count + 1));
      const moved = after.map((_, index) => after[(index + (turn >>> 0)) % after.length] ?? group('', 0));
      const open = settled(
        opened(groups, indices),
        moved.length,
        (index) => moved[index],
        () => moved.entries(),
      );
      const names = open.map(({ index }) => moved[index]?.key[0]).sort();
      expect(names).toEqual(indices.map((index) => after[index]?.key[0]).sort());
      expect(open.map(({ count }) => count)).toEqual(open.map(({ index }) => moved[index]?.count));
      expect(open.map(({ index }) => index)).toEqual(open.map(({ index }) => index).sort((a, b) => a - b));
    }),
  );
});

test('a group that is not where it stood and nowhere in sight is closed, and one out of sight stays', () => {
  const groups = Array.from({ length: 10 }, (_, index) => group(`Group ${index}`, 3));
  const open = opened(groups, [1, 8]);
  const inSight = [group('Another', 7), group('One more', 2)];
  const next = settled(
    open,
    10,
    (index) => inSight[index],
    () => inSight.entries(),
  );
  expect(next.map(({ key }) => key)).toEqual([['Group 8']]);
  expect(
    settled(
      next,
      5,
      () => undefined,
      () => [],
    ),
  ).toEqual([]);
});

test('nothing changes while everything stands where it stood', () => {
  const groups = [group('a', 1), group('b', 60)];
  const open = opened(groups, [1]);
  expect(
    settled(
      open,
      2,
      (index) => groups[index],
      () => groups.entries(),
    ),
  ).toBe(open);
});
