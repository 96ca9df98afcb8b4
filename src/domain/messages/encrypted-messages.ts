// Encrypted messages as the portal events (record type OMEPortal) tell of them. A message is known by its Message-ID; who acted
// is the Recipient, while the user of the record is the inside sender. Signing in and the act itself have a status each.
// https://learn.microsoft.com/office/office-365-management-api/omeportal

import type { FieldRef } from '~/domain/catalogue/fields';
import { type AuditQuery, emptyQuery } from '~/domain/query/audit-query';
import { describePeriod } from '~/domain/query/describe-query';
import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import type { EpochMs } from '~/lib/time';

export const portalRecordType = 'OMEPortal';

/** What a recipient does in the portal, in the order it is usually done. */
export const portalSteps = ['signIn', 'open', 'view', 'download', 'forward'] as const;
export type PortalStep = (typeof portalSteps)[number];

/** Microsoft's page writes the request to sign in both ways. */
const operationsOfStep: Record<PortalStep, readonly string[]> = {
  signIn: ['AuthenticationRequest', 'AuthenticateRequest'],
  open: ['MessageAccess'],
  view: ['AttachmentReview'],
  download: ['AttachmentDownload'],
  forward: ['MessageForward'],
};

export const revocationOperation = 'Set-OMEMessageRevocation';
export const sendOperations = ['Send', 'SendAs', 'SendOnBehalf'] as const;

/** `undefined` for an operation of no portal. */
export function portalStep(operation: string): PortalStep | undefined {
  const wanted = operation.toLowerCase();
  return portalSteps.find((step) => operationsOfStep[step].some((each) => each.toLowerCase() === wanted));
}

/**
 * The Message-ID of whatever record tells of the message: a portal event, the sending of it, or its revocation.
 * Without a value in all other records.
 */
export const messageIdField: FieldRef = 'path:MessageId|Item.InternetMessageId|Parameters[MessageId]';

export const messageFields = {
  recipient: 'path:Recipient',
  sender: 'path:Sender',
  subject: 'path:OperationProperties[MailSubject]|Item.Subject',
  method: 'path:AuthenticationMethod',
  signInStatus: 'path:AuthenticationStatus',
  operationStatus: 'path:OperationStatus',
  attachment: 'path:AttachmentName',
  recipientCount: 'path:recipientCount',
  revoke: 'path:Parameters[Revoke]',
  /** The documents name the content, not the property: the name is a guess of ours. */
  codesSent: 'path:OperationProperties[NumberOfOTPCodesSent]',
} as const satisfies Record<string, FieldRef>;

/** With angle brackets and without spaces around, as records and cmdlets write it; empty when there is nothing in it. */
export function withBrackets(messageId: string): string {
  const bare = messageId.trim().replace(/^<+/, '').replace(/>+$/, '').trim();
  return bare === '' ? '' : `<${bare}>`;
}

export function stepFilter(...steps: readonly PortalStep[]): Filter {
  return keepOnly('operation', ...steps.flatMap((step) => operationsOfStep[step]));
}

export const portalFilter: Filter = keepOnly('recordType', portalRecordType);
export const sendFilter: Filter = keepOnly('operation', ...sendOperations);
export const succeeded: Filter = leaveOut(messageFields.operationStatus, '1');
export const signedIn: Filter = leaveOut(messageFields.signInStatus, '1');
export const signInFailed: Filter = keepOnly(messageFields.signInStatus, '1');

/**
 * Everything the audit log knows of encrypted messages between two instants: portal events and revocations, and, when
 * `sends` is true, who sent which message when and to whom, which takes more records and needs auditing of Send.
 */
export function messagesQuery(start: string, end: string, sends: boolean): AuditQuery {
  return {
    ...emptyQuery(start, end),
    name: `Encrypted messages, ${describePeriod(start, end)}`,
    recordTypes: [portalRecordType, 'ExchangeAdmin', ...(sends ? ['ExchangeItem'] : [])],
    operations: [...portalSteps.flatMap((step) => operationsOfStep[step]), revocationOperation, ...(sends ? sendOperations : [])],
  };
}

export function isSendIncluded(query: AuditQuery): boolean {
  return query.operations.includes(sendOperations[0]);
}

/** The same, up to now. */
export function messagesQueryAgain(query: AuditQuery, now: EpochMs): AuditQuery {
  return messagesQuery(query.start, new Date(now).toISOString(), isSendIncluded(query));
}
