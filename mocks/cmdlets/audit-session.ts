// A search of the audit log that is read piece by piece. What it finds is settled when it begins.

import type { SearchScope, TenantReader } from '~mocks/tenant/tenant-reader';

export interface AuditSession {
  readonly found: number;
  /** Records by position, newest first, as Graph writes them. */
  readonly records: (from: number, to: number) => Promise<unknown[]>;
  /** How many of them have been asked for. */
  read: number;
}

export async function createAuditSession(reader: TenantReader, scope: SearchScope): Promise<AuditSession> {
  return {
    found: await reader.count(scope),
    read: 0,
    async records(from, to) {
      const bytes = await reader.page(scope, { from, to, head: '[', tail: ']', unreadable: false });
      const records: unknown[] = JSON.parse(new TextDecoder().decode(bytes));
      return records;
    },
  };
}
