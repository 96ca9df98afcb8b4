// What each value of a column of values says of a field, as a code of the field's column; worked out when a value is first met.

import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode } from '~/engine/columns/numbers';
import { hasEscape } from '~/engine/json/json-text';
import { PathFinder } from '~/engine/json/path-finder';
import { ByteList, encodeText, Uint32List } from '~/lib/bytes';
import { propertyStep } from '~/lib/json-path';
import type { ValueColumn } from './value-column';

/** How values stand in records: as the text of a cell, between the quotation marks of JSON, or as any other JSON. */
export type ValueKind = 'cell' | 'text' | 'bare';

/** Above every code there is. */
const unknown = 0xffffffff as Code;
const quote = encodeText('"');
const end = encodeText('}');

export class ValueCodes {
  readonly #values: ValueColumn;
  readonly #kind: ValueKind;
  readonly #target: DictionaryColumn;
  readonly #codes = new Uint32List<Code>(16);
  /** Where the field is deeper in the value. */
  readonly #finder: PathFinder | undefined;
  readonly #begin: Uint8Array;
  readonly #object = new ByteList(256);

  /** `path` begins with the property `name`, whose values these are. */
  constructor(values: ValueColumn, kind: ValueKind, name: string, path: string, target: DictionaryColumn) {
    this.#values = values;
    this.#kind = kind;
    this.#target = target;
    this.#finder = kind === 'cell' || path === propertyStep(name) ? undefined : new PathFinder([path]);
    this.#begin = this.#finder ? encodeText(`{${JSON.stringify(name)}:`) : encodeText('');
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
    const bytes = this.#values.chunk(value);
    const start = this.#values.start(value);
    const behind = start + this.#values.length(value);
    if (this.#finder) return this.#findInside(this.#finder, value, start, behind);
    if (this.#kind === 'bare') return this.#target.codeOfJson(bytes, start, behind);
    if (this.#kind === 'cell' || !hasEscape(bytes, start, behind)) return this.#target.codeOf(bytes, start, behind);
    const text = this.#write(value, start, behind);
    return this.#target.codeOfJson(text.array, 0, text.length);
  }

  /** In an object with this property and no other. */
  #findInside(finder: PathFinder, value: number, start: number, behind: number): Code {
    const object = this.#write(value, start, behind);
    object.append(end);
    finder.find(object.array, 0, object.length);
    const [from = 0, to = 0] = finder.slots;
    return to > 0 ? this.#target.codeOfJson(finder.bytesOf(0), from, to) : noCode;
  }

  #write(value: number, start: number, behind: number): ByteList {
    const object = this.#object;
    object.length = 0;
    object.append(this.#begin);
    if (this.#kind === 'text') object.append(quote);
    object.appendRun(this.#values.view(value), start, behind);
    if (this.#kind === 'text') object.append(quote);
    return object;
  }
}
