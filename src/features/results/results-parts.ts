import type { ReactNode } from 'react';
import type { RecordSet } from '~/engine/record-set';
import type {
  ExportSlot,
  FacetsSlot,
  GroupsSlot,
  MessagesReadSlot,
  RecordSlot,
  StandsOutSlot,
  StatisticsSlot,
  TimelineSlot,
  ToolsSlot,
} from './record-slot';
import type { StandsOutTab } from './stands-out';

/** What other features put on the screen. */
export interface ResultsParts {
  renderRecord(slot: RecordSlot): ReactNode;
  renderExport(slot: ExportSlot): ReactNode;
  renderTools(slot: ToolsSlot): ReactNode;
  renderTimeline(slot: TimelineSlot): ReactNode;
  renderFacets(slot: FacetsSlot): ReactNode;
  renderStatistics(slot: StatisticsSlot): ReactNode;
  renderStandsOut(tab: StandsOutTab, slot: StandsOutSlot): ReactNode;
  /** Among fields: which there could be besides. */
  renderFieldsHint(set: RecordSet): ReactNode;
  /** Keeps what is shown under a name. */
  renderSaving(name: string): ReactNode;
  /** Asks what records are put together by. */
  renderGroupBy(slot: GroupsSlot): ReactNode;
  /** In place of the grid while there is something. */
  renderGroups(slot: GroupsSlot): ReactNode;
  /** In place of the grid while that is asked for. */
  renderMessagesRead(slot: MessagesReadSlot): ReactNode;
}
