/** Splits a text into what stands between the hits and, at the odd places, the hits; `undefined` when nothing is looked for. */
export function textFinder(text: string): RegExp | undefined {
  return text === '' ? undefined : new RegExp(`(${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')})`, 'giu');
}

/** Beyond them nobody reads, and a letter looked for in a megabyte would be a million hits. */
const searchedCharacters = 5_000;

export interface FoundPart {
  readonly text: string;
  readonly isHit: boolean;
}

export function foundParts(text: string, finder: RegExp | undefined): readonly FoundPart[] {
  if (!finder) return [{ text, isHit: false }];
  const parts = text
    .slice(0, searchedCharacters)
    .split(finder)
    .map((part, position) => ({ text: part, isHit: position % 2 === 1 }));
  if (text.length > searchedCharacters) parts.push({ text: text.slice(searchedCharacters), isHit: false });
  return parts.filter((part) => part.text !== '');
}

/** Whether there is a hit in it, as `foundParts` would find it. */
export function isFound(text: string, finder: RegExp): boolean {
  return text.slice(0, searchedCharacters).search(finder) >= 0;
}
