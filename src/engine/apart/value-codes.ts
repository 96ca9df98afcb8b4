// What each value of a column of values says of a field, as a code of the field's column; worked out when a value is first met.

import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode } from '~/engine/columns/numbers';
import { hasEscape } from '~/engine/json/json-text';
import { Uint32List } from '~/lib/bytes';
import { propertyStep } from '~/lib/json-path';
import type { ValueColumn } from './value-column';
import type { ValueFinder, ValueFinders, ValueKind } from './value-finder';

/** Above every code there is. */
const unknown = 0xffffffff as Code;

export class ValueCodes {
  readonly #values: ValueColumn;
  readonly #kind: ValueKind;
  readonly #target: DictionaryColumn;
  readonly #codes = new Uint32List<Code>(16);
  /** Where the field is deeper in the value. */
  readonly #finder: ValueFinder | undefined;
  readonly #slot: number;

  /** `path` begins with the property `name`, whose values these are. */
  constructor(values: ValueColumn, kind: ValueKind, name: string, path: string, target: DictionaryColumn, finders: ValueFinders) {
    this.#values = values;
    this.#kind = kind;
    this.#target = target;
    const isInside = kind !== 'cell' && path !== propertyStep(name);
    this.#finder = isInside ? finders.of(values, kind, name) : undefined;
    this.#slot = this.#finder?.slotOf(path) ?? 0;
  }

  of(value: number): Code {
    // Where nearly each is another, keeping codes would cost more than it saves.
    if (!this.#values.isDistinct) return this.#find(value);
    while (this.#codes.length <= value) this.#codes.push(unknown);
    const known = this.#codes.array[value] ?? unknown;
    if (known !== unknown) return known;
    const code = this.#find(value);
    this.#codes.array[value] = code;
    return code;
  }

  #find(value: number): Code {
    if (this.#finder) return this.#findInside(this.#finder, value);
    const bytes = this.#values.chunk(value);
    const start = this.#values.start(value);
    const end = start + this.#values.length(value);
    if (this.#kind === 'bare') return this.#target.codeOfJson(bytes, start, end);
    if (this.#kind === 'text' && hasEscape(bytes, start, end)) return this.#target.codeOfEscaped(bytes, start, end);
    return this.#target.codeOf(bytes, start, end);
  }

  #findInside(finder: ValueFinder, value: number): Code {
    const found = finder.find(value);
    const from = found.slots[this.#slot * 2] ?? 0;
    const to = found.slots[this.#slot * 2 + 1] ?? 0;
    return to > 0 ? this.#target.codeOfJson(found.bytesOf(this.#slot), from, to) : noCode;
  }
}
