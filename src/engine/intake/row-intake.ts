// Records that are rows of CSV: taken apart, or walked over where that cannot be.

import type { Parts } from '~/engine/apart/parts';
import { RowParter } from '~/engine/apart/row-parter';
import type { Template } from '~/engine/apart/template';
import type { Records } from '~/engine/columns/records';
import { unwrapAuditData } from '~/engine/json/audit-data-cell';
import type { CsvColumns } from './csv-columns';
import type { CsvRows } from './csv-rows';
import type { PiecePlace } from './file-pieces';
import { cutOff } from './object-intake';
import { PartedRecord } from './parted-record';
import { type Intake, RecordIntake } from './record-intake';
import { WalkedRecord } from './walked-record';

export class RowIntake {
  readonly #records: Records;
  readonly #intake: RecordIntake;
  readonly #parter: RowParter;
  readonly #auditData: number;
  readonly #parted: PartedRecord;
  readonly #walked: WalkedRecord;

  constructor(records: Records, header: CsvColumns) {
    const { kept } = records;
    this.#records = records;
    this.#intake = new RecordIntake(records);
    this.#parter = new RowParter(kept, header.cellNames, header.auditData);
    this.#auditData = header.auditData;
    this.#parted = new PartedRecord(this.#parter.parts, kept.whole, header);
    this.#walked = new WalkedRecord(header);
  }

  /** `rows` has read the row last. */
  add(rows: CsvRows, { bytes, start, end, line }: Pick<PiecePlace, 'bytes' | 'start' | 'end' | 'line'>): Intake {
    const { kept } = this.#records;
    const { parts } = this.#parter;
    const isApart = this.#parter.part(bytes, start, end, rows);
    if (isApart && parts.template && !parts.template.keepsAuditDataWhole)
      return this.#addParted(parts, parts.template, line, () => kept.push(parts));
    // Before the cells are changed, which its values stand in.
    if (isApart) parts.keepAll();
    return this.#walk(rows, line, () => (isApart ? kept.push(parts) : kept.pushWhole(bytes, start, end)));
  }

  #addParted(parts: Parts, template: Template, line: number, keep: () => void): Intake {
    this.#parted.prepare(this.#intake.columns);
    this.#parted.read(parts, template);
    this.#parted.keep = keep;
    return this.#intake.add(this.#parted, line);
  }

  #walk(rows: CsvRows, line: number, keep: () => void): Intake {
    unwrapAuditData(rows, this.#auditData);
    this.#walked.prepare(this.#intake.columns);
    this.#walked.keep = keep;
    const isWhole = this.#walked.readCells(rows, this.#auditData);
    return cutOff(this.#intake.add(this.#walked, line), isWhole);
  }
}
