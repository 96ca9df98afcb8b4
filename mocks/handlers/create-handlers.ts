// Every handler of a mocked tenant.

import type { HttpHandler } from 'msw';
import type { MockedTenantOptions } from '~mocks/options';
import type { SearchStore } from '~mocks/search-store';
import type { TenantReader } from '~mocks/tenant/tenant-reader';
import { createAuditQueryHandlers } from './audit-queries';
import { createAuditRecordHandlers } from './audit-records';
import { createMockedApi } from './mocked-api';

export function createHandlers(reader: TenantReader, store: SearchStore, options: MockedTenantOptions): HttpHandler[] {
  const api = createMockedApi(reader, store, options);
  return [...createAuditQueryHandlers(api), ...createAuditRecordHandlers(api)];
}
