// Records that are JSON objects, of a page or a file in any layout: taken apart, or walked over where that cannot be.

import { ObjectParter } from '~/engine/apart/object-parter';
import type { Parts } from '~/engine/apart/parts';
import type { WrittenAs } from '~/engine/apart/record-format';
import type { Template } from '~/engine/apart/template';
import type { Records } from '~/engine/columns/records';
import { JsonCells } from './json-cells';
import { PartedRecord } from './parted-record';
import { type Intake, RecordIntake } from './record-intake';
import { WalkedRecord } from './walked-record';

export type WrittenObjects = Extract<WrittenAs, { readonly kind: 'objects' }>;

export class ObjectIntake {
  readonly #records: Records;
  readonly #intake: RecordIntake;
  readonly #parter: ObjectParter;
  readonly #isOfGraph: boolean;
  /** Of objects with AuditData in a text, or in files; else there are none. */
  readonly #cells: JsonCells | undefined;
  readonly #parted: PartedRecord;
  readonly #partedText: PartedRecord;
  readonly #walked: WalkedRecord;
  readonly #walkedCells: WalkedRecord | undefined;

  constructor(records: Records, { auditData, isOfGraph = false }: WrittenObjects) {
    const { kept } = records;
    this.#records = records;
    this.#intake = new RecordIntake(records);
    this.#parter = new ObjectParter(kept, auditData);
    this.#isOfGraph = isOfGraph;
    this.#cells = auditData === undefined ? undefined : new JsonCells(auditData);
    const object = isOfGraph ? 'graph' : (this.#cells ?? 'auditData');
    const { parts } = this.#parter;
    this.#parted = new PartedRecord(parts, kept.whole, object);
    this.#partedText = this.#cells && isOfGraph ? new PartedRecord(parts, kept.whole, this.#cells) : this.#parted;
    this.#walked = new WalkedRecord(object);
    this.#walkedCells = this.#cells && new WalkedRecord(this.#cells);
  }

  /** Where the object ends that begins at `at`; `broken` when it is no JSON, or cannot be taken apart. */
  endOf(bytes: Uint8Array, at: number, end: number): number {
    return this.#parter.part(bytes, at, end);
  }

  /** The range should be one object. It costs little if `endOf` was asked for it just before. */
  add(bytes: Uint8Array, start: number, end: number, line: number): Intake {
    if (bytes[start] !== 0x7b) return notAnObject;
    const { kept } = this.#records;
    const { parts } = this.#parter;
    const isApart = parts.isRange(bytes, start, end) || this.#parter.part(bytes, start, end) === end;
    if (isApart && parts.template && !parts.template.keepsAuditDataWhole)
      return this.#addParted(parts, parts.template, line, () => kept.push(parts));
    return this.#walk(bytes, start, end, line, () => (isApart ? kept.push(parts) : kept.pushWhole(bytes, start, end)));
  }

  #addParted(parts: Parts, template: Template, line: number, keep: () => void): Intake {
    const parted = template.auditData?.spelling === 'inText' ? this.#partedText : this.#parted;
    parted.prepare(this.#intake.columns);
    parted.read(parts, template);
    parted.keep = keep;
    return this.#intake.add(parted, line);
  }

  #walk(bytes: Uint8Array, start: number, end: number, line: number, keep: () => void): Intake {
    const walked = this.#walked;
    if (!this.#cells || this.#isOfGraph) {
      walked.prepare(this.#intake.columns);
      walked.keep = keep;
      const isWhole = this.#isOfGraph ? walked.readGraphRecord(bytes, start, end) : walked.readObject(bytes, start, end);
      if (!isWhole) return notJson;
      // A text or a list is read as what it stands for.
      const isObject = !this.#cells || ![0x22, 0x5b].includes(walked.auditDataByte);
      if (isObject) return this.#intake.add(walked, line);
    }
    const cells = this.#cells;
    const walkedCells = this.#walkedCells;
    if (!cells || !walkedCells || !cells.read(bytes, start, end)) return notJson;
    walkedCells.prepare(this.#intake.columns);
    walkedCells.keep = keep;
    const isWhole = walkedCells.readCells(cells, cells.auditData);
    return cutOff(this.#intake.add(walkedCells, line), isWhole);
  }
}

/** Added, but not as a whole. */
export function cutOff(intake: Intake, isWhole: boolean): Intake {
  return intake === 'added' && !isWhole ? 'cutOff' : intake;
}

const notAnObject: Intake = { refused: 'It is not a JSON object.' };
const notJson: Intake = { refused: 'It is not valid JSON.' };
