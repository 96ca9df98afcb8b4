// Data loss prevention, compliance cmdlets, eDiscovery and audit searches.

import type { KindRow, KindTableRow, Scene } from '~mocks/tenant/model';
import { organizationName } from '~mocks/tenant/people';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { teamNames } from '~mocks/tenant/texts.data';
import { accountKey, diceFor, documentUrl, messageId, moment, outsideAddress, subject } from '~mocks/tenant/words';

const rows: readonly KindTableRow[] = [
  [
    13,
    'DlpRuleMatch',
    'Exchange',
    55,
    'people',
    'none',
    (scene, dice) => ({
      ...dlp(dice),
      ExchangeMetaData: {
        MessageID: messageId(dice),
        From: scene.actor.upn,
        To: [outsideAddress(dice)],
        CC: [],
        BCC: [],
        Subject: subject(dice),
        Sent: moment(scene),
        RecipientCount: 1,
      },
    }),
  ],
  [
    11,
    'DLPRuleMatch',
    'OneDrive',
    25,
    'people',
    'none',
    (scene, dice) => ({
      ...dlp(dice),
      SharePointMetaData: {
        From: scene.actor.upn,
        itemCreationTime: moment(scene),
        SiteCollectionGuid: dice.guid(),
        FileOwner: scene.actor.name,
        FilePathUrl: documentUrl(dice),
        DocumentLastModifier: scene.actor.name,
      },
    }),
  ],
  [
    63,
    'DLPRuleMatch',
    'Endpoint',
    20,
    'people',
    'usual',
    (_, dice) => ({
      ...dlp(dice),
      EndpointMetaData: {
        SensitiveInfoTypeData: [],
        EnforcementMode: 1,
        FileExtension: 'xlsx',
        TargetDomain: 'drive.google.com',
        DeviceName: `CON-LT-${dice.digits(4)}`,
        EndpointOperation: dice.pick(['FileCopiedToRemovableMedia', 'FileUploadedToCloud', 'FilePrinted']),
      },
    }),
  ],
  [18, 'Get-DlpCompliancePolicy', 'SecurityComplianceCenter', 40, 'admins', 'none', cmdlet],
  [18, 'New-ComplianceSearch', 'SecurityComplianceCenter', 8, 'admins', 'none', cmdlet],
  [18, 'New-ComplianceSearchAction', 'SecurityComplianceCenter', 5, 'admins', 'none', cmdlet],
  [24, 'SearchCreated', 'SecurityComplianceCenter', 5, 'admins', 'none', cmdlet],
  [
    295,
    'AuditSearchCompleted',
    'SecurityComplianceCenter',
    12,
    'admins',
    'none',
    (_, dice) => ({
      CompletionStatus: 'Succeeded',
      IsInternalServiceRequest: 'False',
      ResultsCount: dice.between(0, 50_000),
      SearchFilters: JSON.stringify({ operations: ['MailItemsAccessed'], users: [] }),
      SearchJobId: dice.guid(),
      SearchSource: 'PurviewPortal',
    }),
  ],
];

export const complianceKinds: readonly KindRow[] = rows.map(
  ([recordType, operation, service, weight, actors, address, rest]) => ({
    recordType,
    operation,
    service,
    weight,
    actors,
    address,
    objectId: (scene) =>
      service === 'SecurityComplianceCenter' ? `${diceFor(scene, 14).pick(teamNames)} review` : documentUrl(diceFor(scene, 14)),
    details: (scene) => ({ UserKey: accountKey(scene), ...rest(scene, diceFor(scene, 15)) }),
  }),
);

function dlp(dice: Dice): Record<string, unknown> {
  const rule = dice.pick([
    'Low volume of credit card numbers',
    'High volume of IBAN',
    'Passport numbers to outside',
    'Source code leaves the company',
  ]);
  return {
    IncidentId: dice.guid(),
    SensitiveInfoDetectionIsIncluded: true,
    PolicyDetails: [
      {
        PolicyId: guidOfText(rule),
        PolicyName: dice.pick(['Finance data', 'Privacy EU', 'Trade secrets']),
        Rules: [
          {
            RuleId: guidOfText(`rule ${rule}`),
            RuleName: rule,
            RuleMode: 'Enable',
            Severity: dice.pick(['Low', 'Medium', 'High']),
            Actions: ['NotifyUser', 'GenerateIncidentReport'],
            ConditionsMatched: {
              ConditionMatchedInNewScheme: true,
              OtherConditions: [{ Name: 'AccessScope', Value: 'NotInOrganization' }],
              SensitiveInformation: [
                {
                  SensitiveType: dice.guid(),
                  SensitiveInformationTypeName: 'Credit Card Number',
                  Count: dice.between(1, 40),
                  Confidence: 85,
                  UniqueCount: 1,
                },
              ],
            },
          },
        ],
      },
    ],
  };
}

function cmdlet(scene: Scene, dice: Dice): Record<string, unknown> {
  return {
    ResultStatus: 'Success',
    ClientApplication: 'EMC',
    CmdletVersion: '15.20.9253.011',
    EffectiveOrganization: organizationName,
    NonPIIParameters: '-Name ... -ExchangeLocation "All"',
    Parameters: `-Name "${dice.pick(teamNames)} review" -ContentMatchQuery "subject:'${subject(dice)}'"`,
    SecurityComplianceCenterEventType: 0,
    StartTime: moment(scene),
    UserServicePlan: '',
    ClientRequestId: dice.guid(),
    ObjectType: `Case of ${scene.actor.name}`,
  };
}
