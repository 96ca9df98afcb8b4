import { expect, test } from 'vitest';
import { isWholeIn, wholenessOf } from './whole-text';

function isWhole(wanted: string, text: string): boolean {
  return isWholeIn(wanted, wholenessOf(wanted), text.toLowerCase());
}

test.each([
  ['1.2.3.4', '1.2.3.4'],
  ['1.2.3.4', '[1.2.3.4]:443'],
  ['1.2.3.4', 'http://1.2.3.4:8080/a'],
  ['1.2.3.4', 'from 1.2.3.4.'],
  ['1.2.3.4', '::ffff:1.2.3.4'],
  ['1.2.3.4', '11.2.3.45, 1.2.3.4'],
  ['2001:db8::1', '[2001:DB8::1]:443'],
  ['2001:db8::1', 'ip:2001:db8::1'],
  ['::1', '"::1"'],
  ['evil.com', 'EVIL.com'],
  ['evil.com', 'https://www.evil.com/x'],
  ['evil.com', 'bob@evil.com; eve'],
  ['evil.com', 'go to evil.com.'],
  ['evil.com', 'url=https%3A%2F%2Fevil.com%2Fx'],
  ['evil.com', 'bob_evil.com#EXT#@contoso.onmicrosoft.com'],
  ['evil.com', '{"Value":"line\\nevil.com"}'],
  ['evil.com', '请访问evil.com查看'],
  ['a@evil.com', 'live.com#a@evil.com'],
  ['http://evil.com/a', 'http://evil.com/a?b=1'],
  ['http://evil.com', 'http://evil.com/a'],
  ['ünder.com', 'www.Ünder.com'],
])('%s is whole in %s', (wanted, text) => {
  expect(isWhole(wanted, text)).toBe(true);
});

test.each([
  ['1.2.3.4', '11.2.3.4'],
  ['1.2.3.4', '1.2.3.45'],
  ['1.2.3.4', '1.2.3.4.5'],
  ['1.2.3.4', '9.1.2.3.4'],
  ['1.2.3.4', '1.2.3.4.evil.com'],
  ['2001:db8::1', '2001:db8::12'],
  ['2001:db8::1', '2001:db8::1:2'],
  ['2001:db8::1', '1:2001:db8::1'],
  ['::1', '2001:db8::1'],
  ['evil.com', 'notevil.com'],
  ['evil.com', 'not-evil.com'],
  ['evil.com', 'evil.com.au'],
  ['evil.com', 'evil.community'],
  ['evil.com', 'evil.com-x.org'],
  ['evil.com', 'äevil.com'],
  ['a@evil.com', 'b.a@evil.com'],
  ['a@evil.com', 'ba@evil.com'],
  ['a@evil.com', 'a@evil.com.au'],
  ['http://evil.com', 'http://evil.com.au/'],
  ['http://evil.com/a', 'http://evil.com/abc'],
])('%s is not whole in %s', (wanted, text) => {
  expect(isWhole(wanted, text)).toBe(false);
});
