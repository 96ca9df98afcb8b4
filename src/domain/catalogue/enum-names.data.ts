// Numbers the service writes where it means words: the paths, with list positions taken out, and what each number means there.
// Sources: the Management Activity API schema of June 2026, and for labels AipSensitivityLabelAction beside it. It names the kinds of
// Entra events and identities without numbers: theirs are as records have them.
// https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema
// https://learn.microsoft.com/office/office-365-management-api/aipsensitivitylabelaction

export type EnumRow = readonly [paths: readonly string[], names: readonly (readonly [number: number, name: string])[]];

export const enumRows: readonly EnumRow[] = [
  [
    ['LogonType', 'InternalLogonType'],
    [
      [0, 'Owner'], [1, 'Admin'], [2, 'Delegated'], [3, 'Transport'], [4, 'SystemService'], [5, 'BestAccess'],
      [6, 'DelegatedAdmin'],
    ],
  ],
  [
    ['Scope'],
    [
      [0, 'Online'], [1, 'Onprem'],
    ],
  ],
  [
    ['ItemType'],
    [
      [0, 'Invalid'], [1, 'File'], [5, 'Folder'], [6, 'Web'], [7, 'Site'], [8, 'Tenant'], [9, 'DocumentLibrary'], [11, 'Page'],
    ],
  ],
  [
    ['EventSource'],
    [
      [0, 'SharePoint'], [1, 'ObjectModel'],
    ],
  ],
  [
    ['Members[].Role'],
    [
      [0, 'Member'], [1, 'Owner'], [2, 'Guest'],
    ],
  ],
  [
    ['AddOnType'],
    [
      [1, 'Bot'], [2, 'Connector'], [3, 'Tab'],
    ],
  ],
  [
    ['AttachmentData[].FileVerdict', 'FileData.FileVerdict'],
    [
      [0, 'Good'], [1, 'Bad'], [-1, 'Error'], [-2, 'Timeout'], [-3, 'Pending'],
    ],
  ],
  [
    ['Policy'],
    [
      [1, 'Anti-spam, HSPM'], [2, 'Anti-spam, SPM'], [3, 'Anti-spam, Bulk'], [4, 'Anti-spam, PHSH'], [5, 'Anti-phish, DIMP'],
      [6, 'Anti-phish, UIMP'], [7, 'Anti-phish, SPOOF'], [8, 'Anti-phish, GIMP'], [9, 'Anti-malware, AMP'],
      [10, 'Safe attachment, SAP'], [11, 'Exchange transport rule, ETR'], [12, 'Anti-malware, ZAPM'], [13, 'Anti-phish, ZAPP'],
      [14, 'Anti-phish, ZAPS'], [15, 'Anti-spam, High confidence phish email (HPHISH)'],
      [17, 'Anti-spam, Outbound spam policy (OSPM)'],
    ],
  ],
  [
    ['PolicyAction'],
    [
      [0, 'MoveToJMF'], [1, 'AddXHeader'], [2, 'ModifySubject'], [3, 'Redirect'], [4, 'Delete'], [5, 'Quarantine'],
      [6, 'NoAction'], [7, 'BccMessage'], [8, 'ReplaceAttachment'],
    ],
  ],
  [
    ['URLClickAction', 'UrlClickAction'],
    [
      [2, 'Blockpage'], [3, 'PendingDetonationPage'], [4, 'BlockPageOverride'], [5, 'PendingDetonationPageOverride'],
    ],
  ],
  [
    ['SourceWorkload'],
    [
      [0, 'SharePoint'], [1, 'OneDrive'], [2, 'Microsoft Teams'],
    ],
  ],
  [
    ['AttackSimEvent'],
    [
      [1, 'MessageDelivered'], [2, 'MessageFailed'], [6, 'CredentialEntered'], [7, 'PermissionGranted'], [8, 'LinkClicked'],
      [10, 'AttachmentOpened'], [12, 'MessageRead'], [13, 'MessageReplied'], [14, 'MessageForwarded'], [15, 'MessageReported'],
      [16, 'MessageDeleted'], [17, 'OutOfOffice'], [18, 'PositiveReinforcementMessageDelivered'],
    ],
  ],
  [
    ['AttackSimAdminEvent'],
    [
      [0, 'CampaignLaunched'], [1, 'CampaignCompleted'], [2, 'CampaignReportDownloaded'], [3, 'CampaignReportViewed'],
      [4, 'CampaignCancelled'], [5, 'CampaignScheduled'], [6, 'CampaignDeleted'], [7, 'SimulationExcluded'],
      [8, 'AutomationSubmitted'], [9, 'AutomationTurnOn'], [10, 'AutomationTurnOff'], [11, 'AutomationCompleted'],
      [12, 'AutomationDeleted'],
    ],
  ],
  [
    ['UserTrainingEvent'],
    [
      [1, 'TrainingAssigned'], [2, 'TrainingUpdated'], [3, 'TrainingCompleted'], [4, 'TrainingPreviouslyAssigned'],
      [5, 'TrainingNotCompleted'],
    ],
  ],
  [
    ['RequestType'],
    [
      [0, 'Preview'], [1, 'Delete'], [2, 'Release'], [3, 'Export'], [4, 'ViewHeader'], [5, 'ReleaseRequest'],
    ],
  ],
  [
    ['RequestSource'],
    [
      [0, 'SCC'], [1, 'Cmdlet'], [2, 'URLlink'],
    ],
  ],
  [
    ['FormsUserTypes[]', 'FormsUserTypes'],
    [
      [0, 'Admin'], [1, 'Owner'], [2, 'Responder'], [3, 'Coauthor'],
    ],
  ],
  [
    ['FormTypes[]', 'FormTypes'],
    [
      [0, 'Form'], [1, 'Quiz'], [2, 'Survey'],
    ],
  ],
  [
    ['ContainerType', 'SharedWithContainerType', 'OriginalContainerType', 'NewContainerType'],
    [
      [0, 'Invalid'], [2, 'Group'], [3, 'TeamsConversation'], [4, 'OfficeDocument'], [5, 'Roster'], [6, 'Project'],
      [7, 'User'], [8, 'TeamsChannel'], [10, 'PlannerTask'],
    ],
  ],
  [
    ['SharedWithContainerAccessLevel'],
    [
      [1, 'ReadAccess'], [2, 'ReadWriteAccess'], [3, 'FullAccess'],
    ],
  ],
  [
    ['Actor[].Type', 'Target[].Type'],
    [
      [0, 'Claim'], [1, 'Name'], [2, 'Other'], [3, 'PUID'], [4, 'SPN'], [5, 'UPN'],
    ],
  ],
  [
    ['AzureActiveDirectoryEventType'],
    [
      [0, 'AccountLogon'], [1, 'AzureApplicationAuditEvent'],
    ],
  ],
  [
    ['AuthenticationStatus', 'OperationStatus'],
    [
      [0, 'Success'], [1, 'Failure'],
    ],
  ],
  [
    ['EndpointMetaData.EnforcementMode'],
    [
      [1, 'Audit'], [2, 'Warn'], [3, 'Warn and bypass'], [4, 'Block'], [5, 'Allow'],
    ],
  ],
  [
    ['Platform'],
    [
      [0, 'Unknown'], [1, 'Windows'], [2, 'MacOS'], [3, 'iOS'], [4, 'Android'], [5, 'Web Browser'],
    ],
  ],
  [
    ['ActionSource', 'SensitivityLabelEventData.ActionSource'],
    [
      [0, 'None'], [1, 'Default'], [2, 'Auto'], [3, 'Manual'], [4, 'Recommended'],
    ],
  ],
  [
    ['LabelEventType', 'SensitivityLabelEventData.LabelEventType'],
    [
      [0, 'None'], [1, 'LabelUpgraded'], [2, 'LabelDowngraded'], [3, 'LabelRemoved'], [4, 'LabelChangedSameOrder'],
    ],
  ],
];
