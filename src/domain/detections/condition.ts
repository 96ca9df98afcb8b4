// The condition of a rule: which of its selections must hold. `selection and not 1 of filter_*`.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md#condition

import type { Filter } from '~/domain/view/filter';
import { allOf, anyOf, type Refuse } from './compile';

/** What conditions are made of: the selections by name, each translated when it is asked for. */
export interface Selections {
  readonly names: readonly string[];
  readonly filterOf: (name: string) => Filter;
}

/** No rule has so many brackets, and nobody has to go down without end. */
const deepest = 50;

export function compileCondition(text: string, selections: Selections, refuse: Refuse): Filter {
  const words: readonly string[] = text.match(/[()|]|[^\s()|]+/g) ?? [];
  if (words.includes('|'))
    return refuse(
      `counts in its condition (${text}), as older rules do. Write what it counts as a correlation of the type event_count or value_count.`,
    );
  return new ConditionReader(words, selections, refuse).readAll();
}

class ConditionReader {
  readonly #words: readonly string[];
  readonly #selections: Selections;
  readonly #refuse: Refuse;
  #at = 0;
  #depth = 0;
  #isBroken = false;

  constructor(words: readonly string[], selections: Selections, refuse: Refuse) {
    this.#words = words;
    this.#selections = selections;
    this.#refuse = refuse;
  }

  readAll(): Filter {
    const filter = this.#readAny();
    return this.#isBroken || this.#at < this.#words.length ? this.#break() : filter;
  }

  #readAny(): Filter {
    const filters = [this.#readEach()];
    while (this.#take('or')) filters.push(this.#readEach());
    return anyOf(filters);
  }

  #readEach(): Filter {
    const filters = [this.#readOne()];
    while (this.#take('and')) filters.push(this.#readOne());
    return allOf(filters);
  }

  #readOne(): Filter {
    if (this.#isBroken || ++this.#depth > deepest) return this.#break();
    const filter = this.#take('not')
      ? ({ op: 'not', filter: this.#readOne() } as const)
      : this.#take('(')
        ? this.#readBracket()
        : this.#readSelections();
    this.#depth--;
    return filter;
  }

  #readBracket(): Filter {
    const filter = this.#readAny();
    return this.#take(')') ? filter : this.#break();
  }

  #readSelections(): Filter {
    const name = this.#words[this.#at++];
    if (name === undefined || /^(?:[()]|and|or|of)$/i.test(name)) return this.#break();
    if (!this.#take('of')) {
      if (this.#selections.names.includes(name)) return this.#selections.filterOf(name);
      return this.#refuse(`names ${name} in its condition, and describes nothing of that name.`);
    }
    const pattern = this.#words[this.#at++];
    if (pattern === undefined) return this.#break();
    const names = this.#namesLike(pattern);
    if (names.length === 0) return this.#refuse(`asks for ${name} of ${pattern}, and describes nothing of such a name.`);
    const filters = names.map((each) => this.#selections.filterOf(each));
    if (/^(?:1|any)$/i.test(name)) return anyOf(filters);
    if (/^all$/i.test(name)) return allOf(filters);
    return this.#refuse(`asks for ${name} of ${pattern}; Ledgerline knows 1 of and all of.`);
  }

  #namesLike(pattern: string): readonly string[] {
    const { names } = this.#selections;
    if (/^them$/i.test(pattern)) return names.filter((name) => !name.startsWith('_'));
    const pieces = pattern.split('*');
    return names.filter((name) => isLike(name, pieces));
  }

  #take(word: string): boolean {
    if (this.#words[this.#at]?.toLowerCase() !== word) return false;
    this.#at++;
    return true;
  }

  #break(): Filter {
    this.#isBroken = true;
    return this.#refuse(`has a condition that Ledgerline cannot read: ${this.#words.join(' ').slice(0, 200)}`);
  }
}

/** Whether the pieces stand in the name in their order, the first at its beginning and the last at its end. */
function isLike(name: string, [first = '', ...rest]: readonly string[]): boolean {
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
