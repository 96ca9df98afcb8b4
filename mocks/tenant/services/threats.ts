// Alerts, mail found to be a threat, clicked links, investigations and quarantine.

import type { KindRow, KindTableRow, Scene } from '~mocks/tenant/model';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { accountKey, colleague, diceFor, documentUrl, messageId, moment, outsideAddress, subject } from '~mocks/tenant/words';

const rows: readonly KindTableRow[] = [
  [40, 'AlertTriggered', 'SecurityComplianceCenter', 20, 'services', 'none', alert],
  [
    40,
    'AlertEntityGenerated',
    'SecurityComplianceCenter',
    25,
    'services',
    'none',
    (scene, dice) => ({ ...alert(scene, dice), AlertEntityId: colleague(scene, dice).upn, EntityType: 'User' }),
  ],
  [40, 'AlertUpdated', 'SecurityComplianceCenter', 5, 'admins', 'none', alert],
  [28, 'TIMailData', 'ThreatIntelligence', 45, 'services', 'none', threat],
  [
    41,
    'TIUrlClickData',
    'ThreatIntelligence',
    10,
    'people',
    'usual',
    (scene, dice) => ({
      AppName: 'Mail',
      AppVersion: '16.0.19231',
      SourceId: dice.guid(),
      TimeOfClick: moment(scene),
      Url: 'http://login.contoso-secure.example/?u=%3Cyou%3E',
      UrlClickAction: dice.pick(['Blocked', 'Allowed']),
      UserIp: '',
      EventDeepLink: 'https://security.microsoft.com/',
    }),
  ],
  [
    64,
    'AirInvestigationData',
    'AirInvestigation',
    4,
    'services',
    'none',
    (scene, dice) => ({
      InvestigationId: `urn:ZappedUrlInvestigation:${dice.hex(32)}`,
      InvestigationName: 'Mail with malicious urls is zapped',
      InvestigationType: 'ZappedUrlInvestigation',
      Status: 'Remediated',
      StartTimeUtc: moment(scene),
      EndTimeUtc: moment(scene),
      LastUpdateTimeUtc: moment(scene),
      DeepLinkUrl: 'https://security.microsoft.com/',
      Data: JSON.stringify({ Version: '3.0', Entities: [{ Urn: `urn:UserEntity:${dice.hex(32)}` }] }),
    }),
  ],
  [
    65,
    'QuarantineReleaseMessage',
    'Quarantine',
    12,
    'admins',
    'none',
    (scene, dice) => ({
      ResultStatus: 'Successful',
      NetworkMessageId: dice.guid(),
      ReleaseTo: colleague(scene, dice).upn,
      RequestSource: 0,
      RequestType: 2,
    }),
  ],
];

export const threatKinds: readonly KindRow[] = rows.map(([recordType, operation, service, weight, actors, address, rest]) => ({
  recordType,
  operation,
  service,
  weight,
  actors,
  address,
  objectId: (scene) => documentUrl(diceFor(scene, 14)),
  details: (scene) => ({ UserKey: accountKey(scene), ...rest(scene, diceFor(scene, 15)) }),
}));

function alert(scene: Scene, dice: Dice): Record<string, unknown> {
  const name = dice.pick([
    'Suspicious email sending patterns detected',
    'Creation of forwarding/redirect rule',
    'Unusual volume of file deletion',
    'Elevation of Exchange admin privilege',
  ]);
  return {
    ResultStatus: '',
    AlertId: dice.guid(),
    AlertType: 'System',
    Name: name,
    PolicyId: guidOfText(name),
    Status: 'Active',
    Severity: dice.pick(['Low', 'Medium', 'High']),
    Category: 'ThreatManagement',
    Source: 'Office 365 Security & Compliance',
    Comments: 'New alert',
    AlertLinks: [],
    Data: JSON.stringify({ f3u: colleague(scene, dice).upn, op: 'MailRedirect', ts: `${moment(scene)}Z`, an: name }),
  };
}

function threat(scene: Scene, dice: Dice): Record<string, unknown> {
  const sender = outsideAddress(dice);
  return {
    AttachmentData: [{ FileName: 'invoice.html', FileType: 'html', FileVerdict: 1, MalwareFamily: '', SHA256: dice.hex(64) }],
    AuthDetails: [
      { Name: 'SPF', Value: 'Pass' },
      { Name: 'DMARC', Value: 'Fail' },
    ],
    DeliveryAction: 'Blocked',
    DetectionMethod: 'File detonation',
    DetectionType: 'Inline',
    Directionality: 'Inbound',
    EventDeepLink: 'https://security.microsoft.com/',
    InternetMessageId: messageId(dice),
    MessageTime: moment(scene),
    NetworkMessageId: dice.guid(),
    OriginalDeliveryLocation: 'Quarantine',
    LatestDeliveryLocation: 'Quarantine',
    P1Sender: sender,
    P2Sender: sender,
    Policy: 'AntiPhish',
    PolicyAction: 'Quarantine',
    Recipients: [colleague(scene, dice).upn],
    SenderIp: `198.19.50.${dice.below(255)}`,
    Subject: subject(dice),
    SystemOverrides: [],
    ThreatsAndDetectionTech: ['Phish: [File detonation]'],
    Verdict: dice.pick(['Phish', 'Malware', 'Spam']),
  };
}
