// What cmdlets find out from and do to the mocked tenant. Everything that needs its messages or its log is asked of the reader.

import { type AuditSession, createAuditSession } from '~mocks/cmdlets/audit-session';
import type { CmdletContext } from '~mocks/cmdlets/cmdlet';
import { seenUntil, tenantOptions } from '~mocks/options';
import { type AuditFilters, noFilters } from '~mocks/tenant/audit-filters';
import { takesBack } from '~mocks/tenant/change';
import { settingsAt } from '~mocks/tenant/settings';
import type { SearchScope } from '~mocks/tenant/tenant-reader';
import type { MockedApi } from './mocked-api';

export function createCmdletContexts({ reader, store, options }: MockedApi) {
  const sessions = new Map<string, AuditSession>();
  const clock = options.clock ?? Date.now;
  return async (by: string): Promise<CmdletContext> => {
    const now = clock();
    const changes = await store.changes.list();
    const tenant = tenantOptions(options, now, changes);
    const scope = (filters: Partial<AuditFilters>): SearchScope => ({
      tenant,
      filters: { ...noFilters, ...filters, end: seenUntil(options, tenant, now, filters.end) },
    });
    return {
      now,
      by,
      settings: settingsAt(changes, now),
      sessions,
      // Other changes leave them alone: a tenant made for every one of 300 mailboxes that are set would take long.
      facts: () => reader.facts(tenantOptions(options, now, changes.filter(takesBack))),
      newSession: (filters) => createAuditSession(reader, scope(filters)),
      mailboxRecords: (request) =>
        reader.mailboxRecords(tenant, { ...request, end: seenUntil(options, tenant, now, request.end), now }),
      latency: options.latency ?? 1,
      async keep(cmdlet, target, parameters) {
        const id = crypto.randomUUID();
        await store.changes.add({ id, at: now, historyEnd: tenant.now, by, cmdlet, target, parameters });
        return id;
      },
    };
  };
}
