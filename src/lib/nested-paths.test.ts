import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followPath } from './follow-path';
import { parsePath } from './json-path';
import { addNestedPaths } from './nested-paths';

function pathsIn(value: unknown, most = 100): Map<string, string> {
  const found = new Map<string, string>();
  addNestedPaths(value, 'P', found, most);
  return found;
}

test('names what stands in objects, in lists of names and values, and in the first of other lists', () => {
  const value = {
    Item: { Subject: 'Offer', 'odata.type': 'x' },
    Parameters: [
      { Name: 'ForwardTo', Value: 'eve@example.com' },
      { Name: 'Odd]name', Value: '1' },
    ],
    AffectedItems: [{ Subject: 'first' }, { Subject: 'second' }],
    Data: '{"sip":"10.0.0.1"}',
    Empty: '',
    Nothing: null,
  };
  expect([...pathsIn(value)]).toEqual([
    ['P.Item.Subject', 'Offer'],
    ['P.Item["odata.type"]', 'x'],
    ['P.Parameters[ForwardTo]', 'eve@example.com'],
    ['P.AffectedItems[0].Subject', 'first'],
    ['P.Data.sip', '10.0.0.1'],
  ]);
});

test('keeps the first of what it finds, and no more than asked for', () => {
  const found = new Map<string, string>();
  for (const value of [{ a: 1 }, { a: 2, b: 3 }, { c: 4 }]) addNestedPaths(value, 'P', found, 2);
  expect([...found]).toEqual([
    ['P.a', '1'],
    ['P.b', '3'],
  ]);
});

test('every path leads to its text', () => {
  const name = fc.constantFrom('a', 'Name', 'Value', 'x.y', '"', '__proto__', '[0]', 'b|c');
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  })).value;
  fc.assert(
    fc.property(json, (value) => {
      for (const [path, text] of pathsIn(value)) {
        const steps = parsePath(path);
        expect(steps).toBeDefined();
        expect(String(followPath({ P: value }, steps ?? [])).slice(0, 200)).toBe(text);
      }
    }),
  );
});
