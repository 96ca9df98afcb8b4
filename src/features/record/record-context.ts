import { createContext, use } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { ValueChoice } from '~/domain/view/change-filters';
import type { FilterTarget } from '~/domain/view/filter-target';
import type { RawRecord } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';

/** The record on the screen, for the many small parts that show a value of it. */
export interface OpenRecord {
  readonly record: RawRecord;
  /** Of the record's source: it tells what fields are called. */
  readonly catalogue: Catalogue;
  /** `undefined` where the text is no JSON. */
  readonly auditData: unknown;
  readonly zone: TimeZone;
  /** Everything is shown in full on paper. */
  readonly isPrinting: boolean;
  /** What records were searched for, to be marked. */
  readonly finder: RegExp | undefined;
  /** Narrows down by a value; `undefined` where there is nothing to narrow. */
  readonly onChoose: ((target: FilterTarget, choice: ValueChoice) => void) | undefined;
  /** Shows a field as a column; `undefined` where there are none. */
  readonly onColumn: ((field: FieldRef) => void) | undefined;
}

export const OpenRecordContext = createContext<OpenRecord | undefined>(undefined);

export function useOpenRecord(): OpenRecord {
  const open = use(OpenRecordContext);
  if (!open) throw new Error('A part of the details pane stands outside of it');
  return open;
}
