// Records that are rows of CSV: taken apart, or walked over where that cannot be.

import { RowParter } from '~/engine/apart/row-parter';
import type { Records } from '~/engine/columns/records';
import { unwrapAuditData } from '~/engine/json/audit-data-cell';
import type { CsvHeader } from './csv-header';
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

  constructor(records: Records, header: CsvHeader) {
    const { kept } = records;
    this.#records = records;
    this.#intake = new RecordIntake(records);
    this.#parter = new RowParter(kept, header.cellNames, header.auditData);
    this.#auditData = header.auditData;
    this.#parted = new PartedRecord(kept, this.#parter.parts, header);
    this.#walked = new WalkedRecord(header);
  }

  /** `rows` has read the row last. */
  add(rows: CsvRows, { bytes, start, end, line }: Pick<PiecePlace, 'bytes' | 'start' | 'end' | 'line'>): Intake {
    const { columns } = this.#intake;
    const { kept } = this.#records;
    const isApart = this.#parter.part(bytes, start, end, rows);
    const { template } = this.#parter.parts;
    if (template && !template.keepsAuditDataWhole) {
      this.#parted.prepare(columns);
      this.#parted.read(template);
      return this.#intake.add(this.#parted, line);
    }
    // Before the cells are changed, which its values stand in.
    if (isApart) this.#parter.parts.keepAll();
    unwrapAuditData(rows, this.#auditData);
    this.#walked.prepare(columns);
    this.#walked.keep = () => (isApart ? kept.push(this.#parter.parts) : kept.pushWhole(bytes, start, end));
    const isWhole = this.#walked.readCells(rows, this.#auditData);
    return cutOff(this.#intake.add(this.#walked, line), isWhole);
  }
}
