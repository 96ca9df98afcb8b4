// Columns for the usual investigations, by what kind of records these are. The names are those of Microsoft's schemas.
// https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema

import { splitAlternatives } from '~/lib/json-path';
import { type Catalogue, isListed } from './catalogue';
import { auditDataPath, type FieldRef } from './fields';

export interface ColumnPreset {
  readonly name: string;
  readonly columns: readonly FieldRef[];
}

export const columnPresets: readonly ColumnPreset[] = [
  {
    name: 'Mail',
    columns: [
      'time',
      'user',
      'operation',
      'path:MailboxOwnerUPN',
      'path:LogonType',
      'path:OperationProperties[MailAccessType]',
      'path:Item.Subject|AffectedItems[0].Subject',
      'path:Item.ParentFolder.Path|Folder.Path|Folders[0].Path',
      'path:Item.InternetMessageId|AffectedItems[0].InternetMessageId|Folders[0].FolderItems[0].InternetMessageId',
      'path:ClientInfoString',
      'path:AppId',
      'ip',
      'path:SessionId',
    ],
  },
  {
    name: 'Files',
    columns: [
      'time',
      'user',
      'operation',
      'path:SourceFileName',
      'path:SiteUrl',
      'path:SourceRelativeUrl',
      'path:DestinationFileName',
      'path:TargetUserOrGroupName',
      'path:FileSizeBytes|Item.SizeInBytes',
      'path:ApplicationDisplayName',
      'path:UserAgent',
      'ip',
    ],
  },
  {
    name: 'Sign-ins',
    columns: [
      'time',
      'user',
      'operation',
      'path:ExtendedProperties[ResultStatusDetail]',
      'path:LogonError',
      'path:ErrorNumber',
      'ip',
      'path:ApplicationId',
      'path:ExtendedProperties[RequestType]',
      'path:ExtendedProperties[UserAuthenticationMethod]',
      'path:ExtendedProperties[UserAgent]',
      'path:DeviceProperties[OS]',
      'path:DeviceProperties[IsCompliantAndManaged]',
      'path:DeviceProperties[SessionId]',
    ],
  },
  {
    // Whoever opened the message is the recipient: `user` is its sender.
    name: 'Encrypted messages',
    columns: [
      'time',
      'path:Recipient',
      'operation',
      'result',
      'path:OperationProperties[MailSubject]',
      'path:Sender',
      'path:AttachmentName',
      'path:AuthenticationMethod',
      'path:AuthenticationStatus',
      'path:OperationStatus',
      'path:MessageId',
    ],
  },
  {
    name: 'Admin changes',
    columns: [
      'time',
      'user',
      'operation',
      'item',
      'result',
      'path:Parameters',
      'path:ModifiedProperties',
      'path:ExtendedProperties[extendedAuditEventCategory]',
      'path:ExternalAccess',
      'ip',
    ],
  },
];

/** Whether one of these paths, which lead to properties of the records, is a column of it that the catalogue does not list anyway. */
export function presetFits(catalogue: Catalogue, { columns }: ColumnPreset, paths: ReadonlySet<string>): boolean {
  const own = columns.filter((ref) => !isListed(catalogue, ref));
  return own.some((ref) => splitAlternatives(auditDataPath(ref) ?? '').some((path) => paths.has(path)));
}
