// Any record of the tenant, in full, from its index.

import { userTypes } from '~/domain/catalogue/user-types';
import { auditDataTypes } from './audit-data-types.data';
import { isoSecond } from './iso-second';
import type { Tenant } from './model';
import { escapeMarkup, escapesMarkup, overlayAt } from './oddities';
import { guidOf, guidOfText, mix } from './random';
import { objectIdOf } from './tenant';
import { diceFor } from './words';

/** Where the schema's name does not follow from the record type's. */
const otherTypeNames: Readonly<Record<string, string>> = {
  ExchangeItem: 'exchangeMailboxAuditRecord',
  ExchangeItemGroup: 'exchangeMailboxAuditGroupRecord',
  ExchangeItemAggregated: 'exchangeAggregatedMailboxAuditRecord',
  SecurityComplianceAlerts: 'securityComplianceAlertRecord',
  ThreatIntelligence: 'threatIntelligenceMailData',
  ThreatIntelligenceUrl: 'threatIntelligenceUrlClickData',
  AirInvestigation: 'airInvestigationData',
};

const typeNames = new Map(auditDataTypes.map((name) => [name.toLowerCase(), name]));

/** A Graph `auditLogRecord`; `auditData` is null in a few. */
export interface TenantRecord {
  id: string;
  createdDateTime: string;
  auditLogRecordType: string;
  operation: string;
  organizationId: string;
  userType: string;
  userId: string | null;
  userPrincipalName: string | null;
  service: string;
  objectId: string | null;
  clientIp: string | null;
  administrativeUnits: readonly string[];
  auditData: Record<string, unknown> | null;
}

/** Depends on nothing but the tenant and the index. */
export function recordAt(tenant: Tenant, index: number): TenantRecord {
  const { seed, organizationId } = tenant;
  const scene = tenant.newScene();
  tenant.setScene(scene, index);
  const { kind, actor, planned } = scene;
  const id =
    planned?.key === undefined
      ? guidOf(mix(seed, index), mix(seed ^ 0x1111, index), mix(seed ^ 0x2222, index), mix(seed ^ 0x3333, index))
      : guidOfText(`record ${planned.key}`);
  const created = isoSecond(tenant.timeAt(index));
  const objectId = objectIdOf(scene);
  const address = tenant.shownAddress(scene);
  // Some services write the same account in another casing.
  const upn = !planned && mix(scene.bits, 7) % 40 === 0 ? actor.upnInOtherCasing : actor.upn;
  const auditData: Record<string, unknown> = {
    '@odata.type': `#microsoft.graph.security.${auditDataType(kind.recordTypeName)}`,
    CreationTime: created,
    Id: id,
    Operation: kind.operation,
    OrganizationId: organizationId,
    RecordType: kind.recordType,
    UserKey: actor.puid,
    UserType: actor.userType,
    Version: 1,
    Workload: kind.service,
    ...(address === undefined || kind.ownAddressKey ? {} : { ClientIP: address }),
    ...(objectId === undefined ? {} : { ObjectId: objectId }),
    UserId: upn,
    ...kind.details(scene),
    ...planned?.details,
  };
  const overlay = planned ? planned.overlay : overlayAt(seed, ~tenant.timeline.numberAt(index));
  return {
    id,
    createdDateTime: `${created}Z`,
    auditLogRecordType: kind.recordTypeName,
    operation: kind.operation,
    organizationId,
    userType: userTypes[actor.userType] ?? 'unknownFutureValue',
    userId: textOrNull(auditData['UserKey']),
    userPrincipalName: textOrNull(upn),
    service: kind.service,
    objectId: objectId ?? null,
    clientIp: address ?? null,
    administrativeUnits: actor.adminUnits,
    auditData: overlay ? overlay(auditData, diceFor(scene, 20)) : auditData,
  };
}

/** The record as the service would write it on the wire. */
export function recordText(tenant: Tenant, index: number): string {
  const json = JSON.stringify(recordAt(tenant, index));
  return escapesMarkup(tenant.seed, index) ? escapeMarkup(json) : json;
}

function auditDataType(recordTypeName: string): string {
  return otherTypeNames[recordTypeName] ?? typeNames.get(`${recordTypeName.toLowerCase()}auditrecord`) ?? 'defaultAuditData';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
