// The values at a path into AuditData as codes of a column. A property is a column already, and what stands deeper in its values is
// looked up once for each different value: a record is a look-up of its code.

import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode } from '~/engine/columns/numbers';
import { PathFinder } from '~/engine/json/path-finder';
import { ByteList, encodeText, Uint32List } from '~/lib/bytes';
import { parsePath } from '~/lib/json-path';
import type { KeptRecords } from './kept-records';
import type { Template } from './template';
import type { ValueColumn } from './value-column';

export class PathCodes {
  readonly #kept: KeptRecords;
  readonly #paths: readonly string[];
  readonly #target: DictionaryColumn;
  readonly #otherwise: (record: number) => Code;
  /** By number of the template. */
  readonly #sources: (readonly Source[] | undefined)[] = [];
  readonly #readers = new Map<string, Map<ValueColumn, ValueCodes>>();

  /** Of `paths` the first with a value counts. `otherwise` is asked for records whose AuditData was not taken apart. */
  constructor(kept: KeptRecords, paths: readonly string[], target: DictionaryColumn, otherwise: (record: number) => Code) {
    this.#kept = kept;
    this.#paths = paths;
    this.#target = target;
    this.#otherwise = otherwise;
  }

  codeOf(record: number): Code {
    const template = this.#kept.template(record);
    if (template.keepsAuditDataWhole) return this.#otherwise(record);
    this.#sources[template.number] ??= this.#sourcesIn(template);
    const row = this.#kept.rowIn(record);
    for (const { at, codes } of this.#sources[template.number] ?? []) {
      const code = codes.of(template.codes.code(row, at));
      if (code !== noCode) return code;
    }
    return noCode;
  }

  #sourcesIn(template: Template): readonly Source[] {
    return this.#paths.flatMap((path) => {
      const steps = parsePath(path);
      const first = steps?.[0];
      const column = first?.kind === 'property' ? this.#kept.column('auditData', first.name) : undefined;
      // Of a property written twice the last counts.
      const at = column ? template.slots.findLastIndex((slot) => slot.column === column) : -1;
      const slot = template.slots[at];
      if (!slot || first?.kind !== 'property') return [];
      const name = `${slot.isText ? 'text' : 'bare'} ${path}`;
      const readers = this.#readers.get(name) ?? new Map<ValueColumn, ValueCodes>();
      this.#readers.set(name, readers);
      const codes = readers.get(slot.column) ?? new ValueCodes(slot.column, slot.isText, first.name, path, this.#target);
      readers.set(slot.column, codes);
      return [{ at, codes }];
    });
  }
}

interface Source {
  readonly at: number;
  readonly codes: ValueCodes;
}

/** Above every code there is. */
const unknown = 0xffffffff as Code;
const quote = encodeText('"');
const end = encodeText('}');

/** What each value of a property has at a path, worked out when it is first met. */
class ValueCodes {
  readonly #values: ValueColumn;
  readonly #isText: boolean;
  readonly #begin: Uint8Array;
  readonly #finder: PathFinder;
  readonly #target: DictionaryColumn;
  readonly #codes = new Uint32List<Code>(16);
  readonly #object = new ByteList(256);

  constructor(values: ValueColumn, isText: boolean, name: string, path: string, target: DictionaryColumn) {
    this.#values = values;
    this.#isText = isText;
    this.#begin = encodeText(`{${JSON.stringify(name)}:`);
    this.#finder = new PathFinder([path]);
    this.#target = target;
  }

  of(value: number): Code {
    while (this.#codes.length <= value) this.#codes.push(unknown);
    const known = this.#codes.array[value] ?? unknown;
    if (known !== unknown) return known;
    const code = this.#find(value);
    this.#codes.array[value] = code;
    return code;
  }

  /** In an object with this property and no other. */
  #find(value: number): Code {
    const object = this.#object;
    const start = this.#values.start(value);
    object.length = 0;
    object.append(this.#begin);
    if (this.#isText) object.append(quote);
    object.append(this.#values.chunk(value), start, start + this.#values.length(value));
    if (this.#isText) object.append(quote);
    object.append(end);
    this.#finder.find(object.array, 0, object.length);
    const [from = 0, behind = 0] = this.#finder.slots;
    return behind > 0 ? this.#target.codeOfJson(this.#finder.bytesOf(0), from, behind) : noCode;
  }
}
