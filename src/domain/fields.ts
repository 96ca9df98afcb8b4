// The field catalogue: what an audit record is made of, once. Grid columns, filters, the details pane, both CSV exports and
// the engine's columns are derived from it; adding a field is adding an entry. Plain values, no JSX: the worker reads it too.

/** How values of a field compare, are normalised and are shown. */
export type FieldKind = 'time' | 'text' | 'user' | 'ip' | 'recordType' | 'operation';

export interface Field {
  readonly key: FieldKey;
  readonly label: string;
  readonly kind: FieldKind;
  /** Property of a Graph `auditLogRecord`. */
  readonly graph?: string;
  /** Column names in exported CSV files, newest generation first. */
  readonly csv: readonly string[];
  /** Where the value stands in AuditData; the first path that is there and not empty wins. See `json-path.ts` for the syntax. */
  readonly paths: readonly string[];
  /** A column of the results grid unless the administrator hides it. */
  readonly shown: boolean;
  /** Least width of the column, in CSS pixels, unless the administrator chose another. */
  readonly width: number;
  /** Its share of what is left of the grid's width; without one it stays as wide as it is. */
  readonly grow?: number;
  readonly help: string;
}

export const fieldKeys = [
  'time',
  'user',
  'operation',
  'item',
  'detail',
  'ip',
  'recordType',
  'workload',
  'result',
  'userType',
  'adminUnits',
  'id',
] as const;

export type FieldKey = (typeof fieldKeys)[number];

/** A field of the catalogue, or any property of AuditData by its path: `path:OperationProperties[MailSubject]`. */
export type FieldRef = FieldKey | `path:${string}`;

const catalogue: Record<FieldKey, Omit<Field, 'key'>> = {
  time: {
    label: 'Date',
    kind: 'time',
    graph: 'createdDateTime',
    csv: ['CreationDate', 'CreationTime'],
    paths: ['CreationTime'],
    shown: true,
    width: 166,
    help: 'When the activity happened. The service records it in UTC.',
  },
  user: {
    label: 'User',
    kind: 'user',
    graph: 'userPrincipalName',
    csv: ['UserId', 'UserIds'],
    paths: ['UserId'],
    shown: true,
    width: 180,
    grow: 2,
    help: 'Who acted. For encrypted messages this is the sender, not the person who opened the message.',
  },
  operation: {
    label: 'Activity',
    kind: 'operation',
    graph: 'operation',
    csv: ['Operation', 'Operations'],
    paths: ['Operation'],
    shown: true,
    width: 178,
    grow: 2,
    help: 'What was done, by its friendly name where Microsoft publishes one.',
  },
  item: {
    label: 'Item',
    kind: 'text',
    graph: 'objectId',
    csv: ['ObjectId'],
    paths: [
      'ObjectId',
      'OperationProperties[MailSubject]',
      'Item.Subject',
      'AffectedItems[0].Subject',
      'ItemSubject',
      'SourceItems[0].Subject',
      'MailboxOwnerUPN',
      'MessageId',
      'TeamName',
      'ItemName',
      'PolicyDetails[0].PolicyName',
      'ApplicationDisplayName',
    ],
    shown: true,
    width: 224,
    grow: 6,
    help: 'What it was done to: a file, mailbox, message, account or object.',
  },
  detail: {
    label: 'Detail',
    kind: 'text',
    csv: [],
    paths: [
      'Recipient',
      'ExtendedProperties[ResultStatusDetail]',
      'LogonError',
      'Parameters[ForwardingSmtpAddress]',
      'Parameters[RedirectTo]',
      'Parameters[ForwardTo]',
      'OperationProperties[RuleActions][0].Recipients',
      'OperationProperties[RuleActions][1].Recipients',
      'OperationProperties[RuleActions][2].Recipients',
      'Parameters[AccessRights]',
      'Parameters[Name]',
      'ModifiedProperties[0].NewValue',
      'Folder.Path',
      'Item.ParentFolder.Path',
      'FolderPathName',
      'TargetUserOrGroupName',
      'DestinationFileName',
      'SourceFileName',
      'ChannelName',
      'AppHost',
      'SensitivityLabelEventData.SensitivityLabelId',
      'ClientInfoString',
      'UserAgent',
    ],
    shown: true,
    width: 150,
    grow: 3,
    help: 'The one property that tells most about this kind of record.',
  },
  ip: {
    label: 'IP address',
    kind: 'ip',
    graph: 'clientIp',
    csv: ['ClientIP'],
    paths: ['ClientIP', 'ClientIPAddress', 'ActorIpAddress', 'SenderIp'],
    shown: true,
    width: 130,
    help: 'Where the request came from, without port. May be the address of a trusted application of Microsoft’s.',
  },
  recordType: {
    label: 'Record type',
    kind: 'recordType',
    graph: 'auditLogRecordType',
    csv: ['RecordType'],
    paths: ['RecordType'],
    shown: true,
    width: 124,
    grow: 1,
    help: 'Which part of Microsoft 365 wrote the record, and in what shape.',
  },
  workload: {
    label: 'Workload',
    kind: 'text',
    graph: 'service',
    csv: ['Workload'],
    paths: ['Workload'],
    shown: false,
    width: 150,
    help: 'The service where the activity happened.',
  },
  result: {
    label: 'Result',
    kind: 'text',
    csv: ['ResultStatus'],
    paths: ['ResultStatus', 'OperationResult'],
    shown: false,
    width: 120,
    help: 'Whether it succeeded, in the service’s own words.',
  },
  userType: {
    label: 'User type',
    kind: 'text',
    graph: 'userType',
    csv: ['UserType'],
    paths: ['UserType'],
    shown: false,
    width: 120,
    help: 'What kind of account acted.',
  },
  adminUnits: {
    label: 'Admin units',
    kind: 'text',
    graph: 'administrativeUnits',
    csv: ['AssociatedAdminUnits'],
    paths: ['AssociatedAdminUnits'],
    shown: false,
    width: 160,
    help: 'The administrative units the acting user belongs to.',
  },
  id: {
    label: 'Record ID',
    kind: 'text',
    graph: 'id',
    csv: ['RecordId', 'Identity'],
    paths: ['Id'],
    shown: false,
    width: 300,
    help: 'The record’s own identifier. Copies of a record have the same one; rarely, other records do, too.',
  },
};

export const fields: readonly Field[] = fieldKeys.map((key) => ({ key, ...catalogue[key] }));

export function isFieldKey(text: string): text is FieldKey {
  return Object.hasOwn(catalogue, text);
}

export function isFieldRef(text: string): text is FieldRef {
  return isFieldKey(text) || (text.startsWith('path:') && text.length > 'path:'.length);
}

export function getField(key: FieldKey): Field {
  return { key, ...catalogue[key] };
}

/** The AuditData path behind `path:…`, or `undefined` for a field of the catalogue. */
export function auditDataPath(ref: FieldRef): string | undefined {
  return isFieldKey(ref) ? undefined : ref.slice('path:'.length);
}

export function fieldLabel(ref: FieldRef): string {
  return isFieldKey(ref) ? catalogue[ref].label : ref.slice('path:'.length);
}
