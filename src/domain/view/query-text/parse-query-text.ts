// The text box of the results: words are one text that is looked for anywhere, everything else becomes filters. Grammar:
//
//   any   = all { "OR" all }                                           brackets group; beside each other means AND
//   all   = one { ["AND"] one }
//   one   = "NOT" one | "-" one | "aside:" one | "(" any ")" | field value | field "(" value { "OR" value } ")" | quoted | words
//
// docs/search-text.md says what fields and values mean. Nothing is guessed: what cannot be read is a problem that says where it
// is and what to do.

import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { Filter, FilterOf } from '~/domain/view/filter';
import { fieldReader, isSame, readSame } from './field-reader';
import { type Clock, quoted } from './read-time';
import { type FieldToken, type Place, type Token, tokensOf, type Value } from './tokens-of';

export interface QueryContext extends Clock {
  readonly catalogue: Catalogue;
}

/** In the order of their places. */
export interface QueryProblem extends Place {
  readonly message: string;
}

export interface QueryParts {
  /** To be looked for while it is typed; empty for none. */
  readonly text: string;
  readonly filters: Filter[];
}

export interface QueryProblems {
  readonly problems: readonly QueryProblem[];
}

/** Brackets within brackets, and what is negated within what is negated. */
const deepest = 50;

/**
 * The first text that stands alone, neither in brackets nor negated nor beside an OR, is the text of the view; any other text is a
 * filter. Never throws, and takes linear time.
 */
export function parseQueryText(text: string, context: QueryContext): QueryParts | QueryProblems {
  const parser = new Parser(text, context);
  const alternatives = parser.whole();
  if (parser.problems.length > 0) return { problems: parser.problems.toSorted((a, b) => a.from - b.from) };
  const [only = [], ...others] = alternatives;
  if (others.length > 0) return { text: '', filters: [groupOf(alternatives)] };
  const live = only.find(({ isText }) => isText)?.filter;
  return {
    text: live?.op === 'text' ? live.text : '',
    filters: only.map(({ filter }) => filter).filter((filter) => filter !== live),
  };
}

/** `isText`: words or a text in quotes, as it stands there. */
interface Part {
  readonly filter: Filter;
  readonly isText?: boolean;
}

/** Where something could not be read: what comes of the rest is not looked at. */
const unread: Part = { filter: { op: 'any', of: [] } };

class Parser {
  readonly problems: QueryProblem[] = [];
  readonly #text: string;
  readonly #context: QueryContext;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, context: QueryContext) {
    this.#text = text;
    this.#context = context;
    this.#tokens = tokensOf(text);
  }

  whole(): readonly (readonly Part[])[] {
    const alternatives = this.#any(0);
    for (let extra = this.#peek(); extra; extra = this.#peek()) {
      this.#report('This bracket closes nothing; a text with brackets goes in quotes.', extra);
      this.#next++;
      this.#any(0);
    }
    return alternatives;
  }

  /** Up to a bracket that closes, or the end. */
  #any(depth: number): readonly (readonly Part[])[] {
    let parts: Part[] = [];
    const alternatives = [parts];
    let operator: Token | undefined;
    let isFirst = true;
    for (let token = this.#peek(); token && token.kind !== 'close'; token = this.#peek()) {
      if (token.kind === 'OR' || token.kind === 'AND') {
        if (operator || isFirst)
          this.#report(`Before ${token.kind} something has to stand; to look for the word, use quotes.`, token);
        operator = token;
        this.#next++;
        if (token.kind === 'OR') {
          parts = [];
          alternatives.push(parts);
        }
      } else {
        operator = undefined;
        parts.push(this.#one(token, depth, false));
      }
      isFirst = false;
    }
    if (operator) this.#report(`After ${operator.kind} something has to follow; to look for the word, use quotes.`, operator);
    return alternatives;
  }

  #one(token: Token, depth: number, isOperand: boolean): Part {
    const previous = this.#tokens[this.#next - 1];
    if (previous && previous.to === token.from && !opens(previous)) {
      this.#report('A space is missing here; a quote within quotes is written \\".', token);
    }
    this.#next++;
    switch (token.kind) {
      case 'NOT':
      case 'minus':
      case 'aside': {
        const operand = this.#operand(token, depth);
        return operand && { filter: token.kind === 'aside' ? { op: 'aside', filter: operand.filter } : negated(operand.filter) };
      }
      case 'open':
        return this.#group(token, depth);
      case 'field':
        return { filter: this.#field(token) };
      case 'quoted':
        if (!token.closed) return this.#unread('A quote is not closed.', token);
        if (token.text === '') return this.#unread('Nothing is in the quotes.', token);
        return { filter: { op: 'text', text: token.text }, isText: true };
      case 'word': {
        let to = token.to;
        if (!isOperand) {
          for (let next = this.#peek(); next?.kind === 'word'; next = this.#peek()) {
            to = next.to;
            this.#next++;
          }
        }
        return { filter: { op: 'text', text: this.#text.slice(token.from, to) }, isText: true };
      }
      default:
        // What else there is stands behind a field, or is looked at by `#any`.
        return this.#unread(
          `${quoted(this.#text.slice(token.from, token.to))} is in a place where nothing can be made of it.`,
          token,
        );
    }
  }

  #operand(operator: Token, depth: number): Part {
    const token = this.#peek();
    const name = operator.kind === 'minus' ? '-' : operator.kind === 'aside' ? 'aside:' : operator.kind;
    if (!token || token.kind === 'close' || token.kind === 'OR' || token.kind === 'AND')
      return this.#unread(`After ${name} something has to follow; to look for the word, use quotes.`, operator);
    return depth < deepest ? this.#one(token, depth + 1, true) : this.#tooDeep(operator);
  }

  #group(open: Token, depth: number): Part {
    if (depth >= deepest) return this.#tooDeep(open);
    const alternatives = this.#any(depth + 1);
    const close = this.#peek();
    if (close) {
      this.#next++;
      if (alternatives.length === 1 && alternatives[0]?.length === 0)
        return this.#unread('Nothing is in the brackets.', { from: open.from, to: close.to });
    } else if (!this.#isTooDeep) {
      return this.#unread('A bracket is not closed.', open);
    }
    return { filter: groupOf(alternatives) };
  }

  #field(token: FieldToken): Filter {
    const read = fieldReader(token, this.#context);
    const first = this.#peek();
    if (!first || first.from !== token.to || first.kind === 'close') {
      const typed = this.#text.slice(token.from, token.to);
      return this.#unread(`After ${typed} comes a value, without a space; to look for the text, use quotes.`, token).filter;
    }
    this.#next++;
    if (first.kind !== 'open') return isValue(first) ? this.#answer(read(first), first) : unread.filter;
    const values = this.#list(token, first);
    if (isSame(token)) {
      const place = { from: token.from, to: values.at(-1)?.to ?? first.to };
      return this.#answer(readSame(values, this.#context.catalogue), place);
    }
    const filters = values.map((value) => this.#answer(read(value), value));
    const exact = filters.filter((filter) => filter.op === 'is');
    const [one] = exact;
    if (one && exact.length === filters.length) return { ...one, values: exact.flatMap(({ values }) => values) };
    return oneOrAll('any', filters);
  }

  /** The values in brackets behind a field, with OR between them but for fields that are compared. */
  #list(field: FieldToken, open: Token): readonly Value[] {
    const values: Value[] = [];
    const wantsOr = !isSame(field);
    let previous: Token = open;
    for (let token = this.#peek(); token && token.kind !== 'close'; token = this.#peek()) {
      const isOr = token.kind === 'OR';
      const isOutOfTurn = wantsOr ? isOr === (previous.kind === 'open' || previous.kind === 'OR') : isOr;
      if (isOutOfTurn || (previous.to === token.from && isValue(previous)))
        this.#report('In these brackets OR stands between one value and the next; what belongs together goes in quotes.', token);
      if (isValue(token)) values.push(token);
      previous = token;
      this.#next++;
    }
    const close = this.#peek();
    if (!close) this.#report('A bracket is not closed.', open);
    else if (previous.kind === 'open') this.#report('Nothing is in the brackets.', { from: open.from, to: close.to });
    else if (previous.kind === 'OR') this.#report('After OR a value has to follow.', previous);
    this.#next++;
    return values;
  }

  #answer(answer: Filter | string, place: Place): Filter {
    return typeof answer === 'string' ? this.#unread(answer, place).filter : answer;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #isTooDeep = false;

  /** Nothing behind it is read. */
  #tooDeep(place: Place): Part {
    this.#isTooDeep = true;
    this.#next = this.#tokens.length;
    return this.#unread(`More than ${deepest} brackets or negations are within each other.`, place);
  }

  #unread(message: string, place: Place): Part {
    this.#report(message, place);
    return unread;
  }

  #report(message: string, { from, to }: Place): void {
    this.problems.push({ message, from, to });
  }
}

function isValue(token: Token): token is Value {
  return token.kind === 'bare' || token.kind === 'quotedValue' || token.kind === 'pattern';
}

/** What may stand before something without a space between. */
function opens({ kind }: Token): boolean {
  return kind === 'open' || kind === 'minus' || kind === 'aside' || kind === 'field';
}

function groupOf(alternatives: readonly (readonly Part[])[]): Filter {
  return oneOrAll(
    'any',
    alternatives.map((parts) =>
      oneOrAll(
        'all',
        parts.map(({ filter }) => filter),
      ),
    ),
  );
}

function oneOrAll(op: FilterOf<'any' | 'all'>['op'], of: readonly Filter[]): Filter {
  const [one] = of;
  return one && of.length === 1 ? one : { op, of };
}

function negated(filter: Filter): Filter {
  if (filter.op === 'is') return { ...filter, op: 'isNot' };
  return filter.op === 'exists' ? { ...filter, op: 'missing' } : { op: 'not', filter };
}
