// Reads the body of POST queries. OData itself is strict about names; this accepts any casing of names and of record types,
// because working clients send both, and the two spellings the documentation has for the services filter.

import * as z from 'zod/mini';
import { findRecordType } from '~/domain/catalogue/record-types';
import type { AuditFilters } from '~mocks/tenant/audit-filters';

export interface QueryBody {
  readonly displayName: string | null;
  readonly filterStartDateTime: string | null;
  readonly filterEndDateTime: string | null;
  readonly recordTypeFilters: readonly string[] | null;
  readonly keywordFilter: string | null;
  readonly serviceFilters: readonly string[] | null;
  readonly operationFilters: readonly string[] | null;
  readonly userPrincipalNameFilters: readonly string[] | null;
  readonly ipAddressFilters: readonly string[] | null;
  readonly objectIdFilters: readonly string[] | null;
  readonly administrativeUnitIdFilters: readonly string[] | null;
}

const text = z._default(z.nullable(z.string()), null);
const time = z._default(z.nullable(z.iso.datetime({ offset: true })), null);
const texts = z._default(z.nullable(z.array(z.string())), null);
const services = z._default(z.nullable(z.union([z.string(), z.array(z.string())])), null);

/** In small letters, as the names are compared. Read-only properties may be sent and count for nothing. */
const bodySchema = z.strictObject({
  displayname: text,
  filterstartdatetime: time,
  filterenddatetime: time,
  recordtypefilters: texts,
  keywordfilter: text,
  servicefilters: services,
  servicefilter: services,
  operationfilters: texts,
  userprincipalnamefilters: texts,
  ipaddressfilters: texts,
  objectidfilters: texts,
  administrativeunitidfilters: texts,
  '@odata.type': z.optional(z.string()),
  id: z.optional(z.unknown()),
  status: z.optional(z.unknown()),
});

/** `undefined` for anything the service would answer with 400. */
export function readQueryBody(json: unknown): QueryBody | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const parsed = bodySchema.safeParse(
    Object.fromEntries(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value])),
  );
  if (!parsed.success) return undefined;
  const body = parsed.data;
  const recordTypes = body.recordtypefilters?.map(recordTypeSpelling) ?? null;
  if (recordTypes?.some((type) => type === undefined)) return undefined;
  if (
    body.filterstartdatetime &&
    body.filterenddatetime &&
    Date.parse(body.filterstartdatetime) >= Date.parse(body.filterenddatetime)
  )
    return undefined;
  const service = filled(body.servicefilters) ?? filled(body.servicefilter);
  return {
    displayName: body.displayname,
    filterStartDateTime: body.filterstartdatetime,
    filterEndDateTime: body.filterenddatetime,
    recordTypeFilters: filled(recordTypes?.flatMap((type) => type ?? []) ?? null),
    keywordFilter: body.keywordfilter,
    serviceFilters: service,
    operationFilters: filled(body.operationfilters),
    userPrincipalNameFilters: filled(body.userprincipalnamefilters),
    ipAddressFilters: filled(body.ipaddressfilters),
    objectIdFilters: filled(body.objectidfilters),
    administrativeUnitIdFilters: filled(body.administrativeunitidfilters),
  };
}

export function filtersOf(body: QueryBody): AuditFilters {
  return {
    start: body.filterStartDateTime === null ? undefined : Date.parse(body.filterStartDateTime),
    end: body.filterEndDateTime === null ? undefined : Date.parse(body.filterEndDateTime),
    recordTypes: (body.recordTypeFilters ?? []).map((name) => findRecordType(name)?.name ?? name),
    operations: body.operationFilters ?? [],
    users: body.userPrincipalNameFilters ?? [],
    addresses: body.ipAddressFilters ?? [],
    objectIds: body.objectIdFilters ?? [],
    services: body.serviceFilters ?? [],
    adminUnits: body.administrativeUnitIdFilters ?? [],
    keyword: body.keywordFilter ?? '',
  };
}

/** Graph's spelling, `undefined` for a name that is not in the enumeration. */
function recordTypeSpelling(name: string): string | undefined {
  return name.toLowerCase() === 'unknownfuturevalue' ? 'unknownFutureValue' : findRecordType(name)?.graphName;
}

/** Filters that hold nothing are not set, and the service answers those with null. */
function filled(value: string | readonly string[] | null): readonly string[] | null {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  const said = list.filter((each) => each.trim() !== '');
  return said.length > 0 ? said : null;
}
