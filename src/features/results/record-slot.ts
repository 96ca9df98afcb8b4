import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { ResultView } from '~/domain/view/result-view';
import type { RawRecord, RecordSet } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';

/** What the details pane is told. The pane is another feature, so the route fills this slot. */
export interface RecordSlot {
  readonly record: RawRecord;
  /** Of the set: it tells what fields are called. */
  readonly catalogue: Catalogue;
  readonly zone: TimeZone;
  /** What the records are searched for: it is marked. */
  readonly text: string;
  onFilter(filter: Filter): void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  onClose(): void;
  /** `3 of 48,213`. */
  readonly position: string;
}

/** What the export is told: the records on the screen, in their order. */
export interface ExportSlot {
  readonly name: string;
  readonly set: RecordSet;
  readonly asked: ResultView;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
}
