import { expect, test } from 'vitest';
import { encodeText } from '~/lib/bytes';
import { rarePlaces } from './rare-places';

const places = (text: string) => [...rarePlaces(encodeText(text))].sort((a, b) => a - b);

test('the rarest two bytes of a run are chosen', () => {
  expect(places('exchange')).toEqual([1, 6]);
  expect(places('quagga-7731')).toEqual([0, 3]);
  expect(places('zoë')).toEqual([2, 3]);
  expect(places('ez')).toEqual([0, 1]);
});

test('a run of one byte has one place', () => {
  expect(places('e')).toEqual([0, 0]);
});

test('of bytes as rare as each other two places are chosen', () => {
  expect(places('ee')).toEqual([0, 1]);
  expect(places('eee')).toEqual([0, 2]);
});
