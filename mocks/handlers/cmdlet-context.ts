// What cmdlets find out from and do to the mocked tenant. Everything that needs its messages or its log is asked of the reader.

import { type AuditSession, createAuditSession } from '~mocks/cmdlets/audit-session';
import type { CmdletContext } from '~mocks/cmdlets/cmdlet';
import { seenUntil, tenantOptions } from '~mocks/options';
import type { AuditFilters } from '~mocks/tenant/audit-filters';
import { settingsAt } from '~mocks/tenant/settings';
import type { SearchScope } from '~mocks/tenant/tenant-reader';
import type { MockedApi } from './mocked-api';

const noFilters: AuditFilters = {
  recordTypes: [],
  operations: [],
  users: [],
  addresses: [],
  objectIds: [],
  services: [],
  adminUnits: [],
  keyword: '',
};

export function createCmdletContexts({ reader, store, options }: MockedApi) {
  const sessions = new Map<string, AuditSession>();
  const clock = options.clock ?? Date.now;
  return async (by: string, isFirstPage: boolean): Promise<CmdletContext> => {
    const now = clock();
    const changes = await store.changes.list();
    const scope = (filters: Partial<AuditFilters>): SearchScope => {
      const tenant = tenantOptions(options, now, changes);
      return { tenant, filters: { ...noFilters, ...filters, end: seenUntil(options, tenant, now, filters.end) } };
    };
    return {
      now,
      by,
      settings: settingsAt(changes, now),
      sessions,
      isFirstPage,
      // The history does not change, so one answer does for all.
      facts: () => reader.facts(tenantOptions(options, now, [])),
      newSession: (filters) => createAuditSession(reader, scope(filters)),
      mailboxRecords: (filters, request) => reader.mailboxRecords(scope(filters), request),
      async keep(cmdlet, target, parameters) {
        const id = crypto.randomUUID();
        await store.changes.add({ id, at: now, by, cmdlet, target, parameters });
        return id;
      },
    };
  };
}
