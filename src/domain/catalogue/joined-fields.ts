// What services keep in different places, under one name.

import type { FieldRef } from './fields';

/** The session of a sign-in. */
export const sessionField: FieldRef = 'path:SessionId|AppAccessContext.AADSessionId|DeviceProperties[SessionId]|UserSessionId';
/** What ties the records of one act together. */
export const correlationField: FieldRef =
  'path:CorrelationId|AppAccessContext.CorrelationId|CorrelationID|InterSystemsId|AppAccessContext.UniqueTokenId';
/** What program acted, as it calls itself. */
export const clientField: FieldRef = 'path:ClientInfoString|UserAgent|ExtendedProperties[UserAgent]';
/** Entries of the mailbox audit log name its owner in other ways. */
export const mailboxField = 'path:MailboxOwnerUPN|MailboxResolvedOwnerName|Owner|MailboxGuid' satisfies FieldRef;

/** By field, what it is called where it is no column of its source. */
export const joinedNames: ReadonlyMap<FieldRef, string> = new Map<FieldRef, string>([
  [sessionField, 'Session'],
  [correlationField, 'Correlation'],
  [clientField, 'Client'],
  [mailboxField, 'Mailbox'],
]);
