// What a record says that has been taken apart: each column knows from which slots of a template, so nothing is looked for, and
// what a value says is worked out when it first comes.

import type { FieldRef } from '~/domain/catalogue/fields';
import { parseJson } from '~/domain/record/audit-data';
import { personBehind } from '~/domain/record/person-behind';
import { FieldCodes } from '~/engine/apart/field-codes';
import type { RecordParts } from '~/engine/apart/parts';
import type { Slice } from '~/engine/apart/record-format';
import type { Template } from '~/engine/apart/template';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { readInstant } from '~/engine/columns/instant';
import { type Code, noCode } from '~/engine/columns/numbers';
import { fullnessOf, hashOfBytes } from '~/engine/columns/same-record';
import { unescapeJson } from '~/engine/json/json-text';
import { decodeText, encodeText } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import { placesOf, type RecordLayout } from './intake-plan';
import type { IntakeColumn, RecordReading } from './record-intake';

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
  /** By place of the column among all. */
  readonly #fields: FieldCodes[] = [];
  /** By number of the template. */
  readonly #slotsIn: (Slots | undefined)[] = [];
  #parts: RecordParts;
  #template: Template;
  #slots: Slots;

  /** `parts` and `template` are those of any record. */
  constructor(parts: RecordParts, template: Template, layout: RecordLayout) {
    this.#layout = layout;
    this.#parts = parts;
    this.#template = template;
    this.#slots = this.#slotsOf(template);
  }

  /** For these columns: as before, or more behind them. */
  prepare(columns: readonly IntakeColumn[]): void {
    for (let at = this.#fields.length; at < columns.length; at++) {
      const added = columns[at];
      if (added) this.#fields.push(new FieldCodes(added.column, placesOf(added.ref, this.#layout)));
    }
  }

  /** A record of this template, whose AuditData is apart, if it has any. */
  read(parts: RecordParts, template: Template): void {
    this.#parts = parts;
    this.#template = template;
    this.#slots = this.#slotsIn[template.number] ?? this.#slotsOf(template);
    this.fullness = template.auditData ? fullnessOf(parts.auditDataLength, true) : 0;
  }

  time(): EpochMs | string | undefined {
    let unreadable: string | undefined;
    for (const slot of this.#slots.time) {
      const { bytes, start, end } = this.#textRange(slot);
      if (end <= start) continue;
      const time = readInstant(bytes, start, end);
      if (!Number.isNaN(time)) return time;
      unreadable ??= decodeText(bytes, start, end);
    }
    return unreadable;
  }

  id(): Slice | undefined {
    for (const slot of this.#slots.id) {
      const range = this.#textRange(slot);
      if (range.end > range.start) return range;
    }
    return undefined;
  }

  hash(): number {
    const bytes = this.#parts.content();
    return hashOfBytes(bytes, 0, bytes.length);
  }

  code(_: DictionaryColumn, at: number): Code {
    const { codes, base } = this.#parts;
    return this.#fields[at]?.of(this.#template, codes, base) ?? noCode;
  }

  codeBefore(column: DictionaryColumn, at: number): Code {
    for (const slot of this.#fields[at]?.slotsIn(this.#template) ?? []) this.#parts.keep(slot);
    return this.code(column, at);
  }

  person(): string {
    const { actor, userKey } = this.#slots;
    return personBehind({ Actor: this.#json(actor), UserKey: this.#json(userKey) });
  }

  /** The text of a string, number or cell; empty for anything else. */
  #textRange(slot: number): Slice {
    const range = this.#parts.range(slot);
    const { bytes, start, end } = range;
    const { property, isText } = this.#template.slots[slot] ?? {};
    if (property?.scope === 'cells') return range;
    if (!isText) return beginsText(bytes[start] ?? 0) ? range : { bytes, start, end: start };
    for (let p = start; p < end; p++) {
      if (bytes[p] !== 0x5c) continue;
      const text = encodeText(unescapeJson(decodeText(bytes, start, end)));
      return { bytes: text, start: 0, end: text.length };
    }
    return range;
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

/** Whether what begins so in JSON is a number or a truth value, and so can be read as a text. */
function beginsText(byte: number): boolean {
  return byte !== 0x7b && byte !== 0x5b && byte !== 0x6e;
}
