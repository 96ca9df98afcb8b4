import { useMemo } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { AccessType } from '~/domain/mailbox-access/mailbox-access-params';
import { accessFields, accessFilters } from '~/domain/mailbox-access/non-owner-access';
import { newestFirst, type ResultView } from '~/domain/view/result-view';
import type { RecordSet } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';
import { useTimeZone } from '~/ui/time-zone';
import { useStable } from '~/ui/use-stable';

/** What the export is told. It is another feature, so the route fills this slot. */
export interface ExportSlot {
  readonly name: string;
  readonly set: RecordSet;
  readonly asked: ResultView;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
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

/** The records behind the report. `mailboxes`: those it is narrowed down to; `undefined` for all. */
export function useReportExport(set: RecordSet, access: AccessType, mailboxes: readonly string[] | undefined): ExportSlot {
  const [zone] = useTimeZone();
  const named = useStable(mailboxes ?? none);
  const isNarrowed = mailboxes !== undefined;
  // The same while what is asked is: a view that is being exported stays open.
  const asked = useMemo(
    () => ({ text: '', filters: accessFilters(access, isNarrowed ? { mailboxes: named } : {}), sort: [...newestFirst] }),
    [access, isNarrowed, named],
  );
  return { name: 'Access by others than owners', set, asked, fields: exportedFields, zone };
}

const none: readonly never[] = [];
