// What the screen of a set tells whoever lists records of it in a way of their own.

import type { ReactNode } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import type { Row } from '~/engine/record-set';

/** Records are shown as the screen shows them everywhere. */
export interface RecordCells {
  /** Read with every row, beside the fields that are shown. */
  readonly fields: readonly FieldRef[];
  /** What somebody wrote on the record, in a sign. */
  renderSign(row: Row): ReactNode;
  renderValue(row: Row, field: FieldRef): ReactNode;
  textOf(row: Row, field: FieldRef): string;
  /** No person was behind it. */
  isQuiet(row: Row): boolean;
}

export const starCommand = { keys: 's', label: 'Star the record, or take its star away' } as const;

export interface ListedRecords {
  readonly cells: RecordCells;
  /** The record that is open beside the list. */
  readonly record: RecordKey | undefined;
  /** `among`: what is gone through from there, in its order. */
  onRecord(record: RecordKey, isByKeyboard: boolean, among: readonly RecordKey[]): void;
  /** Stars the record, or takes its star away; `undefined` where nothing is kept. */
  readonly onStar: ((row: Row | undefined) => void) | undefined;
  /** What j and k do while a record is open. */
  readonly onStep: ((rows: 1 | -1) => void) | undefined;
}
