// What two contenders have to say for themselves, question by question.

import type { Figure } from './in-page/contender';

/** The first time counts as one of the runs where there are hardly others. */
export function typicalMs({ firstMs, warmMs }: Figure): number {
  return Number.isFinite(warmMs) ? warmMs : firstMs;
}

/** A sentence when they gave different answers to a question. */
export function disagreements(ours: readonly Figure[], theirs: readonly Figure[]): string[] {
  const answers = new Map(theirs.map(({ name, answer }) => [name, answer]));
  const unequal = ours
    .filter(({ name, answer }) => answers.has(name) && answers.get(name) !== answer)
    .map(({ name, answer }) => `${name}: ${answer} and ${answers.get(name)}`);
  return unequal.length > 0 ? [`**Different answers**: ${unequal.join('; ')}.`] : [];
}
