// JSON read into values as far as it goes. Unlike `JSON.parse`, text that breaks off gives what stood before the break, a number
// that JavaScript cannot hold stays as it was written, and of a name that occurs twice both values are known. Agrees with the
// engine's scanner on what is found where.

import { endOfString } from './format-json';

export interface ReadJson {
  /** As `JSON.parse` would give it, with `WrittenNumber` where a number would read differently. `undefined` if nothing was found. */
  readonly value: unknown;
  /** Where the text stops being JSON, counted from 0; its length when it is cut off. `undefined` for whole JSON. */
  readonly brokenAt: number | undefined;
}

/** A number whose digits a number of JavaScript does not give back: `12345678901234567890`, `1.0`. Has no properties of its own. */
export class WrittenNumber {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Deeper than any record, and as deep as the engine looks. */
const deepest = 1000;
const space = /[ \t\r\n]*/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Never throws. */
export function readJson(text: string): ReadJson {
  const reader = new JsonReader(text);
  const value = reader.readValue(0);
  return { value, brokenAt: reader.findBreak() };
}

type Member = readonly [name: string, value: unknown];

/** All members of objects in which a name occurs twice: an object of JavaScript has only the last. */
const repeating = new WeakMap<object, readonly Member[]>();

/**
 * The members in the order they were written, those included that a later one of the same name hides. The value of the last is
 * `undefined` where the text broke off behind its name.
 */
export function membersOf(object: object): readonly Member[] {
  return repeating.get(object) ?? Object.entries(object);
}

class JsonReader {
  readonly #text: string;
  #at = 0;
  #isBroken = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** What could be read of the value; `undefined` when that is nothing. */
  readValue(depth: number): unknown {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case '"':
        return this.#readString();
      case '{':
        return depth < deepest ? this.#readObject(depth + 1) : this.#break();
      case '[':
        return depth < deepest ? this.#readList(depth + 1) : this.#break();
      default:
        return this.#readWord(depth);
    }
  }

  findBreak(): number | undefined {
    this.#skipSpace();
    return this.#isBroken || this.#at < this.#text.length ? this.#at : undefined;
  }

  #readObject(depth: number): object {
    const members: Member[] = [];
    this.#at++;
    for (let isFirst = true; this.#goesOn('}', isFirst); isFirst = false) {
      const name = this.#text[this.#at] === '"' ? this.#readString() : this.#break();
      if (name === undefined || !this.#take(':')) break;
      members.push([name, this.readValue(depth)]);
    }
    // An own property whatever it is called, `__proto__` included.
    const object = Object.fromEntries(members);
    if (Object.keys(object).length < members.length) repeating.set(object, members);
    return object;
  }

  #readList(depth: number): unknown[] {
    const list: unknown[] = [];
    this.#at++;
    for (let isFirst = true; this.#goesOn(']', isFirst); isFirst = false) {
      const value = this.readValue(depth);
      if (value !== undefined) list.push(value);
    }
    return list;
  }

  /** Whether another member follows; passes what stands between members, or the closing bracket. */
  #goesOn(closing: string, isFirst: boolean): boolean {
    if (this.#isBroken) return false;
    this.#skipSpace();
    const char = this.#text[this.#at];
    if (char === closing) {
      this.#at++;
      return false;
    }
    if (!isFirst && !this.#take(',')) return false;
    this.#skipSpace();
    return true;
  }

  #take(mark: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] === mark) {
      this.#at++;
      return true;
    }
    this.#break();
    return false;
  }

  #readString(): string | undefined {
    const { at, isBroken } = endOfString(this.#text, this.#at);
    const string = this.#text.slice(this.#at, at);
    this.#at = at;
    if (isBroken) return this.#break();
    const read: unknown = string.includes('\\') ? JSON.parse(string) : string.slice(1, -1);
    return String(read);
  }

  #readWord(depth: number): unknown {
    word.lastIndex = this.#at;
    const [found] = word.exec(this.#text) ?? [];
    if (found === undefined) return this.#break();
    this.#at += found.length;
    if (found === 'null') return null;
    if (found === 'true' || found === 'false') return found === 'true';
    // At the end, more digits may have followed.
    if ((depth > 0 && this.#at === this.#text.length) || goesOn(found, this.#text[this.#at])) return this.#break();
    return String(Number(found)) === found ? Number(found) : new WrittenNumber(found);
  }

  #skipSpace(): void {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
  }

  #break(): undefined {
    this.#isBroken = true;
    return undefined;
  }
}

/** Whether a number goes on with a fraction or an exponent that cannot be read: `1.`, `1e`. */
function goesOn(number: string, next = ''): boolean {
  return (next === '.' && !/[.e]/i.test(number)) || (/e/i.test(next) && !/e/i.test(number));
}
