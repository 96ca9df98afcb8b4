// Every handler of a mocked tenant.

import type { HttpHandler } from 'msw';
import type { MockedTenantOptions } from '~mocks/options';
import type { TenantReader } from '~mocks/tenant/tenant-reader';
import type { TenantStore } from '~mocks/tenant-store';
import { createAuditQueryHandlers } from './audit-queries';
import { createAuditRecordHandlers } from './audit-records';
import { createExchangeAdminHandlers } from './exchange-admin';
import { createMockedApi } from './mocked-api';

export function createHandlers(reader: TenantReader, store: TenantStore, options: MockedTenantOptions): HttpHandler[] {
  const api = createMockedApi(reader, store, options);
  return [...createAuditQueryHandlers(api), ...createAuditRecordHandlers(api), ...createExchangeAdminHandlers(api)];
}
