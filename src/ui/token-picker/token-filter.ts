// Finding options by anything they are known by. Pure, and quick enough to run at every keystroke over a thousand options.

export interface TokenOption {
  readonly value: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string | undefined;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
  /** What else it can be found by, such as a number; an exact one is as good as the label. */
  readonly keywords?: readonly string[] | undefined;
}

interface Haystack {
  /** Spellings that mean exactly this option. */
  readonly exact: readonly string[];
  /** The words of these: `mail`, `items` and `accessed` of `MailItemsAccessed`. */
  readonly words: readonly string[];
  readonly all: string;
}

const haystacks = new WeakMap<TokenOption, Haystack>();

function haystackOf(option: TokenOption): Haystack {
  let found = haystacks.get(option);
  if (!found) {
    const names = [option.value, option.label, ...(option.keywords ?? [])];
    const exact = names.map(plain);
    found = {
      exact,
      words: names.flatMap(wordsOf),
      all: [...exact, plain(option.detail ?? ''), plain(option.group ?? '')].join('\n'),
    };
    haystacks.set(option, found);
  }
  return found;
}

const plain = (text: string) => text.trim().toLowerCase();
const wordsOf = (text: string) => text.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\p{L}\p{N}]+/u).map(plain);

/** Whether the text means exactly this option, whatever the case. */
export function isSpellingOf(option: TokenOption, text: string): boolean {
  return haystackOf(option).exact.includes(plain(text));
}

export function findOption(options: readonly TokenOption[], text: string): TokenOption | undefined {
  return options.find((option) => isSpellingOf(option, text));
}

/** Options that have every word of the text somewhere, the closest first; groups stay together, the one with the closest first. */
export function filterOptions(options: readonly TokenOption[], text: string): readonly TokenOption[] {
  const wanted = plain(text);
  const words = wanted.split(/\s+/).filter(Boolean);
  const groups = new Map<string, { best: number; found: { option: TokenOption; distance: number }[] }>();
  for (const option of options) {
    const { all } = haystackOf(option);
    if (!words.every((word) => all.includes(word))) continue;
    const distance = distanceOf(option, wanted);
    const group = groups.get(option.group ?? '');
    if (group) {
      group.best = Math.min(group.best, distance);
      group.found.push({ option, distance });
    } else {
      groups.set(option.group ?? '', { best: distance, found: [{ option, distance }] });
    }
  }
  return [...groups.values()]
    .sort((a, b) => a.best - b.best)
    .flatMap(({ found }) => found.sort((a, b) => a.distance - b.distance).map(({ option }) => option));
}

function distanceOf(option: TokenOption, wanted: string): number {
  if (wanted === '') return 0;
  const { exact, words } = haystackOf(option);
  if (exact.includes(wanted)) return 0;
  if (exact.some((spelling) => spelling.startsWith(wanted))) return 1;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  return exact.some((spelling) => spelling.includes(wanted)) ? 3 : 4;
}
