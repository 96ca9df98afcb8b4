// Every change of access that a record set tells of, read in windows so that no message between worker and page is large.

import type { AccessChange } from '~/domain/mailbox-access/access-change';
import { accessFields, accessFilter, readAccessChanges } from '~/domain/mailbox-access/access-changes';
import { nameChanges } from '~/domain/mailbox-access/access-names';
import { readAuditData } from '~/domain/record/audit-data';
import { newestFirst, type ResultView } from '~/domain/view/result-view';
import type { RecordSet } from '~/engine/record-set';
import { readWhole } from '~/records/read-whole';

/** Each is read whole and parsed: so many take less than a frame or two. */
const rowsAtOnce = 250;
/** More than a tenant changes in half a year; beyond that the newest are read. */
const recordsRead = 50_000;

export interface AccessReading {
  /** Newest first. */
  readonly changes: readonly AccessChange[];
  /** Older records that could tell of changes, too, but were not read. */
  readonly unread: number;
}

const asked: ResultView = { text: '', filters: [accessFilter], sort: [...newestFirst] };

export function readAccess(set: RecordSet, signal: AbortSignal, most = recordsRead): Promise<AccessReading> {
  return readWhole(set, asked, signal, async (view, rowCount) => {
    const end = Math.min(rowCount, most);
    const written = [];
    for (let from = 0; from < end; from += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, end - from);
      // Of a row, the engine tells long values cut short.
      const [rows, records] = await Promise.all([
        view.rows(from, count, accessFields, signal),
        view.records(from, count, signal),
      ]);
      written.push(
        ...rows.flatMap((row, i) => readAccessChanges({ ...row, auditData: readAuditData(records[i]?.auditData ?? '') })),
      );
    }
    return { changes: nameChanges(written), unread: rowCount - end };
  });
}
