// Events of the encrypted message portal, read as parsed records.

import { outsideHours } from '~/lib/business-hours';
import type { ArraySubject, GraphRecord, Read } from './array-subject';
import { hours } from './group-questions';

interface PortalData {
  readonly MessageId?: string;
  readonly Item?: { readonly InternetMessageId?: string; readonly Subject?: string };
  readonly Parameters?: readonly NameValue[];
  readonly OperationProperties?: readonly NameValue[];
  readonly Sender?: string;
  readonly Recipient?: string;
  readonly AttachmentName?: string;
  readonly AuthenticationMethod?: string;
  readonly AuthenticationStatus?: number;
  readonly OperationStatus?: number;
}

interface NameValue {
  readonly Name: string;
  readonly Value: string;
}

const isOutside = outsideHours(...hours) ?? (() => false);
const named = (list: readonly NameValue[] | undefined, name: string) => list?.find(({ Name }) => Name === name)?.Value;
const isOpening = ({ operation, auditData }: GraphRecord<PortalData>) =>
  operation === 'MessageAccess' && auditData.OperationStatus !== 1;
const step = (wanted: string, read: (data: PortalData) => string | undefined): Read<PortalData> => {
  return ({ operation, auditData }) => (operation === wanted && auditData.OperationStatus !== 1 ? read(auditData) : undefined);
};

const reads: readonly Read<PortalData>[] = [
  ({ auditData }) => named(auditData.OperationProperties, 'MailSubject') || auditData.Item?.Subject,
  ({ auditData }) => auditData.Sender,
  ({ auditData }) => auditData.Recipient,
  (record) => (isOpening(record) ? record.auditData.Recipient : undefined),
  step('AttachmentReview', ({ AttachmentName }) => AttachmentName),
  step('AttachmentDownload', ({ AttachmentName }) => AttachmentName),
  step('MessageForward', ({ Recipient }) => Recipient),
  ({ operation, auditData }) =>
    (operation === 'AuthenticationRequest' || operation === 'AuthenticateRequest') && auditData.AuthenticationStatus === 1
      ? auditData.Recipient
      : undefined,
  ({ auditData }) => auditData.AuthenticationMethod,
  (record, time) => (isOpening(record) && isOutside(time) ? record.auditData.Recipient : undefined),
];

export const portalRecords: ArraySubject<PortalData> = {
  key: ({ auditData }) => auditData.MessageId || auditData.Item?.InternetMessageId || named(auditData.Parameters, 'MessageId'),
  reads,
};
