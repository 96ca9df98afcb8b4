// One field of kept records as codes of its column. What a value of a record says of the field is looked up once for each different
// value: after that, a record is a look-up of its codes. Of the places in which a field may stand the first that says something
// counts, or else the first that says no more than that there is a value.

import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode } from '~/engine/columns/numbers';
import { parsePath } from '~/lib/json-path';
import type { Scope, Template } from './template';
import { ValueCodes } from './value-codes';
import type { ValueColumn } from './value-column';
import { ValueFinders } from './value-finder';

/** Where a field may stand: at a path into AuditData, in a property around it, or in a cell. */
export interface FieldPlace {
  readonly scope: Scope;
  /** Of a cell its name. */
  readonly path: string;
}

interface Source {
  readonly slot: number;
  readonly codes: ValueCodes;
}

/** Slots, and what their values say. */
interface Sources {
  readonly slots: readonly number[];
  readonly values: readonly ValueCodes[];
}

export class FieldCodes {
  readonly #column: DictionaryColumn;
  readonly #places: readonly FieldPlace[];
  readonly #finders: ValueFinders;
  /** By number of the template. */
  readonly #sources: (Sources | undefined)[] = [];
  readonly #known = new Map<string, Map<ValueColumn, ValueCodes>>();

  /** `finders` are those of fields that are filled beside this one. */
  constructor(column: DictionaryColumn, places: readonly FieldPlace[], finders = new ValueFinders()) {
    this.#column = column;
    this.#places = places;
    this.#finders = finders;
  }

  /** Slots of a template that are looked at. */
  slotsIn(template: Template): readonly number[] {
    return this.#sourcesIn(template).slots;
  }

  /** Of a record whose codes are `codes` from `base` on. AuditData must be apart, where a place is in it. */
  of(template: Template, codes: Uint32Array, base: number): Code {
    const { slots, values } = this.#sourcesIn(template);
    let vague = noCode;
    for (let i = 0; i < slots.length; i++) {
      const code = values[i]?.of(codes[base + (slots[i] ?? 0)] ?? 0) ?? noCode;
      if (code === noCode) continue;
      if (!this.#column.isVague(code)) return code;
      vague ||= code;
    }
    return vague;
  }

  #sourcesIn(template: Template): Sources {
    const known = this.#sources[template.number];
    if (known) return known;
    const found = this.#places.flatMap((place) => this.#sourceIn(template, place) ?? []);
    const sources = { slots: found.map(({ slot }) => slot), values: found.map(({ codes }) => codes) };
    this.#sources[template.number] = sources;
    return sources;
  }

  #sourceIn(template: Template, { scope, path }: FieldPlace): Source | undefined {
    const first = scope === 'cells' ? undefined : parsePath(path)?.[0];
    if (scope !== 'cells' && first?.kind !== 'property') return undefined;
    const name = first?.kind === 'property' ? first.name : path;
    const at = template.slotOf(scope, name);
    const slot = template.slots[at];
    if (!slot) return undefined;
    const kind = scope === 'cells' ? 'cell' : slot.isText ? 'text' : 'bare';
    const alike = this.#known.get(`${kind} ${path}`) ?? new Map<ValueColumn, ValueCodes>();
    this.#known.set(`${kind} ${path}`, alike);
    const codes = alike.get(slot.column) ?? new ValueCodes(slot.column, kind, name, path, this.#column, this.#finders);
    alike.set(slot.column, codes);
    return { slot: at, codes };
  }
}
