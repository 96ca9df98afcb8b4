import type { FieldRef } from '~/domain/fields';
import type { Filter } from '~/domain/result-view';
import type { RawRecord, ResultSet, ViewState } from '~/engine/result-set';
import type { TimeZone } from '~/lib/time';

/** What the details pane is told. The pane is another feature, so the route fills this slot. */
export interface RecordSlot {
  readonly record: RawRecord;
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

/** What the export is told: the view the grid shows, and what would be lost if it changed meanwhile. */
export interface ExportSlot {
  readonly name: string;
  readonly resultSet: ResultSet;
  readonly state: ViewState;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
  /** More records are still coming in. */
  readonly isFilling: boolean;
  /** While held the view is not renewed. */
  onHold(isHeld: boolean): void;
}
