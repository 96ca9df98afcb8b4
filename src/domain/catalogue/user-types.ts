// Kinds of accounts by their number, as Graph's `auditLogUserType` spells them (the Management Activity API writes DCAdmin).
// https://learn.microsoft.com/graph/api/resources/security-auditlogrecord

export const userTypes: readonly string[] = [
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
];
