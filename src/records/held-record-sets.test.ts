import { expect, test, vi } from 'vitest';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { createRecordSets } from './held-record-sets';

function counting() {
  const dispose = vi.spyOn(ArrayRecordSet.prototype, 'dispose').mockClear();
  const create = vi.fn(() => new ArrayRecordSet());
  return { dispose, create, sets: createRecordSets(create, 2) };
}

test('the same key gives the same set', () => {
  const { create, sets } = counting();
  expect(sets.hold('a')).toBe(sets.hold('a'));
  expect(create).toHaveBeenCalledTimes(1);
});

test('gives up the set that was asked for the longest ago', () => {
  const { dispose, sets } = counting();
  const [a, b] = [sets.hold('a'), sets.hold('b')];
  sets.hold('a');
  sets.hold('c');
  expect(dispose).toHaveBeenCalledTimes(1);
  expect(b.released.aborted).toBe(true);
  expect(a.released.aborted).toBe(false);
  expect(sets.find('b')).toBeUndefined();
  expect(sets.find('a')).toBe(a);
});

test('a set made anew is not taken for the one before', () => {
  const { sets } = counting();
  const before = sets.hold('a');
  sets.release('a');
  const after = sets.hold('a');
  expect(before.released.aborted).toBe(true);
  expect(after.id).not.toBe(before.id);
  expect(after.released.aborted).toBe(false);
});
