// An audit query in Graph's words: https://learn.microsoft.com/graph/api/resources/security-auditlogquery

import * as z from 'zod/mini';
import type { AuditQuery } from './audit-query';
import { findRecordType, recordTypeName } from './record-types';

const list = z.nullish(z.array(z.string()));

/** As the service sends it. Unset filters come back as `null`; the service filter is one text in some answers and a list in others. */
export const graphQuerySchema = z.object({
  displayName: z.nullish(z.string()),
  filterStartDateTime: z.nullish(z.string()),
  filterEndDateTime: z.nullish(z.string()),
  recordTypeFilters: list,
  keywordFilter: z.nullish(z.string()),
  serviceFilters: z.nullish(z.union([z.string(), z.array(z.string())])),
  serviceFilter: z.nullish(z.union([z.string(), z.array(z.string())])),
  operationFilters: list,
  userPrincipalNameFilters: list,
  ipAddressFilters: list,
  objectIdFilters: list,
  administrativeUnitIdFilters: list,
});

export type GraphQuery = z.infer<typeof graphQuerySchema>;

/** The body of `POST /security/auditLog/queries`. Filters that are not set are left out. */
export function toGraphQuery(query: AuditQuery): Record<string, string | readonly string[]> {
  const body: Record<string, string | readonly string[]> = {
    '@odata.type': '#microsoft.graph.security.auditLogQuery',
    displayName: query.name,
    filterStartDateTime: query.start,
    filterEndDateTime: query.end,
  };
  if (query.keyword) body['keywordFilter'] = query.keyword;
  if (query.recordTypes.length > 0) {
    body['recordTypeFilters'] = query.recordTypes.map((name) => findRecordType(name)?.graphName ?? name);
  }
  if (query.operations.length > 0) body['operationFilters'] = query.operations;
  if (query.users.length > 0) body['userPrincipalNameFilters'] = query.users;
  if (query.objects.length > 0) body['objectIdFilters'] = query.objects;
  if (query.workloads.length > 0) body['serviceFilters'] = query.workloads;
  if (query.ipAddresses.length > 0) body['ipAddressFilters'] = query.ipAddresses;
  if (query.adminUnits.length > 0) body['administrativeUnitIdFilters'] = query.adminUnits;
  return body;
}

export function fromGraphQuery(graph: GraphQuery): AuditQuery {
  const service = graph.serviceFilters ?? graph.serviceFilter ?? [];
  return {
    name: graph.displayName ?? '',
    start: toIso(graph.filterStartDateTime),
    end: toIso(graph.filterEndDateTime),
    keyword: graph.keywordFilter ?? '',
    adminUnits: graph.administrativeUnitIdFilters ?? [],
    operations: graph.operationFilters ?? [],
    recordTypes: (graph.recordTypeFilters ?? []).map(recordTypeName),
    users: graph.userPrincipalNameFilters ?? [],
    objects: graph.objectIdFilters ?? [],
    workloads: typeof service === 'string' ? [service] : service,
    ipAddresses: graph.ipAddressFilters ?? [],
  };
}

function toIso(text: string | null | undefined): string {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** The whole request as text, for those who would send it themselves. The token is theirs to fill in. */
export function toGraphRequest(query: AuditQuery, service: { readonly graphUrl: string; readonly graphVersion: string }): string {
  return [
    `POST ${service.graphUrl}/${service.graphVersion}/security/auditLog/queries`,
    'Authorization: Bearer {token}',
    'Content-Type: application/json',
    '',
    JSON.stringify(toGraphQuery(query), null, 2),
    '',
  ].join('\n');
}
