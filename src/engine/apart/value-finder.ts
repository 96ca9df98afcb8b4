// Finds what stands deeper in the values of a property, for all fields that look there: each value is walked over once for all of
// them, as long as they ask about one value after the other.

import { PathFinder } from '~/engine/json/path-finder';
import { ByteList, encodeText } from '~/lib/bytes';
import type { ValueColumn } from './value-column';

/** How values stand in records: as the text of a cell, between the quotation marks of JSON, or as any other JSON. */
export type ValueKind = 'cell' | 'text' | 'bare';

const quote = encodeText('"');
const end = encodeText('}');

/** Of the values of one column, under one name. */
export class ValueFinder {
  readonly #values: ValueColumn;
  readonly #begin: Uint8Array;
  readonly #isText: boolean;
  readonly #paths: string[] = [];
  readonly #object = new ByteList(256);
  #finder: PathFinder | undefined;
  #last = 0;

  constructor(values: ValueColumn, kind: ValueKind, name: string) {
    this.#values = values;
    this.#begin = encodeText(`{${JSON.stringify(name)}:`);
    this.#isText = kind === 'text';
  }

  /** The slot of a path that begins with the name, in what `find` answers from now on. */
  slotOf(path: string): number {
    const known = this.#paths.indexOf(path);
    if (known >= 0) return known;
    this.#finder = undefined;
    return this.#paths.push(path) - 1;
  }

  /** What was found in a value, by slot; valid until the next one. */
  find(value: number): PathFinder {
    if (this.#finder && this.#last === value) return this.#finder;
    this.#finder ??= new PathFinder(this.#paths);
    this.#last = value;
    const object = this.#write(value);
    this.#finder.find(object.array, 0, object.length);
    return this.#finder;
  }

  /** An object with this property and no other. */
  #write(value: number): ByteList {
    const object = this.#object;
    const start = this.#values.start(value);
    object.length = 0;
    object.append(this.#begin);
    if (this.#isText) object.append(quote);
    object.appendRun(this.#values.view(value), start, start + this.#values.length(value));
    if (this.#isText) object.append(quote);
    object.append(end);
    return object;
  }
}

/** The finders of fields that are filled beside each other. */
export class ValueFinders {
  readonly #known = new Map<ValueColumn, Map<string, ValueFinder>>();

  of(values: ValueColumn, kind: ValueKind, name: string): ValueFinder {
    const alike = this.#known.get(values) ?? new Map<string, ValueFinder>();
    this.#known.set(values, alike);
    const finder = alike.get(`${kind} ${name}`) ?? new ValueFinder(values, kind, name);
    alike.set(`${kind} ${name}`, finder);
    return finder;
  }
}
