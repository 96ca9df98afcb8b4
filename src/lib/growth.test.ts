import { expect, test } from 'vitest';
import { growthStage } from './growth';

test('changes when a growing number has doubled, and once more at its end', () => {
  const stages = Array.from({ length: 1001 }, (_, count) => growthStage(count, true));
  expect(new Set(stages).size).toBe(10);
  expect(growthStage(1000, false)).not.toBe(growthStage(1000, true));
  expect(growthStage(1000, false)).not.toBe(growthStage(1001, false));
});
