// What a record says that has been taken apart: each column knows from which slots of a template, so nothing is looked for, and
// what a value says is worked out when it first comes.

import type { FieldRef } from '~/domain/catalogue/fields';
import { parseJson } from '~/domain/record/audit-data';
import { personBehind } from '~/domain/record/person-behind';
import { FieldCodes } from '~/engine/apart/field-codes';
import type { Parts } from '~/engine/apart/parts';
import type { Slice } from '~/engine/apart/record-format';
import type { Template } from '~/engine/apart/template';
import { ValueFinders } from '~/engine/apart/value-finder';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode } from '~/engine/columns/numbers';
import { fullnessOf, hashOfBytes } from '~/engine/columns/same-record';
import { decodeText } from '~/lib/bytes';
import { placesOf, type RecordLayout } from './intake-plan';
import { type IntakeColumn, plainText, type RecordReading } from './record-intake';

/** Slots of a template, in the order in which they are asked. */
interface Slots {
  readonly id: readonly number[];
  readonly time: readonly number[];
  readonly actor: number;
  readonly userKey: number;
}

export class PartedRecord implements RecordReading {
  fullness = 0;
  /** How to keep the record read last; set by whoever reads it. */
  keep: () => void = () => undefined;
  readonly #layout: RecordLayout;
  readonly #finders = new ValueFinders();
  /** By place of the column among all. */
  readonly #fields: FieldCodes[] = [];
  /** By number of the template. */
  readonly #slotsIn: (Slots | undefined)[] = [];
  #parts: Parts;
  #template: Template;
  #slots: Slots;

  /** `parts` and `template` are those of any record. */
  constructor(parts: Parts, template: Template, layout: RecordLayout) {
    this.#layout = layout;
    this.#parts = parts;
    this.#template = template;
    this.#slots = this.#slotsOf(template);
  }

  /** For these columns: as before, or more behind them. */
  prepare(columns: readonly IntakeColumn[]): void {
    for (let at = this.#fields.length; at < columns.length; at++) {
      const added = columns[at];
      if (added) this.#fields.push(new FieldCodes(added.column, placesOf(added.ref, this.#layout), this.#finders));
    }
  }

  /** A record of this template, whose AuditData is apart, if it has any. */
  read(parts: Parts, template: Template): void {
    this.#parts = parts;
    this.#template = template;
    this.#slots = this.#slotsIn[template.number] ?? this.#slotsOf(template);
    this.fullness = template.auditData ? fullnessOf(parts.auditDataLength, true) : 0;
  }

  get times(): readonly number[] {
    return this.#slots.time;
  }

  get ids(): readonly number[] {
    return this.#slots.id;
  }

  text(slot: number): Slice {
    const range = this.#parts.range(slot);
    const { property, isText = false } = this.#template.slots[slot] ?? {};
    return property?.scope === 'cells' ? range : plainText(range, isText);
  }

  hash(): number {
    const bytes = this.#parts.content();
    return hashOfBytes(bytes, 0, bytes.length);
  }

  code(_: DictionaryColumn, at: number): Code {
    return this.#fields[at]?.of(this.#template, this.#parts.codes, 0) ?? noCode;
  }

  codeBefore(column: DictionaryColumn, at: number): Code {
    for (const slot of this.#fields[at]?.slotsIn(this.#template) ?? []) this.#parts.keep(slot);
    return this.code(column, at);
  }

  person(): string {
    const { actor, userKey } = this.#slots;
    return personBehind({ Actor: this.#json(actor), UserKey: this.#json(userKey) });
  }

  #json(slot: number): unknown {
    const { isText } = this.#template.slots[slot] ?? {};
    if (isText === undefined) return undefined;
    const { bytes, start, end } = this.#parts.range(slot);
    const text = decodeText(bytes, start, end);
    return parseJson(isText ? `"${text}"` : text);
  }

  #slotsOf(template: Template): Slots {
    const of = (ref: FieldRef) =>
      placesOf(ref, this.#layout)
        .map(({ scope, path }) => template.slotOf(scope, path))
        .filter((slot) => slot >= 0);
    const slots = {
      id: of('id'),
      time: of('time'),
      actor: template.slotOf('auditData', 'Actor'),
      userKey: template.slotOf('auditData', 'UserKey'),
    };
    this.#slotsIn[template.number] = slots;
    return slots;
  }
}
