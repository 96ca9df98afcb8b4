// Holds texts against a regular expression in a time that grows with the text alone. What JavaScript has goes back and tries again,
// and some expressions, or some texts, are made so that it does that for ever; whoever waits for it can only be ended. Here every
// character is looked at once: all the ways through the expression are followed at the same time, and where they lead from some
// places by a character is kept, so that it is found out only once.
//
//   pattern ─ read ─► nodes ─ write ─► steps ─ follow ─► a state for each set of steps, by class of character

import { type CharClasses, type CharSet, classesOf, newlines, wordCharacters } from './char-set';
import { type PatternNode, type PatternProblem, type Place, readPattern } from './read-pattern';

export interface LinearPattern {
  /** Whether it stands anywhere in the text. */
  test(text: string): boolean;
}

/** Flags other than `i`, `m` and `s` make it none. */
export function linearPattern(pattern: string, flags: string): LinearPattern | PatternProblem {
  const node = /^[ims]*$/.test(flags) ? readPattern(pattern, flags) : 'is no regular expression of JavaScript';
  if (typeof node === 'string') return node;
  const writer = new StepWriter();
  const first = writer.write(node, writer.end);
  return first === undefined ? 'is longer than Ledgerline follows' : new PatternFollower(writer, first, flags.includes('i'));
}

/** A step is a place in the list of them; those that come after it are written before it. */
type Step =
  | { readonly kind: 'end' }
  | { readonly kind: 'character'; readonly set: number; readonly next: number }
  | { readonly kind: 'place'; readonly place: Place; readonly next: number }
  | { readonly kind: 'any'; readonly nexts: readonly number[] };

const mostSteps = 1_000;
const wordSet = 0;
const newlineSet = 1;

class StepWriter {
  readonly steps: Step[] = [{ kind: 'end' }];
  readonly end = 0;
  /** The first two by `wordSet` and `newlineSet`. */
  readonly sets: CharSet[] = [wordCharacters, newlines];
  readonly #numbers = new Map<string, number>();

  /** The step at which the node begins, behind which `next` comes; `undefined` where they would be too many. */
  write(node: PatternNode, next: number | undefined): number | undefined {
    if (next === undefined) return undefined;
    switch (node.kind) {
      case 'character':
        return this.#add({ kind: 'character', set: this.#numberOf(node.set), next });
      case 'place':
        return this.#add({ kind: 'place', place: node.place, next });
      case 'all':
        return node.of.reduceRight<number | undefined>((then, each) => this.write(each, then), next);
      case 'any':
        return this.#addAny(node.of.map((each) => this.write(each, next)));
      case 'repeat':
        return this.#writeRepeat(node, next);
    }
  }

  #writeRepeat({ node, atLeast, atMost }: Extract<PatternNode, { kind: 'repeat' }>, next: number): number | undefined {
    let then: number | undefined = next;
    if (atMost === Number.POSITIVE_INFINITY) {
      const nexts: number[] = [next];
      const loop = this.#add({ kind: 'any', nexts });
      const begin = this.write(node, loop);
      if (begin === undefined) return undefined;
      nexts.push(begin);
      then = loop;
    } else for (let i = atLeast; i < atMost && then !== undefined; i++) then = this.#addAny([next, this.write(node, then)]);
    for (let i = 0; i < atLeast && then !== undefined; i++) then = this.write(node, then);
    return then;
  }

  #addAny(nexts: readonly (number | undefined)[]): number | undefined {
    const known = nexts.filter((next) => next !== undefined);
    return known.length < nexts.length ? undefined : this.#add({ kind: 'any', nexts: known });
  }

  #add(step: Step): number | undefined {
    return this.steps.length < mostSteps ? this.steps.push(step) - 1 : undefined;
  }

  #numberOf(set: CharSet): number {
    const name = JSON.stringify(set);
    const number = this.#numbers.get(name) ?? this.sets.push(set) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}

/** What stands before a place in a text. */
type Before = 'nothing' | 'word' | 'newline' | 'other';

/** Which steps a character may be taken by, and what came before it. */
interface State {
  readonly steps: readonly number[];
  readonly before: Before;
}

/** States are numbered from 1. */
const unknown = 0;
const found = -1;
const start = 1;
/** Where more follows than this, what is known is forgotten, which costs time, but no more than without it. */
const mostKnown = 500_000;

class PatternFollower implements LinearPattern {
  readonly #steps: readonly Step[];
  readonly #classOf: Uint16Array;
  readonly #has: CharClasses['has'];
  /** The class of what is behind the last character. */
  readonly #end: number;
  readonly #start: State;
  #states: State[] = [];
  #numbers = new Map<string, number>();
  /** By state and class of the next character: the number of the state that follows. */
  #nexts = new Int32Array(0);

  constructor({ steps, sets }: StepWriter, first: number, ignoresCase: boolean) {
    const { classOf, count, has } = classesOf(sets, ignoresCase);
    this.#steps = steps;
    this.#classOf = classOf;
    this.#has = has;
    this.#end = count;
    this.#start = { steps: [first], before: 'nothing' };
    this.#forget();
  }

  test(text: string): boolean {
    const classOf = this.#classOf;
    const width = this.#end + 1;
    let nexts = this.#nexts;
    let state = start;
    for (let i = 0; i <= text.length; i++) {
      const character = i < text.length ? (classOf[text.charCodeAt(i)] ?? 0) : this.#end;
      const next = nexts[state * width + character] ?? unknown;
      state = next === unknown ? this.#follow(state, character) : next;
      if (state === found) return true;
      // It may be another since.
      if (next === unknown) nexts = this.#nexts;
    }
    return false;
  }

  #forget(): void {
    this.#states = [];
    this.#numbers = new Map();
    this.#nexts.fill(unknown);
    this.#numberOf(this.#start);
  }

  #follow(from: number, character: number): number {
    const next = this.#after(this.#states[from - start] ?? this.#start, character);
    if (next === found) {
      this.#nexts[from * (this.#end + 1) + character] = found;
      return found;
    }
    if (this.#states.length * (this.#end + 1 + next.steps.length) < mostKnown) {
      const number = this.#numberOf(next);
      this.#nexts[from * (this.#end + 1) + character] = number;
      return number;
    }
    this.#forget();
    return this.#numberOf(next);
  }

  #numberOf(state: State): number {
    const name = `${state.before} ${state.steps.join(' ')}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = start + this.#states.push(state) - 1;
    this.#numbers.set(name, number);
    const length = (number + 1) * (this.#end + 1);
    if (length > this.#nexts.length) {
      const nexts = new Int32Array(2 * length);
      nexts.set(this.#nexts);
      this.#nexts = nexts;
    }
    return number;
  }

  #after({ steps, before }: State, character: number): State | typeof found {
    const nexts = new Set(this.#start.steps);
    const seen = new Set(steps);
    // What is added to a set on the way is walked through, too.
    for (const at of seen) {
      const step = this.#steps[at];
      switch (step?.kind) {
        case 'end':
          return found;
        case 'character':
          if (this.#isIn(step.set, character)) nexts.add(step.next);
          break;
        case 'place':
          if (this.#isAt(step.place, before, character)) seen.add(step.next);
          break;
        case 'any':
          for (const next of step.nexts) seen.add(next);
      }
    }
    // It may begin anywhere, so that the first step is always among them.
    const isWord = this.#isIn(wordSet, character);
    return {
      steps: [...nexts].sort((a, b) => a - b),
      before: isWord ? 'word' : this.#isIn(newlineSet, character) ? 'newline' : 'other',
    };
  }

  #isIn(set: number, character: number): boolean {
    return this.#has[set]?.[character] === true;
  }

  #isAt(place: Place, before: Before, character: number): boolean {
    switch (place) {
      case 'start':
        return before === 'nothing';
      case 'end':
        return character === this.#end;
      case 'lineStart':
        return before === 'nothing' || before === 'newline';
      case 'lineEnd':
        return character === this.#end || this.#isIn(newlineSet, character);
      case 'wordEdge':
        return (before === 'word') !== this.#isIn(wordSet, character);
      case 'noWordEdge':
        return (before === 'word') === this.#isIn(wordSet, character);
    }
  }
}
