// What a regular expression of JavaScript is made of, as far as a text can be held against it in one go: without looking ahead or
// behind, and without referring back to what was found.

import { anything, type CharSet, named, noNewline, type Range } from './char-set';

export type PatternNode =
  | { readonly kind: 'character'; readonly set: CharSet }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'all' | 'any'; readonly of: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly node: PatternNode; readonly atLeast: number; readonly atMost: number };

/** Where in a text nothing has to stand, but something has to be so. */
export type Place = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'wordEdge' | 'noWordEdge';

/** The end of a sentence: the expression … */
export type PatternProblem =
  | 'is no regular expression of JavaScript'
  | 'looks ahead or behind'
  | 'refers back to what it found'
  | 'is longer than Ledgerline follows'
  | 'has an escape that means nothing';

/** `flags` are of `i`, `m` and `s`. Everything that can be in an expression is looked at, but not whether it is too long. */
export function readPattern(pattern: string, flags: string): PatternNode | PatternProblem {
  try {
    new RegExp(pattern, flags);
    return new PatternReader(pattern, flags).readAll();
  } catch (error) {
    return error instanceof Unreadable ? error.problem : 'is no regular expression of JavaScript';
  }
}

class Unreadable extends Error {
  readonly problem: PatternProblem;

  constructor(problem: PatternProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Nobody has to go down without end. */
const deepest = 200;
const controls = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['0', 0],
]);

/** Of what JavaScript has found to be a regular expression. */
class PatternReader {
  readonly #pattern: string;
  readonly #flags: string;
  #at = 0;
  #depth = 0;

  constructor(pattern: string, flags: string) {
    this.#pattern = pattern;
    this.#flags = flags;
  }

  readAll(): PatternNode {
    if (++this.#depth > deepest) throw new Unreadable('is longer than Ledgerline follows');
    const ways = [this.#readSequence()];
    while (this.#take('|')) ways.push(this.#readSequence());
    this.#depth--;
    return ways.length === 1 && ways[0] ? ways[0] : { kind: 'any', of: ways };
  }

  #readSequence(): PatternNode {
    const of: PatternNode[] = [];
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern.charAt(this.#at))) of.push(this.#readRepeated());
    return { kind: 'all', of };
  }

  #readRepeated(): PatternNode {
    const node = this.#readOne();
    const found = this.#match(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y);
    if (!found) return node;
    const [, sign, least, comma, most] = found;
    const atLeast = least === undefined ? Number(sign === '+') : Number(least);
    const endless = sign === '*' || sign === '+' || (comma === ',' && most === '');
    return { kind: 'repeat', node, atLeast, atMost: endless ? Number.POSITIVE_INFINITY : Number(sign ? 1 : most || least) };
  }

  #readOne(): PatternNode {
    if (this.#match(/\(\?<?[=!]/y)) throw new Unreadable('looks ahead or behind');
    if (this.#match(/\((?:\?:|\?<[^>]*>)?/y)) {
      const node = this.readAll();
      this.#take(')');
      return node;
    }
    const isByLine = this.#flags.includes('m');
    if (this.#take('^')) return { kind: 'place', place: isByLine ? 'lineStart' : 'start' };
    if (this.#take('$')) return { kind: 'place', place: isByLine ? 'lineEnd' : 'end' };
    if (this.#take('\\b')) return { kind: 'place', place: 'wordEdge' };
    if (this.#take('\\B')) return { kind: 'place', place: 'noWordEdge' };
    if (this.#take('.')) return { kind: 'character', set: this.#flags.includes('s') ? anything : noNewline };
    if (this.#match(/\\[1-9k]/y)) throw new Unreadable('refers back to what it found');
    const set = this.#take('[') ? this.#readClass() : { ranges: this.#readCharacters(), isNegated: false };
    return { kind: 'character', set };
  }

  #readClass(): CharSet {
    const isNegated = this.#take('^');
    const ranges: Range[] = [];
    while (!this.#take(']')) {
      const first = this.#readInClass();
      ranges.push(...first);
      if (!this.#match(/-(?!\])/y)) continue;
      const last = this.#readInClass();
      const [from, to] = [oneOf(first), oneOf(last)];
      // Beside something like \d, - is itself.
      if (from === undefined || to === undefined) ranges.push(hyphen, ...last);
      else ranges.push([from, to]);
    }
    return { ranges, isNegated };
  }

  #readInClass(): readonly Range[] {
    if (this.#match(/\\[1-9]/y)) throw new Unreadable('has an escape that means nothing');
    if (this.#take('\\b')) return [[8, 8]];
    return this.#readCharacters();
  }

  #readCharacters(): readonly Range[] {
    const range = named.get(this.#match(/\\([dDwWsS])/y)?.[1] ?? '');
    return range ?? [only(this.#readCharacter())];
  }

  #readCharacter(): number {
    const code = this.#match(/\\(?:x([\da-f]{2})|u([\da-f]{4}))/iy);
    if (code) return Number.parseInt(code[1] ?? code[2] ?? '', 16);
    const letter = this.#match(/\\c([a-z])/iy)?.[1];
    if (letter !== undefined) return letter.charCodeAt(0) % 32;
    if (this.#match(/\\(?:0\d|c)/y)) throw new Unreadable('has an escape that means nothing');
    const escaped = this.#match(/\\(.)/sy)?.[1];
    if (escaped !== undefined) return controls.get(escaped) ?? escaped.charCodeAt(0);
    return this.#pattern.charCodeAt(this.#at++);
  }

  #take(text: string): boolean {
    const isThere = this.#pattern.startsWith(text, this.#at);
    if (isThere) this.#at += text.length;
    return isThere;
  }

  /** `what` is sticky. */
  #match(what: RegExp): RegExpExecArray | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#pattern) ?? undefined;
    if (found) this.#at = what.lastIndex;
    return found;
  }
}

const hyphen: Range = [45, 45];

function only(character: number): Range {
  return [character, character];
}

function oneOf([range, ...others]: readonly Range[]): number | undefined {
  return range && others.length === 0 && range[0] === range[1] ? range[0] : undefined;
}
