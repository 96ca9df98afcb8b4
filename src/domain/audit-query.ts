// What to ask the service: one type behind the form, the URL, the Graph request and the PowerShell.

import * as z from 'zod/mini';

/** Lists are kept as typed: an empty list means "any". Times are ISO 8601 UTC to the minute or finer, end excluded by the service. */
export const auditQuerySchema = z.object({
  /** Empty: the portal names the search after its criteria. */
  name: z.string(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  keyword: z.string(),
  adminUnits: z.array(z.string()),
  operations: z.array(z.string()),
  /** Microsoft's names (`OMEPortal`), or whatever was typed when the portal does not know the type. */
  recordTypes: z.array(z.string()),
  users: z.array(z.string()),
  /** Files, folders, sites or other object ids; a trailing or leading `*` is a wildcard. */
  objects: z.array(z.string()),
  workloads: z.array(z.string()),
  ipAddresses: z.array(z.string()),
});

export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Asks for everything between two instants. */
export function emptyQuery(start: string, end: string): AuditQuery {
  return {
    name: '',
    start,
    end,
    keyword: '',
    adminUnits: [],
    operations: [],
    recordTypes: [],
    users: [],
    objects: [],
    workloads: [],
    ipAddresses: [],
  };
}

/** Whether the query asks for every record of its time range, which the service allows one of at a time. */
export function isUnfiltered(query: AuditQuery): boolean {
  const { keyword, adminUnits, operations, recordTypes, users, objects, workloads, ipAddresses } = query;
  return (
    keyword.trim() === '' &&
    [adminUnits, operations, recordTypes, users, objects, workloads, ipAddresses].every((list) => list.length === 0)
  );
}
