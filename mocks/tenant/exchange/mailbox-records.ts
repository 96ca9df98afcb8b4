// The audit log of mailboxes: for each the records that are about it, found once and kept, so that one mailbox after the other can
// be asked. Has what the audit log has, but for entries that were older than their mailbox keeps them.

import type { EpochMs } from '~/lib/time';
import { keptSince } from '~mocks/tenant/age-limit';
import type { Tenant } from '~mocks/tenant/model';
import { recordAt } from '~mocks/tenant/record-at';
import { mailboxAccessOf } from './mailbox-access';

export interface MailboxRecordRequest {
  /** Included. */
  readonly start: EpochMs;
  /** Excluded. */
  readonly end: EpochMs;
  /** When it is asked: entries have grown as old as that. */
  readonly now: EpochMs;
  /** Addresses of mailboxes; empty for all. */
  readonly owners: readonly string[];
  /** 0 owner, 1 and 6 administrator, 2 delegate. */
  readonly logonTypes: readonly number[];
  /** By Microsoft's own administrators: only or not at all. */
  readonly isExternal: boolean;
  /** Names of operations, or what they are audited as; empty for all. */
  readonly operations: readonly string[];
  readonly hasAttachments?: boolean | undefined;
  /** At most so many. */
  readonly most: number;
}

/** Indices by the address of the mailbox, ascending. */
export type MailboxLog = ReadonlyMap<string, readonly number[]>;

const indicesPerSlice = 20_000;
const recordsPerSlice = 250;

export async function readMailboxLog(tenant: Tenant, pause: () => Promise<void>): Promise<MailboxLog> {
  const log = new Map<string, number[]>();
  const scene = tenant.newScene();
  for (let index = 0; index < tenant.options.records; index++) {
    if (index % indicesPerSlice === indicesPerSlice - 1) await pause();
    tenant.setScene(scene, index);
    const access = mailboxAccessOf(scene);
    if (!access || tenant.isUnaudited?.(scene)) continue;
    const known = log.get(access.mailbox.upn);
    if (known) known.push(index);
    else log.set(access.mailbox.upn, [index]);
  }
  return log;
}

/** AuditData, newest first. */
export async function findMailboxRecords(
  tenant: Tenant,
  log: MailboxLog,
  request: MailboxRecordRequest,
  pause: () => Promise<void>,
): Promise<unknown[]> {
  const { owners, logonTypes, isExternal, operations, hasAttachments, most } = request;
  const scene = tenant.newScene();
  const end = tenant.timeline.firstIndexAt(request.end);
  const indices = (owners.length > 0 ? owners : [...log.keys()]).flatMap((owner) => {
    const start = tenant.timeline.firstIndexAt(Math.max(request.start, keptSince(tenant.options, owner, request.now)));
    return (log.get(owner) ?? []).filter((index) => index >= start && index < end);
  });
  const wanted = indices.filter((index) => {
    tenant.setScene(scene, index);
    const { kind } = scene;
    const access = mailboxAccessOf(scene);
    if (!access || !logonTypes.includes(access.logonType) || access.isExternal !== isExternal) return false;
    const names = [kind.operation, kind.inMailbox?.action];
    return operations.length === 0 || operations.some((each) => names.includes(each));
  });
  const found: unknown[] = [];
  for (const [read, index] of wanted.sort((a, b) => b - a).entries()) {
    if (found.length === most) break;
    const { auditData } = recordAt(tenant, index);
    if (auditData && (hasAttachments === undefined || isAttached(auditData) === hasAttachments)) found.push(auditData);
    if (read % recordsPerSlice === recordsPerSlice - 1) await pause();
  }
  return found;
}

function isAttached({ Item }: Readonly<Record<string, unknown>>): boolean {
  return typeof Item === 'object' && Item !== null && 'Attachments' in Item;
}
