// The published Graph schema of audit log queries and records, as far as it can be checked: microsoft.graph.security v1.0
// metadata, plus the three count properties of the resource page. Independent of what the portal believes.

import * as z from 'zod/mini';
import { recordTypes } from '~/domain/catalogue/record-types';

const utc = z.iso.datetime();
const texts = z.nullable(z.array(z.string()));
const text = z.nullable(z.string());

export const userTypeNames = [
  'Regular',
  'Reserved',
  'Admin',
  'DcAdmin',
  'System',
  'Application',
  'ServicePrincipal',
  'CustomPolicy',
  'SystemPolicy',
  'PartnerTechnician',
  'Guest',
  'unknownFutureValue',
] as const;

const recordTypeNames = new Set([...recordTypes.map(({ name }) => name), 'unknownFutureValue']);

export const recordSchema = z.strictObject({
  id: z.guid(),
  createdDateTime: utc,
  auditLogRecordType: z.string().check(z.refine((name) => recordTypeNames.has(name))),
  operation: z.string(),
  organizationId: z.guid(),
  userType: z.enum(userTypeNames),
  userId: text,
  userPrincipalName: text,
  service: z.string(),
  objectId: text,
  clientIp: text,
  administrativeUnits: z.array(z.guid()),
  auditData: z.looseObject({
    '@odata.type': z.string().check(z.regex(/^#microsoft\.graph\.security\.\w+$/)),
    RecordType: z.int(),
    Operation: z.string(),
  }),
});

export type GraphRecord = z.infer<typeof recordSchema>;

export const querySchema = z.looseObject({
  '@odata.context': z.optional(z.url()),
  id: z.guid(),
  displayName: text,
  filterStartDateTime: z.nullable(z.iso.datetime({ offset: true })),
  filterEndDateTime: z.nullable(z.iso.datetime({ offset: true })),
  recordTypeFilters: texts,
  keywordFilter: text,
  operationFilters: texts,
  userPrincipalNameFilters: texts,
  ipAddressFilters: texts,
  objectIdFilters: texts,
  administrativeUnitIdFilters: texts,
  status: z.enum(['notStarted', 'running', 'succeeded', 'failed', 'cancelled']),
  approximateReturnedRecordCount: z.int(),
  recordCountLimit: z.int(),
  isRecordCountLimitExceeded: z.boolean(),
});

export type GraphQuery = z.infer<typeof querySchema>;

export const pageSchema = z.strictObject({
  '@odata.context': z.url(),
  '@odata.nextLink': z.optional(z.url()),
  value: z.array(z.unknown()),
});

export const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    innerError: z.strictObject({ date: z.string(), 'request-id': z.guid(), 'client-request-id': z.string() }),
  }),
});
