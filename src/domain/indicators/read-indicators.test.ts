import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOf } from './indicator';
import { readIndicators } from './read-indicators';

function kindsOf(text: string) {
  return readIndicators(text).indicators.map(({ kind, value }) => [kind, value]);
}

test.each([
  ['203.0.113.7', 'address', '203.0.113.7'],
  ['203.0.113[.]7', 'address', '203.0.113.7'],
  ['203[.]0[.]113[.]7:443', 'address', '203.0.113.7'],
  ['2001:DB8:0:0::1', 'address', '2001:db8::1'],
  ['[2001:db8::1]', 'address', '2001:db8::1'],
  ['203.0.113.7/32', 'address', '203.0.113.7'],
  ['203.0.113.0/24', 'range', '203.0.113.0/24'],
  ['2001:db8::/32', 'range', '2001:db8::/32'],
  ['203.0.113.1 - 203.0.113.9', 'range', '203.0.113.1-203.0.113.9'],
  ['203.0.113.1–203.0.113.9', 'range', '203.0.113.1-203.0.113.9'],
  ['D41D8CD98F00B204E9800998ECF8427E', 'hash', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['da39a3ee5e6b4b0d3255bfef95601890afd80709', 'hash', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['evil[.]com', 'domain', 'evil.com'],
  ['evil(dot)com', 'domain', 'evil.com'],
  ['evil\u200b.com', 'domain', 'evil.com'],
  ['*.evil.com', 'domain', 'evil.com'],
  ['@evil.com', 'domain', 'evil.com'],
  ['xn--bcher-kva.example', 'domain', 'xn--bcher-kva.example'],
  ['hxxp://evil[.]com', 'url', 'http://evil.com'],
  ['hxxps[://]evil[.]com/a/', 'url', 'https://evil.com/a'],
  ['http://evil.com/a#b', 'url', 'http://evil.com/a#b'],
  ['evil.com/login', 'url', 'evil.com/login'],
  ['bob[@]evil[.]com', 'mailbox', 'bob@evil.com'],
  ['<bob@evil.com>', 'mailbox', 'bob@evil.com'],
  ['mailto:bob@evil.com', 'mailbox', 'bob@evil.com'],
  ['eM_Client', 'word', 'eM_Client'],
  ['"two words"', 'word', 'two words'],
  ['"say ""hi"""', 'word', 'say "hi"'],
])('%s is one indicator', (text, kind, value) => {
  expect(kindsOf(text)).toEqual([[kind, value]]);
  expect(readIndicators(text).refused).toEqual([]);
});

test('indicators stand one a line, or with commas, semicolons and spaces between; what follows # is a comment', () => {
  const text = '\uFEFF# from the CERT\r\n203.0.113.7, evil.com;bob@evil.com\r\n\r\n198.51.100.1\t198.51.100.2 # seen twice\n';
  expect(kindsOf(text).map(([, value]) => value)).toEqual([
    '203.0.113.7',
    'evil.com',
    'bob@evil.com',
    '198.51.100.1',
    '198.51.100.2',
  ]);
});

test('what is the same is one indicator, as it was written first', () => {
  const { indicators, repeated } = readIndicators('Evil.com\nevil[.]com\nEVIL.COM\n::1 0:0::1');
  expect(indicators.map(({ written }) => written)).toEqual(['Evil.com', '::1']);
  expect(repeated).toBe(3);
});

test('what cannot be looked for is refused with its line and a reason', () => {
  const { indicators, refused } = readIndicators('evil.com\n203.0.113.300, ab\n10.0.0.0/99\n10.0.0.9-10.0.0.1');
  expect(indicators).toHaveLength(1);
  expect(refused).toEqual([
    { written: '203.0.113.300', line: 2, reason: expect.stringContaining('at most 255') },
    { written: 'ab', line: 2, reason: expect.stringContaining('3 letters') },
    { written: '10.0.0.0/99', line: 3, reason: expect.stringContaining('no block') },
    { written: '10.0.0.9-10.0.0.1', line: 4, reason: expect.stringContaining('first comes before the last') },
  ]);
});

test('more than five thousand are refused by name', () => {
  const text = Array.from({ length: 5_003 }, (_, at) => `word${at}`).join('\n');
  const { indicators, refused } = readIndicators(text);
  expect(indicators).toHaveLength(5_000);
  expect(refused.map(({ written }) => written)).toEqual(['word5000', 'word5001', 'word5002']);
});

test('nothing that is written is lost, whatever it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ab1.:/[]()@-x'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      // Two with a dash between are one range.
      fc.pre(!words.includes('-'));
      const { indicators, refused, repeated } = readIndicators(words.join('\n'));
      expect(indicators.length + refused.length + repeated).toBe(words.length);
      const all = new Set(words);
      for (const { written } of [...indicators, ...refused]) expect(all).toContain(written);
    }),
  );
});

test('an address is looked for whole, and in the spelling in which it was written, too', () => {
  const [v4, v6] = readIndicators('203.0.113.7 2001:0DB8::1').indicators;
  expect(v4 && filterOf(v4)).toEqual({ op: 'text', text: '203.0.113.7', whole: true });
  expect(v6 && filterOf(v6)).toEqual({
    op: 'any',
    of: [
      { op: 'text', text: '2001:db8::1', whole: true },
      { op: 'text', text: '2001:0db8::1', whole: true },
    ],
  });
});
