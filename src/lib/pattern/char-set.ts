// Which characters a place in a regular expression takes. A character is one of the 65,536 that JavaScript's texts are made of; an
// expression tells few of them apart, and those that it does not are one class.

export type Range = readonly [first: number, last: number];

export interface CharSet {
  readonly ranges: readonly Range[];
  /** All but these. */
  readonly isNegated: boolean;
}

const characters = 65_536;
const digits: readonly Range[] = [[48, 57]];
const wordRanges: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const newlineRanges: readonly Range[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
const spaces: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

export const anything: CharSet = { ranges: [], isNegated: true };
export const noNewline: CharSet = { ranges: newlineRanges, isNegated: true };
export const wordCharacters: CharSet = { ranges: wordRanges, isNegated: false };
export const newlines: CharSet = { ranges: newlineRanges, isNegated: false };

/** What `\d`, `\W` and the like stand for. */
export const named: ReadonlyMap<string, readonly Range[]> = new Map([
  ['d', digits],
  ['D', others(digits)],
  ['w', wordRanges],
  ['W', others(wordRanges)],
  ['s', spaces],
  ['S', others(spaces)],
]);

/** Of ranges in their order, what lies between. */
function others(ranges: readonly Range[]): readonly Range[] {
  const ends = [-1, ...ranges.flat(), characters];
  const between: Range[] = [];
  for (let i = 0; i < ends.length; i += 2) between.push([(ends[i] ?? 0) + 1, (ends[i + 1] ?? 0) - 1]);
  return between.filter(([first, last]) => first <= last);
}

export interface CharClasses {
  /** By character. */
  readonly classOf: Uint16Array;
  readonly count: number;
  /** By set and class: whether the set has the characters of the class. */
  readonly has: readonly (readonly boolean[])[];
}

export function classesOf(sets: readonly CharSet[], ignoresCase: boolean): CharClasses {
  const named = sets.map(({ ranges }) => inOrder(ignoresCase ? [...ranges, ...ranges.flatMap(otherCasesOf)] : ranges));
  const edges = [...new Set([0, characters, ...named.flat().flatMap(([first, last]) => [first, last + 1])])].sort(
    (a, b) => a - b,
  );
  // By set: the first of its ranges that is not over.
  const at = named.map(() => 0);
  const classOf = new Uint16Array(characters);
  const numbers = new Map<string, number>();
  const has: boolean[][] = sets.map(() => []);
  for (const [i, edge] of edges.slice(0, -1).entries()) {
    const isNamed = named.map((ranges, set) => {
      while ((ranges[at[set] ?? 0]?.[1] ?? characters) < edge) at[set] = (at[set] ?? 0) + 1;
      return (ranges[at[set] ?? 0]?.[0] ?? characters) <= edge;
    });
    const name = isNamed.map(Number).join('');
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    classOf.fill(number, edge, edges[i + 1]);
    for (const [set, row] of has.entries()) row[number] = isNamed[set] !== sets[set]?.isNegated;
  }
  return { classOf, count: numbers.size, has };
}

/** The first first, and none that overlap. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    const before = apart.at(-1);
    if (before && first <= before[1] + 1) apart[apart.length - 1] = [before[0], Math.max(before[1], last)];
    else apart.push([first, last]);
  }
  return apart;
}

function otherCasesOf([first, last]: Range): readonly Range[] {
  return inOtherCases().flatMap((same): readonly Range[] =>
    same.some((each) => each >= first && each <= last) ? same.map((each) => [each, each]) : [],
  );
}

let otherCases: readonly (readonly number[])[] | undefined;

/** Characters that differ only in case. */
function inOtherCases(): readonly (readonly number[])[] {
  if (otherCases) return otherCases;
  const same = new Map<number, number[]>();
  for (let character = 0; character < characters; character++) {
    const one = inOneCase(character);
    if (one !== character) same.set(one, [...(same.get(one) ?? [one]), character]);
  }
  otherCases = [...same.values()];
  return otherCases;
}

/** As JavaScript compares without case: https://tc39.es/ecma262/#sec-runtime-semantics-canonicalize-ch */
function inOneCase(character: number): number {
  const upper = String.fromCharCode(character).toUpperCase();
  const code = upper.charCodeAt(0);
  return upper.length !== 1 || (character >= 128 && code < 128) ? character : code;
}
