import type { ReactNode, RefObject } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import type { ValueChoice } from '~/domain/view/change-filters';
import type { Filter } from '~/domain/view/filter';
import type { FilterTarget } from '~/domain/view/filter-target';
import type { ResultView } from '~/domain/view/result-view';
import type { RawRecord, RecordSet } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ListedRecords } from '~/records/listed-records';
import type { FilterDraft, Narrowing } from '~/records/narrowing';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';

/** What the details pane is told. The pane is another feature, so the route fills this slot. */
export interface RecordSlot {
  readonly record: RawRecord;
  readonly held: HeldRecordSet;
  /** Of the set: it tells what fields are called. */
  readonly catalogue: Catalogue;
  readonly zone: TimeZone;
  /** What the records are searched for: it is marked. */
  readonly text: string;
  /** Narrows down by a value of the record. */
  onChoose(target: FilterTarget, choice: ValueChoice): void;
  /** Looks at other records in place of these, whatever the filters were. */
  onAround(filters: Filter[]): void;
  /** Looks at which messages were read, of these records in place of those that are shown. */
  onMessagesRead(filters: Filter[]): void;
  /** Opens another record of the set, whether it is shown or not. */
  onOpen(key: RecordKey): void;
  onColumn(field: FieldRef): void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  onClose(): void;
  /** `3 of 48,213`. */
  readonly position: string;
}

export interface ToolsSlot extends Narrowing {
  onText(text: string): void;
  /** That filters can be made for. */
  readonly fields: readonly FieldRef[];
  readonly draft: FilterDraft | undefined;
  onDraft(draft: FilterDraft | undefined): void;
  readonly isPanelOpen: boolean;
  onPanel(isOpen: boolean): void;
  /** What else stands among the tools. */
  readonly children: ReactNode;
}

export interface FacetsSlot extends Narrowing {
  /** Puts the records together by a field. */
  onGroup(field: FieldRef): void;
  /** Which fields there could be besides. */
  readonly hint: ReactNode;
  onClose(): void;
}

/** What a way to find what stands out is told. */
export interface StandsOutSlot extends Narrowing, Pick<RecordSlot, 'onAround' | 'onColumn'> {}

/** What is told to whoever says what stands in a field. */
export interface StatisticsSlot extends Narrowing {
  readonly field: FieldRef;
  onClose(): void;
}

export interface TimelineSlot extends Narrowing {
  /** What slices are divided by. */
  readonly stack: FieldRef;
  onStack(field: FieldRef): void;
}

/** What is told to whoever puts the records together. */
export interface GroupsSlot extends Narrowing, ListedRecords {
  /** Takes the focus when a record is closed. */
  readonly gridRef: RefObject<VirtualGridHandle | null>;
  readonly name: string;
  /** Those that are columns. */
  readonly fields: readonly FieldRef[];
  /** One or two; none while the records are listed. */
  readonly by: readonly FieldRef[];
  /** What different values are counted of; `undefined` for what is usually asked. */
  readonly distinct: FieldRef | undefined;
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined;
  onBy(by: readonly FieldRef[]): void;
  onDistinct(field: FieldRef): void;
  onSort(sort: { readonly column: string; readonly descending: boolean }): void;
  /** The records that pass these, in place of groups. */
  onRecords(filters: Filter[]): void;
  /** It is listed which messages were read, and nothing is grouped. */
  readonly isMessagesRead: boolean;
  onMessagesRead(): void;
}

/** What is told to whoever lists the messages that were read. */
export interface MessagesReadSlot extends Pick<Narrowing, 'held' | 'shown' | 'zone' | 'filters' | 'onFilters'> {
  readonly sort: GroupsSlot['sort'];
  onSort: GroupsSlot['onSort'];
  /** That is open. */
  readonly record: RecordKey | undefined;
  onOpen(key: RecordKey, isByKeyboard: boolean): void;
  /** The records, in place of the messages. */
  onRecords(): void;
  readonly grid: RefObject<VirtualGridHandle | null>;
}

/** What the export is told: the records on the screen, in their order. */
export interface ExportSlot {
  readonly name: string;
  readonly set: RecordSet;
  readonly asked: ResultView;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
}
