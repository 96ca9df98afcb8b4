// What differs between two texts, for showing them side by side. Lines where there are several, else words.

import { diffLines, diffWordsWithSpace } from 'diff';

export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** Texts that are further apart count as changed altogether: looking for what they share would hold the page up. */
const mostEdits = 250;

export function textDiff(
  before: string,
  after: string,
): { readonly before: readonly DiffPart[]; readonly after: readonly DiffPart[] } {
  const options = { maxEditLength: mostEdits };
  const hasLines = before.includes('\n') || after.includes('\n');
  const changes = (hasLines ? diffLines(before, after, options) : diffWordsWithSpace(before, after, options)) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return {
    before: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, changed: removed })),
    after: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, changed: added })),
  };
}
