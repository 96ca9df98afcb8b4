import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findRecordType } from '~/domain/catalogue/record-types';
import { inSharedFolder } from '~/lib/shared-folder.fixture';
import { explainRecord } from './explain-record';

type Example = readonly [recordType: string, operation: string, more: object, sentence: string];

const site = 'https://x/s/';
const change = (Name: string, OldValue: string, NewValue: string) => ({ ModifiedProperties: [{ Name, OldValue, NewValue }] });

/** By `a@b.c`, unless a record says otherwise. */
const examples: readonly Example[] = [
  ['ExchangeAdmin', 'Set-User', { ObjectId: 'bo' }, 'ran Set-User on ‘bo’'],
  [
    'ExchangeItem',
    'Create',
    { Item: { Subject: 'Plan' }, MailboxOwnerUPN: 'a@b.c' },
    'created the item ‘Plan’, in their own mailbox',
  ],
  ['ExchangeItem', 'ApplyRecord', { Item: { Subject: 'Plan' } }, 'marked the item ‘Plan’ as a record'],
  ['ExchangeItem', 'Unheard', { Item: { Subject: 'Plan' } }, 'did ‘Unheard’ to ‘Plan’'],
  ['ExchangeItemGroup', 'SoftDelete', { AffectedItems: [{}, {}] }, 'deleted 2 items (recoverable)'],
  [
    'ExchangeItemAggregated',
    'MailItemsAccessed',
    { Folders: [{ Path: '\\Inbox', FolderItems: [{}, {}] }] },
    'opened 2 messages in \\Inbox',
  ],
  ['ExchangeAggregatedOperation', 'MailItemsAccessed', {}, 'opened messages'],
  ['OMEPortal', 'MessageAccess', { Recipient: 'r@x.y', Sender: 'a@b.c' }, 'opened the encrypted message sent by a@b.c'],
  [
    'SharePointFileOperation',
    'FileRecycled',
    { SourceFileName: 'a.docx', SiteUrl: site },
    `moved the file ‘a.docx’ to the recycle bin in ${site}`,
  ],
  [
    'SharePointSharingOperation',
    'AddedToSecureLink',
    { ItemType: 'File', SourceFileName: 'a.docx', TargetUserOrGroupName: 'g@o.org', TargetUserOrGroupType: 'Guest' },
    'gave a link to the file ‘a.docx’ for g@o.org (outside the organisation)',
  ],
  [
    'SharePointSharingOperation',
    'AddedToGroup',
    { SiteUrl: site, TargetUserOrGroupName: 'bo@b.c', EventData: '<Group>Site Members</Group>' },
    `added bo@b.c to the group ‘Site Members’ of ${site}`,
  ],
  [
    'SharePoint',
    'SiteCollectionAdminAdded',
    { ObjectId: site, ...change('SiteAdmin', '', 'bo@b.c') },
    `made bo@b.c an administrator of the site ${site}`,
  ],
  ['SharePoint', 'SitePermanentlyDeleted', { SiteUrl: site }, `deleted the site ${site} for good`],
  [
    'SharePoint',
    'LegacyWorkflowEnabledSet',
    { ObjectId: site, ...change('x', '0', '1') },
    `did ‘Enabled legacy workflow’ to ${site}`,
  ],
  ['SharePointListOperation', 'ListViewed', { ListTitle: 'Tasks', SiteUrl: site }, `viewed the list ‘Tasks’ in ${site}`],
  [
    'SharePointListItemOperation',
    'ListItemRecycled',
    { ListTitle: 'Tasks' },
    'moved an item of the list ‘Tasks’ to the recycle bin',
  ],
  [
    'SharePointContentTypeOperation',
    'ListContentTypeCreated',
    { ListName: 'Docs', IsDocLib: true },
    'created a content type of the library ‘Docs’',
  ],
  ['SharePointFieldOperation', 'SiteColumnUpdated', { SiteUrl: site }, `changed a site column in ${site}`],
  [
    'AzureActiveDirectory',
    'Add owner to application.',
    { ObjectId: 'bo@b.c', ...change('Application.DisplayName', '', '["App"]') },
    'made bo@b.c an owner of the application ‘App’',
  ],
  ['AzureActiveDirectory', 'Update policy.', {}, 'changed the policy'],
  ['AzureActiveDirectory', 'Unheard of.', { ObjectId: 'x' }, 'did ‘Unheard of’ to x'],
  ['AzureActiveDirectoryAccountLogon', 'UserLoggedIn', { Application: 'Office 15' }, 'signed in to Office 15'],
  ['AzureActiveDirectoryStsLogon', 'UserLoggedOff', {}, 'signed out'],
  [
    'MIPLabel',
    'MipLabel',
    { ItemName: 'Hi', LabelName: 'Secret', Receivers: ['x@b.c', 'y@b.c'] },
    'sent the message ‘Hi’ with the sensitivity label ‘Secret’ to x@b.c and y@b.c',
  ],
  ['MicrosoftTeams', 'ChannelAdded', { TeamName: 'Ops', ChannelName: 'Alarms' }, 'added the channel ‘Alarms’ to the team ‘Ops’'],
  [
    'SecurityComplianceCenterEOPCmdlet',
    'New-ComplianceSearch',
    { Parameters: '-Name "Case 1"' },
    'ran New-ComplianceSearch with Name = ‘Case 1’',
  ],
  [
    'Discovery',
    'SearchCreated',
    { ObjectId: 'Mail of Bo', Case: 'Case 1' },
    'created the content search ‘Mail of Bo’ in the case ‘Case 1’',
  ],
  ['Discovery', 'CaseAdminAdded', { ObjectId: 'bo@b.c' }, 'made ‘bo@b.c’ an eDiscovery administrator'],
  ['AeD', 'ViewDocument', { Object1Name: 'a.msg', CaseName: 'Case 1' }, 'viewed the document ‘a.msg’ in the case ‘Case 1’'],
  [
    'AuditSearch',
    'AuditSearchCompleted',
    { ResultsCount: 1204 },
    'got the results of a search of the audit log, which found 1,204 records',
  ],
  [
    'SecurityComplianceAlerts',
    'AlertTriggered',
    { Name: 'Forwarding', Severity: 'High', Data: '{"f3u":"bo@b.c"}' },
    'raised the alert ‘Forwarding’ (high severity), about bo@b.c',
  ],
  ['SecurityComplianceAlerts', 'AlertUpdated', { Name: 'F', Status: 'Resolved' }, 'updated the alert ‘F’, now resolved'],
  ['Yammer', 'FileVisited', { FileName: 'a.docx', GroupName: 'News' }, 'viewed the file ‘a.docx’ in the community ‘News’'],
  ['Yammer', 'UserSuspension', { TargetUserId: 'bo@b.c' }, 'suspended bo@b.c'],
  [
    'ThreatIntelligence',
    'TIMailData',
    {
      Subject: 'Win',
      P2Sender: 'x@evil.org',
      Recipients: ['bo@b.c'],
      Verdict: 'Phish',
      DetectionMethod: 'URL detonation',
      LatestDeliveryLocation: 'Quarantine',
      SenderIp: '192.0.2.1',
    },
    'found the message ‘Win’ from x@evil.org to bo@b.c to be phish (URL detonation); it is now in Quarantine',
  ],
  [
    'ThreatIntelligenceUrl',
    'TIUrlClickData',
    { Url: 'http://evil.org', AppName: 'Mail', URLClickAction: 4, UserIp: '192.0.2.7' },
    'clicked the link ‘http://evil.org’ in Mail; Safe Links warned, and they went there all the same, from 192.0.2.7',
  ],
  [
    'ThreatIntelligenceAtpContent',
    'AtpDetection',
    { FileData: { FileName: 'a.exe', FileVerdict: 1, MalwareFamily: 'Worm' }, SourceWorkload: 1, LastModifiedBy: 'bo@b.c' },
    'found the malware ‘Worm’ in the file ‘a.exe’ in OneDrive, last changed by bo@b.c',
  ],
  [
    'AirInvestigation',
    'AirInvestigationData',
    { InvestigationName: 'Zap', Status: 'Remediated' },
    'investigated ‘Zap’; status: Remediated',
  ],
  [
    'ComplianceDLPSharePoint',
    'DLPRuleMatch',
    { PolicyDetails: [{ PolicyName: 'Cards' }, { PolicyName: 'IBAN' }], SharePointMetaData: { FileName: 'a.xlsx' } },
    'matched the data loss prevention policies Cards and IBAN with the file ‘a.xlsx’',
  ],
  [
    'ComplianceDLPExchange',
    'DlpRuleUndo',
    { PolicyDetails: [{ PolicyName: 'Cards' }], ExchangeMetaData: { Subject: 'Hi' } },
    'overrode the data loss prevention policy ‘Cards’ with the message ‘Hi’',
  ],
  [
    'DLPEndpoint',
    'DLPRuleMatch',
    { ObjectId: 'a.xlsx', EndpointMetaData: { DeviceName: 'PC1', TargetDomain: 'drive.example' } },
    'matched a data loss prevention policy with the content ‘a.xlsx’, going to drive.example, on the device PC1',
  ],
  ['Quarantine', 'QuarantineReleaseMessage', { ReleaseTo: 'bo@b.c' }, 'released a message in quarantine to bo@b.c'],
  ['Quarantine', 'Unheard', { RequestType: 4 }, 'viewed the headers of a message in quarantine'],
  ['MicrosoftForms', 'ViewForm', { FormName: 'Lunch', FormTypes: [2] }, 'opened the survey ‘Lunch’ to edit it'],
  ['MicrosoftForms', 'ListForms', {}, 'listed their forms'],
  [
    'HygieneEvent',
    'HygieneEvent',
    { Event: 'Listed', EventValue: 'bo@b.c', Reason: 'spam' },
    'kept bo@b.c from sending mail (spam)',
  ],
  [
    'PowerBIAudit',
    'ViewReport',
    { ReportName: 'Sales', WorkSpaceName: 'EMEA' },
    'viewed the report ‘Sales’ in the workspace ‘EMEA’',
  ],
  [
    'PowerBIAudit',
    'ShareDashboard',
    { DashboardName: 'KPI', SharingInformation: [{ RecipientEmail: 'g@o.org' }] },
    'shared the dashboard ‘KPI’ with g@o.org',
  ],
  ['PowerBIAudit', 'SetScheduledRefresh', { DatasetName: 'Sales' }, 'did ‘Set scheduled refresh’ to ‘Sales’'],
  [
    'AipSensitivityLabelAction',
    'SensitivityLabeledFileOpened',
    { ObjectId: 'a.docx', SensitivityLabelId: 'l1' },
    'opened the file ‘a.docx’, which has the sensitivity label ‘l1’',
  ],
  [
    'SensitivityLabelAction',
    'SensitivityLabelApplied',
    { ObjectId: 'a.docx', LabelName: 'Secret' },
    'applied the sensitivity label ‘Secret’ on ‘a.docx’',
  ],
  [
    'MailSubmission',
    'UserSubmission',
    { Subject: 'Win', P2Sender: 'x@evil.org', Recipients: ['bo@b.c'] },
    'reported the message ‘Win’ from x@evil.org to bo@b.c',
  ],
  ['MailSubmission', 'AttackSimUserSubmission', {}, 'reported the message, which was an attack simulation'],
  [
    'DataCenterSecurityCmdlet',
    'Get-Mailbox',
    { ElevationRole: 'MailboxView', ElevationApprover: 'Kim' },
    'ran Get-Mailbox, in the role ‘MailboxView’, which Kim approved',
  ],
  ['CopilotInteraction', 'CopilotInteraction', { CopilotEventData: { AppHost: 'Word' } }, 'asked Copilot in Word'],
  ['VivaGoals', 'OKRCreated', { ObjectId: 'Grow' }, 'did ‘OKR created’ to ‘Grow’'],
  ['VivaGoals', '', {}, 'did something'],
];

const told = (recordType: string, operation: string, more: object) =>
  explainRecord({ UserId: 'a@b.c', RecordType: findRecordType(recordType)?.value, Operation: operation, ...more }, []);

test.each(examples)('%s: %s', (recordType, operation, more, sentence) => {
  const actor = recordType === 'OMEPortal' ? 'r@x.y' : 'a@b.c';
  expect(told(recordType, operation, more).sentence).toBe(`${actor} ${sentence}.`);
});

const schemas = inSharedFolder('contract/schemas.json');

test('every record family of the schemas is among the examples, and tells more than all records have', (context) => {
  if (!existsSync(schemas)) return context.skip(`no schemas at ${schemas}`);
  const { families }: { families: Record<string, { recordTypes: readonly string[]; fields: readonly { name: string }[] }> } =
    JSON.parse(readFileSync(schemas, 'utf8'));
  const always = new Set(['Operation', 'RecordType', ...(families['Common']?.fields ?? []).map(({ name }) => name)]);
  // The schema of submissions lists operations, and that of Copilot one object.
  const withoutTexts = new Set(['Common', 'Submission', 'CopilotInteraction']);
  for (const [family, { recordTypes, fields }] of Object.entries(families)) {
    for (const recordType of family === 'Common' ? [] : recordTypes) {
      const [type, operation = ''] = examples.find(([each]) => each === recordType) ?? [];
      expect(type).toBe(recordType);
      if (withoutTexts.has(family)) continue;
      const own = fields.map(({ name }) => name).filter((name) => !always.has(name));
      const labels = (more: object) => told(recordType, operation, more).facts.map(({ label }) => label);
      const more = labels(Object.fromEntries(own.map((name) => [name, `${name}!`])));
      expect([recordType, more.length > labels({}).length]).toEqual([recordType, true]);
    }
  }
});

test('the address of a sender is not where somebody acted', () => {
  const { sentence, facts } = told('ThreatIntelligence', 'TIMailData', { SenderIp: '192.0.2.1' });
  expect(sentence).not.toContain('192.0.2.1');
  expect(facts.filter(({ value }) => value === '192.0.2.1').map(({ label }) => label)).toEqual(['Sent from']);
});

test('decodes numbers in facts, and says both names of a type two lists name differently', () => {
  const { facts } = told('ThreatIntelligenceAtpContent', 'AtpDetection', { SourceWorkload: 2, FileData: { FileVerdict: -3 } });
  expect(facts).toContainEqual({
    label: 'Verdict',
    value: 'Pending (-3)',
    ref: 'path:FileData.FileVerdict',
    filterValue: '-3',
    tone: 'failure',
  });
  expect(facts).toContainEqual(expect.objectContaining({ label: 'Service', value: 'Microsoft Teams (2)' }));
  const type = told('Yammer', 'FileVisited', {}).facts.find(({ label }) => label === 'Record type');
  expect(type).toMatchObject({ value: 'Yammer / Viva Engage (22)', ref: 'recordType', filterValue: 'Yammer / Viva Engage' });
});

test('an act whose operation says that it failed is told as one that failed', () => {
  expect(told('Yammer', 'FileAccessFailure', { FileName: 'a' }).sentence).toBe('a@b.c could not open the file ‘a’. It failed.');
  expect(told('PowerBIAudit', 'ViewReport', { IsSuccess: false }).sentence).toContain('It failed.');
});

test('services that act by themselves are no people', () => {
  expect(told('SecurityComplianceAlerts', 'AlertTriggered', { UserId: 'SecurityComplianceAlerts', Name: 'F' }).sentence).toBe(
    'The service itself (SecurityComplianceAlerts) raised the alert ‘F’.',
  );
});
