// Exchange cmdlets as the admin audit log writes them (record type 1), by administrators, by people changing their own mailbox,
// and the noise of the service's own maintenance.

import type { ActorPool, KindRow, Scene } from '~mocks/tenant/model';
import { domain, organizationName } from '~mocks/tenant/people';
import type { Dice } from '~mocks/tenant/random';
import { clientApps } from '~mocks/tenant/texts.data';
import { colleague, diceFor, nameValues, outsideAddress, serverName, subject } from '~mocks/tenant/words';

type Parameters = (scene: Scene, dice: Dice) => Record<string, string>;

type CmdletRow = readonly [operation: string, weight: number, by: ActorPool, parameters: Parameters];

const cmdlets: readonly CmdletRow[] = [
  ['Set-Mailbox', 60, 'admins', (scene, dice) => ({ Identity: colleague(scene, dice).upn, ...mailboxSetting(dice) })],
  [
    'Set-Mailbox',
    15,
    'people',
    (_, dice) => ({ ForwardingSmtpAddress: `smtp:${outsideAddress(dice)}`, DeliverToMailboxAndForward: 'True' }),
  ],
  [
    'Set-User',
    25,
    'admins',
    (scene, dice) => ({ Identity: colleague(scene, dice).objectGuid, Phone: `+49 30 5550${dice.digits(3)}` }),
  ],
  [
    'Set-CASMailbox',
    12,
    'admins',
    (scene, dice) => ({ Identity: colleague(scene, dice).upn, PopEnabled: 'False', ImapEnabled: String(dice.chance(0.2)) }),
  ],
  // Without a weight: written only where something was really done. Before the row of the service's own maintenance, which has
  // the same name: the first is taken.
  ...[
    'Add-MailboxPermission',
    'Remove-MailboxPermission',
    'Add-RecipientPermission',
    'Remove-RecipientPermission',
    'Remove-MailboxFolderPermission',
    'Set-MailboxAuditBypassAssociation',
    'Set-OMEMessageRevocation',
    'Enable-TransportRule',
    'Disable-TransportRule',
  ].map((operation): CmdletRow => [operation, 0, 'admins', () => ({})]),
  [
    'Add-MailboxPermission',
    40,
    'exchange',
    (scene, dice) => ({
      DomainController: '',
      Identity: hosted(colleague(scene, dice).objectGuid),
      User: hosted('Discovery Management'),
      AccessRights: 'FullAccess',
    }),
  ],
  [
    'Add-MailboxFolderPermission',
    14,
    'people',
    (scene, dice) => ({
      Identity: `${scene.actor.upn}:\\Calendar`,
      User: colleague(scene, dice).upn,
      AccessRights: dice.pick(['Reviewer', 'Editor', 'Owner']),
    }),
  ],
  ['New-InboxRule', 30, 'people', inboxRule],
  ['Set-InboxRule', 10, 'people', inboxRule],
  ['Remove-InboxRule', 6, 'people', (_, dice) => ({ Identity: dice.digits(19), Force: 'True' })],
  [
    'New-TransportRule',
    3,
    'admins',
    (_, dice) => ({
      Name: `Encrypt mail to ${dice.pick(['banks', 'auditors', 'counsel'])}`,
      ApplyOME: 'True',
      SentToScope: 'NotInOrganization',
    }),
  ],
  [
    'Set-TransportRule',
    6,
    'admins',
    (_, dice) => ({ Identity: dice.guid(), ApplyHtmlDisclaimerText: `<p>${subject(dice)}</p>`, Priority: dice.digits(1) }),
  ],
  [
    'New-Mailbox',
    4,
    'admins',
    (_, dice) => ({ Name: `Shared ${dice.digits(3)}`, Shared: 'True', PrimarySmtpAddress: `shared${dice.digits(3)}@${domain}` }),
  ],
  ['Set-AdminAuditLogConfig', 1, 'admins', () => ({ UnifiedAuditLogIngestionEnabled: 'True' })],
  [
    'Set-OMEConfiguration',
    1,
    'admins',
    () => ({ Identity: 'OME Configuration', EmailText: 'Contoso sent you a protected message.', OTPEnabled: 'True' }),
  ],
  [
    'New-OMEConfiguration',
    0.4,
    'admins',
    (_, dice) => ({ Identity: `Contoso ${dice.pick(['HR', 'Legal', 'Finance'])}`, OTPEnabled: 'True' }),
  ],
  ['Set-IRMConfiguration', 0.4, 'admins', () => ({ SimplifiedClientAccessEnabled: 'True' })],
  ['Set-OrganizationConfig', 0.4, 'admins', () => ({ AuditDisabled: 'False' })],
  ['New-MailboxAuditLogSearch', 0.4, 'admins', (scene, dice) => ({ Name: subject(dice), Mailboxes: colleague(scene, dice).upn })],
  [
    'Set-MailboxPlan',
    30,
    'exchange',
    (_, dice) => ({
      DomainController: '',
      ResetPasswordOnNextLogon: 'False',
      Identity: hosted(`ExchangeOnlineEnterprise-${dice.guid()}`),
    }),
  ],
  ['Set-TransportConfig', 10, 'exchange', () => ({ DomainController: '', Identity: organizationName })],
  ['Set-ConditionalAccessPolicy', 8, 'exchange', conditionalAccess],
  ['Install-DefaultSharingPolicy', 4, 'exchange', () => ({ DomainController: '', Organization: organizationName })],
];

export const exchangeAdminKinds: readonly KindRow[] = cmdlets.map(([operation, weight, by, parameters]) => ({
  recordType: 1,
  operation,
  service: 'Exchange',
  weight,
  actors: by,
  address: by === 'exchange' ? 'none' : 'port',
  objectId: (scene) => {
    const { Identity, Name } = parameters(scene, diceFor(scene, 1));
    return Identity ?? Name ?? scene.actor.objectGuid;
  },
  details: (scene) => {
    const dice = diceFor(scene, 2);
    const bySystem = by === 'exchange';
    return {
      ResultStatus: dice.chance(0.97) ? 'True' : 'False',
      UserKey: bySystem ? scene.actor.upn : scene.actor.puid,
      AppId: bySystem ? '' : dice.pick(clientApps)[1],
      ClientAppId: '',
      ExternalAccess: bySystem,
      OrganizationName: organizationName,
      OriginatingServer: serverName(dice),
      Parameters: nameValues(parameters(scene, diceFor(scene, 1))),
      ...(bySystem
        ? {}
        : {
            SessionId: dice.guid(),
            AppAccessContext: { AADSessionId: dice.guid(), UniqueTokenId: dice.base64(22) },
            TokenTenantId: scene.tenant.organizationId,
          }),
      ...(dice.chance(0.1) ? { RequestId: dice.guid(), AppPoolName: 'MSExchangeAdminApiNetCore', CorrelationID: '' } : {}),
    };
  },
}));

function hosted(name: string): string {
  return `EURPR07A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${organizationName}/${name}`;
}

function mailboxSetting(dice: Dice): Record<string, string> {
  const settings: Record<string, string>[] = [
    { LitigationHoldEnabled: 'True' },
    { HiddenFromAddressListsEnabled: 'True' },
    { MailTip: subject(dice) },
    { MaxSendSize: '35 MB (36,700,160 bytes)' },
    { ProhibitSendQuota: '99 GB (106,300,440,576 bytes)', IssueWarningQuota: '98 GB (105,226,698,752 bytes)' },
  ];
  return dice.pick(settings);
}

function inboxRule(_: Scene, dice: Dice): Record<string, string> {
  const rule = { AlwaysDeleteOutlookRulesBlob: 'False', Force: 'False', Name: subject(dice), StopProcessingRules: 'True' };
  const actions: Record<string, string>[] = [
    { SubjectContainsWords: 'newsletter', MoveToFolder: 'Newsletters' },
    { From: outsideAddress(dice), MoveToFolder: 'Customers' },
    { SubjectOrBodyContainsWords: 'unsubscribe', DeleteMessage: 'True' },
    { SentTo: outsideAddress(dice), MarkImportance: 'High' },
  ];
  return { ...rule, ...dice.pick(actions) };
}

function conditionalAccess(_: Scene, dice: Dice): Record<string, string> {
  const identity = `${organizationName}\\${dice.guid()}`;
  const details = {
    Version: 1,
    State: 'Enabled',
    Conditions: { Applications: { Include: [{ Applications: ['All'] }] } },
    Controls: [{ Control: ['Mfa'] }],
    SignInFrequencyType: 30,
  };
  return {
    Identity: identity,
    PolicyDetails: JSON.stringify(details),
    TenantDefaultPolicy: '',
    DisplayName: 'Ask again on sign-in risk',
    PolicyIdentifierString: '',
  };
}
