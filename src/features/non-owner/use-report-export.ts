import { useQuery } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/fields';
import type { AccessType } from '~/domain/mailbox-access-params';
import { accessFields, accessFilters } from '~/domain/non-owner-access';
import { newestFirst } from '~/domain/result-view';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { readView } from '~/engine/read-view';
import type { ResultSet, ViewState } from '~/engine/result-set';
import { inThisBrowser } from '~/lib/in-this-browser';
import type { TimeZone } from '~/lib/time';
import { useTimeZone } from '~/ui/time-zone';

export interface ExportSlot {
  readonly name: string;
  readonly resultSet: ResultSet;
  readonly state: ViewState;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
  readonly isFilling: boolean;
  onHold(isHeld: boolean): void;
}

interface Options extends Pick<ExportSlot, 'isFilling' | 'onHold'> {
  readonly held: HeldResultSet;
  readonly access: AccessType;
  /** Those of the report; absent for all. */
  readonly mailboxes: readonly string[] | undefined;
  /** Nothing else is being asked of the records. */
  readonly isReady: boolean;
  /** Changes whenever the report does. */
  readonly version: number;
  readonly isHeld: boolean;
}

const exportedFields: readonly FieldRef[] = [
  'time',
  accessFields.mailbox,
  accessFields.person,
  accessFields.logonType,
  accessFields.external,
  'operation',
  'result',
  accessFields.folder,
  'item',
  'ip',
  'id',
];

/** The records behind the report, as a view of their own; made anew when an export is about to begin, since only the newest lives. */
export function useReportExport({ held, access, mailboxes, isReady, version, isHeld, ...rest }: Options): ExportSlot | undefined {
  const [zone] = useTimeZone();
  const filters = accessFilters(access, mailboxes && { mailboxes });
  const { data: state } = useQuery({
    ...inThisBrowser,
    gcTime: 0,
    queryKey: ['records of the report', held.id, filters, version, isHeld],
    queryFn: () => readView(held.resultSet, { text: '', filters, sort: [...newestFirst] }, async (view) => view),
    enabled: isReady,
    placeholderData: (last: ViewState | undefined) => last,
  });
  return (
    state && { ...rest, name: 'Access by others than owners', resultSet: held.resultSet, state, fields: exportedFields, zone }
  );
}
