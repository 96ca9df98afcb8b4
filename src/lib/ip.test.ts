import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalIp, cidrMatcher, ipRangeMatcher, isCanonicalV4, matchesCidr } from './ip';

test('strips ports and brackets', () => {
  expect(canonicalIp('10.0.0.1:443')).toBe('10.0.0.1');
  expect(canonicalIp(' 10.0.0.1 ')).toBe('10.0.0.1');
  expect(canonicalIp('[2001:db8::1]:8080')).toBe('2001:db8::1');
  expect(canonicalIp('[2001:db8::1]')).toBe('2001:db8::1');
});

// As reported by those who read the audit log: elastic/integrations#2660 and its `test-ip-formats-events.json`,
// counteractive/o365beat#16. Names and addresses are our own.
test('reads every spelling of Microsoft 365 as one address', () => {
  const spellings = [
    '10.90.0.1',
    '10.90.0.1:10100',
    '[10.90.0.1]',
    '[10.90.0.1]:10100',
    '::ffff:10.90.0.1',
    '[::ffff:10.90.0.1]:10100',
    'DESKTOP-7 (10.90.0.1)',
    '[DESKTOP-7 (10.90.0.1)]',
  ];
  expect(spellings.map(canonicalIp)).toEqual(spellings.map(() => '10.90.0.1'));
  expect(spellings.map((each) => matchesCidr(each, '10.0.0.0/8'))).toEqual(spellings.map(() => true));
  expect(canonicalIp('HOST (2001:DB8::1)')).toBe('2001:db8::1');
});

test('folds IPv4-mapped addresses to IPv4', () => {
  expect(canonicalIp('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(canonicalIp('[::FFFF:0a00:0001]:443')).toBe('10.0.0.1');
});

test('writes IPv6 as RFC 5952 does', () => {
  const pairs = [
    ['2001:DB8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ];
  expect(pairs.map(([text]) => canonicalIp(text ?? ''))).toEqual(pairs.map(([, canonical]) => canonical));
});

test('leaves alone what is not an address', () => {
  const texts = [
    '',
    'host',
    '300.1.1.1',
    '1.2.3',
    '01.2.3.4',
    '1.2.3.4.5',
    '1.2.3.4:',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7',
    '12345::',
    '[1.2.3.4:5]',
    'HOST',
    'HOST (HOST)',
    'HOST (1.2.3.4',
    '(1.2.3.4)',
    '1.2.3.4 (x)',
    '[HOST (1.2.3.4)]:x',
    'fe80::1%eth0',
    '1.2.3.4::',
    '1:2:3:4:5:6:7::8',
  ];
  expect(texts.map(canonicalIp)).toEqual(texts.map(() => undefined));
});

test('a canonical address is its own canonical form', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (ip) => {
      const canonical = canonicalIp(ip);
      expect(canonical).toBeDefined();
      expect(canonicalIp(canonical ?? '')).toBe(canonical);
    }),
  );
});

test('matches blocks of both families', () => {
  expect(matchesCidr('10.255.0.1', '10.0.0.0/8')).toBe(true);
  expect(matchesCidr('11.0.0.1', '10.0.0.0/8')).toBe(false);
  expect(matchesCidr('192.168.1.129', '192.168.1.128/25')).toBe(true);
  expect(matchesCidr('192.168.1.127', '192.168.1.128/25')).toBe(false);
  expect(matchesCidr('1.2.3.4', '0.0.0.0/0')).toBe(true);
  expect(matchesCidr('1.2.3.4', '1.2.3.4/32')).toBe(true);
  expect(matchesCidr('2001:db8:1::1', '2001:db8::/32')).toBe(true);
  expect(matchesCidr('2001:db9::1', '2001:db8::/32')).toBe(false);
  expect(matchesCidr('10.0.0.1', '::ffff:10.0.0.0/104')).toBe(true);
  expect(matchesCidr('::1', '0.0.0.0/0')).toBe(false);
  expect(matchesCidr('not an address', '0.0.0.0/0')).toBe(false);
});

test('is no block without a prefix length that fits', () => {
  expect(['10.0.0.0', '10.0.0.0/33', 'x/8', '10.0.0.0/', '::/129', '[::]/8', 'a/b/8'].map(cidrMatcher)).toEqual(
    new Array(7).fill(undefined),
  );
});

test('agrees with comparing bits one by one', () => {
  const bits = (ip: string) =>
    ip
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), fc.nat(32), (ip, base, length) => {
      expect(matchesCidr(ip, `${base}/${length}`)).toBe(bits(ip).slice(0, length) === bits(base).slice(0, length));
    }),
  );
});

test('finds addresses between two others, in any spelling', () => {
  const inside = ipRangeMatcher('10.0.0.250 - 10.0.1.5');
  expect(
    ['10.0.0.250', '10.0.1.0:443', '::ffff:10.0.1.5', '10.0.0.249', '10.0.1.6', '::1', 'x', ''].map((ip) => inside?.(ip)),
  ).toEqual([true, true, true, false, false, false, false, false]);
  const six = ipRangeMatcher('2001:db8::1–2001:db8::ffff');
  expect(['2001:db8::abc', '[2001:db8::1]:80', '2001:db8::1:0', '10.0.0.1'].map((ip) => six?.(ip))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(ipRangeMatcher('10.0.0.0/30')?.('10.0.0.3')).toBe(true);
  expect(ipRangeMatcher('10.0.0.1')?.('10.0.0.1')).toBe(true);
});

test('is no range that mixes, ends before it begins or cannot be read', () => {
  const none = ['10.0.0.1-::1', '10.0.0.2-10.0.0.1', '10.0.0.1-', '-', '', '10.0.0.1-10.0.0.2-10.0.0.3', '10.0.0.0/33', 'host'];
  expect(none.map((range) => ipRangeMatcher(range))).toEqual(none.map(() => undefined));
});

test('knows at a glance that an IPv4 address is canonical', () => {
  const part = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '01', 'a', '1:2'));
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 5 }), (parts) => {
      const bytes = new TextEncoder().encode(parts.join('.'));
      expect(isCanonicalV4(bytes, 0, bytes.length)).toBe(canonicalIp(parts.join('.')) === parts.join('.'));
    }),
  );
});
