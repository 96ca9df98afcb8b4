// Records of mailboxes by what only their AuditData says: whose mailbox it was, who logged on, whether anything was attached.
// Every record has to be made to be looked at, so this is for the thread the tenant is on.

import { recordAt } from './record-at';
import type { Tenant } from './tenant';

export interface MailboxRecordRequest {
  /** Addresses of mailboxes; empty for all. */
  readonly owners: readonly string[];
  /** 0 owner, 1 administrator, 2 delegate. */
  readonly logonTypes: readonly number[];
  readonly hasAttachments?: boolean | undefined;
  /** At most so many. */
  readonly most: number;
}

const recordsPerSlice = 250;

/** `matches` ascending by time. */
export async function findMailboxRecords(
  tenant: Tenant,
  matches: Uint32Array,
  { owners, logonTypes, hasAttachments, most }: MailboxRecordRequest,
  pause: () => Promise<void>,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let read = 0; read < matches.length && found.length < most; read++) {
    const { auditData } = recordAt(tenant, matches[matches.length - 1 - read] ?? 0);
    if (auditData && isWanted(auditData)) found.push(auditData);
    if (read % recordsPerSlice === recordsPerSlice - 1) await pause();
  }
  return found;

  function isWanted(auditData: Readonly<Record<string, unknown>>): boolean {
    const { MailboxOwnerUPN, LogonType, Item } = auditData;
    if (owners.length > 0 && !owners.includes(String(MailboxOwnerUPN).toLowerCase())) return false;
    if (!logonTypes.includes(Number(LogonType))) return false;
    const attached = typeof Item === 'object' && Item !== null && 'Attachments' in Item;
    return hasAttachments === undefined || attached === hasAttachments;
  }
}
