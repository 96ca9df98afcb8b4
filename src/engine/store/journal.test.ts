import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Journal } from './journal';
import { Killed, MemoryFile } from './memory-file.fixture';

const entries = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 });

function entriesIn(file: MemoryFile): Uint8Array[] {
  return Array.from(new Journal(file).entries(), (entry) => entry.slice());
}

/** Adds entries until the writer is killed; how many it was told are there. */
function addAll(file: MemoryFile, all: readonly Uint8Array[]): number {
  const journal = new Journal(file);
  for (const _ of journal.entries());
  let count = 0;
  try {
    for (const each of all) {
      journal.add(Uint8Array.from(each), true);
      count++;
    }
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  return count;
}

test('whenever its writer is killed, a journal has all entries that were confirmed, and goes on', () => {
  fc.assert(
    fc.property(entries, entries, fc.nat(300), (first, second, life) => {
      const file = new MemoryFile();
      file.life = life;
      const confirmed = addAll(file, first);
      file.life = Number.POSITIVE_INFINITY;
      expect(addAll(file, second)).toBe(second.length);
      expect(entriesIn(file)).toEqual([...first.slice(0, confirmed), ...second]);
    }),
  );
});

test('entries of a group are there together or not at all, wherever its writer is killed', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 4 }), fc.nat(300), (groups, life) => {
      const file = new MemoryFile();
      file.life = life;
      const journal = new Journal(file);
      const confirmed: Uint8Array[] = [];
      try {
        for (const group of groups) {
          for (const [at, each] of group.entries()) journal.add(Uint8Array.from(each), at === group.length - 1);
          confirmed.push(...group);
        }
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      file.life = Number.POSITIVE_INFINITY;
      expect(entriesIn(file)).toEqual(confirmed);
    }),
  );
});

test('what is damaged ends a journal before it', () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, at, by) => {
      const file = new MemoryFile();
      addAll(file, all);
      fc.pre(file.bytes.length > 8);
      const where = at % file.bytes.length;
      file.bytes[where] = (file.bytes[where] ?? 0) ^ by;
      const left = entriesIn(file);
      expect(left.length).toBeLessThan(all.length || 1);
      expect(left).toEqual(all.slice(0, left.length));
    }),
  );
});

test('a file of another kind is begun anew', () => {
  const file = new MemoryFile();
  file.bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
  expect(addAll(file, [Uint8Array.of(1)])).toBe(1);
  expect(entriesIn(file)).toEqual([Uint8Array.of(1)]);
});

test('when there is no room, a journal is as it was', () => {
  const file = new MemoryFile();
  const journal = new Journal(file);
  journal.add(Uint8Array.of(1, 2), true);
  const { size } = journal;
  file.write = (bytes) => bytes.length - 1;
  expect(() => journal.add(Uint8Array.of(3), true)).toThrow(/room/);
  expect([journal.size, file.getSize()]).toEqual([size, size]);
});
