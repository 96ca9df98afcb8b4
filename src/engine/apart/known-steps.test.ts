// The walk in WebAssembly beside the one in JavaScript.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawRecords } from '~/engine/arbitrary-records.fixture';
import { RecordWalk } from '~/engine/kernel/record-walk';
import { decodeText, encodeText } from '~/lib/bytes';
import { KeptRecords } from './kept-records';
import { ObjectParter } from './object-parter';

/** What becomes of records that stand one behind the other, each with something else behind it. */
function parted(texts: readonly string[], auditData: string | undefined, knownFrom: number) {
  const kept = new KeptRecords();
  const parter = new ObjectParter(kept, auditData, knownFrom);
  const bytes = encodeText(texts.join(' '));
  let from = 0;
  return texts.map((text) => {
    const at = from;
    from += encodeText(text).length + 1;
    const end = parter.part(bytes, at, bytes.length);
    const { parts } = parter;
    const values = Array.from({ length: parts.count }, (_, i) => decodeText(parts.bytesOf(i), parts.starts[i], parts.ends[i]));
    return { end, template: parts.template?.number, values: end < 0 ? [] : values };
  });
}

function expectAlike(texts: readonly string[], auditData?: string): void {
  // Twice: what is met for the first time is walked over in JavaScript alone.
  const twice = [...texts, ...texts];
  expect(parted(twice, auditData, 0)).toEqual(parted(twice, auditData, Number.POSITIVE_INFINITY));
}

const value = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    '-0',
    '01',
    '1.',
    '.5',
    '-',
    '1e',
    '1E+7',
    '-1.50e-3',
    'tru',
    'true',
    'false',
    'nul',
    'null',
    'truex',
    '"\\u12"',
    '"\\u00e4"',
    '"\\x"',
    '"a\tb"',
    '"',
    '""',
    '"ä漢😀"',
    '{}',
    '[]',
    '[1,]',
    '{"a":1,}',
    '{"a" : [ 1 , {"b":"}"} ] }',
    '[[[[]]]]',
    '"\\\\"',
    '"\\""',
  ),
);
const space = fc.constantFrom('', '', '', ' ', '\n', '\t ');
const member = fc.tuple(
  fc.constantFrom('id', 'auditData', 'A', 'B\\u00e9', '__proto__', 'a long name, longer than sixteen bytes'),
  space,
  space,
  value,
);
const object = fc
  .tuple(fc.array(member, { maxLength: 6 }), space)
  .map(([members, before]) => `{${before}${members.map(([name, a, b, text]) => `"${name}"${a}:${b}${text}`).join(',')}}`);

test('objects of any kind, JSON or nearly, are taken apart as they are in JavaScript', () => {
  expect(RecordWalk.make()).toBeDefined();
  fc.assert(fc.property(fc.array(object, { minLength: 1, maxLength: 5 }), fc.constantFrom(undefined, 'auditData'), expectAlike), {
    numRuns: 2000,
  });
});

test('records of Graph are taken apart as they are in JavaScript', () => {
  fc.assert(
    fc.property(rawRecords, (raws) => expectAlike(raws, 'auditData')),
    { numRuns: 200 },
  );
});

test('deep lists end where they end in JavaScript', () => {
  for (const depth of [10, 998, 999, 1000, 1001, 3000])
    expectAlike([`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`, `{"a":${'{"x":'.repeat(depth)}1${'}'.repeat(depth)}}`]);
});

test('texts of any length with what ends them at any place are told alike', () => {
  for (let length = 0; length < 40; length++)
    for (const special of ['', '\\"', '\\u00e4', '\u0001', '"'])
      expectAlike([`{"a":"${'x'.repeat(length)}${special}${'y'.repeat(40 - length)}"}`, `{"a":"${'x'.repeat(length)}`]);
});
