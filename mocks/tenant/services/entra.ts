// Sign-ins (record type 15) and directory changes (record type 8), whose operations end with a period.

import type { Actor, ActorPool, KindRow, Scene } from '~mocks/tenant/model';
import { departmentOf, organizationName } from '~mocks/tenant/people';
import { departments } from '~mocks/tenant/people.data';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { clientApps, teamNames } from '~mocks/tenant/texts.data';
import { colleague, diceFor, nameValues, userAgent } from '~mocks/tenant/words';

/** [error number, name]; the numbers are Entra's published AADSTS codes. */
const signInErrors: readonly (readonly [number: string, error: string])[] = [
  ['50126', 'InvalidUserNameOrPassword'],
  ['50126', 'InvalidUserNameOrPassword'],
  ['50053', 'IdsLocked'],
  ['50076', 'UserStrongAuthClientAuthNRequiredInterrupt'],
  ['50140', 'KmsiInterrupt'],
  ['53003', 'BlockedByConditionalAccess'],
  ['50034', 'UserAccountNotFound'],
  ['500121', 'AuthenticationFailedSasError'],
];

const signIns: readonly (readonly [operation: string, weight: number, by: ActorPool])[] = [
  ['UserLoggedIn', 1480, 'people'],
  ['UserLoggedIn', 40, 'guests'],
  ['UserLoginFailed', 230, 'people'],
  ['UserLoginFailed', 8, 'guests'],
  ['UserLoginFailed', 6, 'nobody'],
];

const signInKinds: readonly KindRow[] = signIns.map(([operation, weight, by]) => ({
  recordType: 15,
  operation,
  service: 'AzureActiveDirectory',
  weight,
  actors: by,
  address: 'usual',
  objectId: (scene) => diceFor(scene, 9).pick(clientApps)[1],
  details: (scene) => signIn(scene, diceFor(scene, 10), operation === 'UserLoggedIn'),
}));

export function signIn(scene: Scene, dice: Dice, succeeded: boolean): Record<string, unknown> {
  const { actor, tenant } = scene;
  const app = diceFor(scene, 9).pick(clientApps)[1];
  const [errorNumber, error] = dice.pick(signInErrors);
  const address = tenant.shownAddress(scene);
  return {
    // Entra answers "Success" even where the sign-in was only interrupted.
    ResultStatus: succeeded ? 'Success' : dice.chance(0.8) ? 'Failed' : 'Success',
    UserKey: actor.objectGuid,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: nameValues({
      ResultStatusDetail: succeeded ? dice.pick(['Success', 'Success', 'Redirect']) : 'UserError',
      UserAgent: userAgent(scene, dice),
      UserAuthenticationMethod: dice.pick(['1', '16', '256', '4']),
      RequestType: dice.pick(['OAuth2:Authorize', 'OAuth2:Token', 'Login:login', 'SAS:EndAuth', 'Kmsi:kmsi']),
    }),
    ModifiedProperties: [],
    Actor: [
      { ID: actor.objectGuid, Type: 0 },
      { ID: actor.upn, Type: 5 },
    ],
    ActorContextId: tenant.organizationId,
    ...(address === undefined ? {} : { ActorIpAddress: address }),
    InterSystemsId: dice.guid(),
    IntraSystemId: dice.guid(),
    SupportTicketId: '',
    Target: [{ ID: app, Type: 0 }],
    TargetContextId: tenant.organizationId,
    ApplicationId: app,
    ...(dice.chance(0.6)
      ? {}
      : {
          DeviceProperties: nameValues({
            OS: dice.pick(['Windows10', 'MacOs', 'Ios 18', 'Android']),
            BrowserType: dice.pick(['Edge', 'Chrome', 'Safari', 'Other']),
            IsCompliantAndManaged: dice.pick(['True', 'False']),
            SessionId: dice.guid(),
          }),
        }),
    ErrorNumber: succeeded ? '0' : errorNumber,
    ...(succeeded ? {} : { LogonError: error }),
  };
}

type Change = readonly [name: string, newValue: string, oldValue: string];
type Changes = (scene: Scene, dice: Dice, target: Actor) => readonly Change[];

const licences = ['SPE_E5', 'SPE_E3', 'ENTERPRISEPACK', 'POWER_BI_PRO'];
const roles = [
  'Exchange Administrator',
  'Helpdesk Administrator',
  'Global Reader',
  'Compliance Administrator',
  'User Administrator',
];

const changes: readonly (readonly [operation: string, weight: number, by: ActorPool, category: string, changes: Changes])[] = [
  [
    'Update user.',
    110,
    'admins',
    'User',
    (_, dice, target) => [
      ['Department', `["${dice.pick(departments)}"]`, `["${departmentOf(target)}"]`],
      ['Included Updated Properties', 'Department', ''],
    ],
  ],
  [
    'Update user.',
    60,
    'directory',
    'User',
    (_, dice) => [
      ['StrongAuthenticationMethod', `[{"MethodType":6,"Default":${dice.chance(0.5)}}]`, '[]'],
      ['Included Updated Properties', 'StrongAuthenticationMethod', ''],
    ],
  ],
  [
    'Add user.',
    12,
    'directory',
    'User',
    (_, dice, target) => [
      ['AccountEnabled', '[true]', '[]'],
      ['UserPrincipalName', `["${target.upn}"]`, '[]'],
      ['Department', `["${dice.pick(departments)}"]`, '[]'],
    ],
  ],
  [
    'Delete user.',
    4,
    'admins',
    'User',
    (_, _dice, target) => [
      ['Is Hard Deleted', 'False', ''],
      ['UserPrincipalName', '', target.upn],
    ],
  ],
  ['Reset user password.', 25, 'admins', 'User', () => []],
  ['Change user password.', 30, 'people', 'User', () => []],
  [
    'Change user license.',
    25,
    'admins',
    'User',
    (_, dice) => [['AssignedLicense', `["[SkuName=${dice.pick(licences)}, AccountId=${dice.guid()}]"]`, '[]']],
  ],
  ['Add member to role.', 5, 'admins', 'Role', (_, dice) => role(dice.pick(roles), '')],
  ['Remove member from role.', 4, 'admins', 'Role', (_, dice) => role('', dice.pick(roles))],
  ['Add member to group.', 60, 'admins', 'Group', (_, dice) => group(dice.pick(teamNames))],
  ['Remove member from group.', 25, 'admins', 'Group', (_, dice) => group(dice.pick(teamNames))],
  [
    'Add group.',
    6,
    'people',
    'Group',
    (_, dice) => [
      ['DisplayName', `["${dice.pick(teamNames)}"]`, '[]'],
      ['GroupType', '["Unified"]', '[]'],
    ],
  ],
  [
    'Update group.',
    30,
    'people',
    'Group',
    (_, dice) => [['DisplayName', `["${dice.pick(teamNames)}"]`, `["${dice.pick(teamNames)} (old)"]`]],
  ],
  [
    'Add service principal.',
    6,
    'directory',
    'ServicePrincipal',
    (_, dice) => [['DisplayName', `["${dice.pick(clientApps)[0]} Connector"]`, '[]']],
  ],
  [
    'Consent to application.',
    5,
    'people',
    'ApplicationManagement',
    (_, dice) => [
      ['ConsentContext.IsAdminConsent', 'False', ''],
      [
        'ConsentAction.Permissions',
        `[] => [[Id: ${dice.base64(20)}, ClientId: ${dice.guid()}, Scope: User.Read Mail.Read offline_access]]`,
        '',
      ],
    ],
  ],
  [
    'Update application – Certificates and secrets management ',
    3,
    'admins',
    'Application',
    (_, dice) => [
      ['KeyDescription', `["[KeyIdentifier=${dice.guid()},KeyType=Password,KeyUsage=Verify,DisplayName=backup]"]`, '[]'],
    ],
  ],
  ['Set Company Information.', 1, 'admins', 'Company', () => [['TechnicalContactEmails', '["adele.vance@contoso.com"]', '[]']]],
  ['Disable Strong Authentication.', 2, 'admins', 'User', () => [['StrongAuthenticationRequirement', '[]', '[{"State":1}]']]],
];

const directoryKinds: readonly KindRow[] = changes.map(([operation, weight, by, category, changesOf]) => ({
  recordType: 8,
  operation,
  service: 'AzureActiveDirectory',
  weight,
  actors: by,
  address: by === 'directory' || category === 'Role' ? 'none' : 'usual',
  objectId: (scene) => targetOf(scene, by).upn,
  details: (scene) => {
    const dice = diceFor(scene, 12);
    const target = targetOf(scene, by);
    return {
      ResultStatus: dice.chance(0.98) ? 'Success' : 'Failure',
      UserKey: by === 'directory' ? 'Not Available' : `${scene.actor.puid}@${organizationName}`,
      AzureActiveDirectoryEventType: 1,
      ExtendedProperties: nameValues({ additionalDetails: '{"User-Agent":"EvoSTS"}', extendedAuditEventCategory: category }),
      ModifiedProperties: changesOf(scene, dice, target).map(([Name, NewValue, OldValue]) => ({ Name, NewValue, OldValue })),
      Actor: identities(scene.actor),
      ActorContextId: scene.tenant.organizationId,
      InterSystemsId: dice.guid(),
      IntraSystemId: dice.guid(),
      SupportTicketId: '',
      Target: identities(target),
      TargetContextId: scene.tenant.organizationId,
    };
  },
}));

function targetOf(scene: Scene, by: ActorPool): Actor {
  return by === 'people' ? scene.actor : colleague(scene, diceFor(scene, 11));
}

function identities(actor: Actor) {
  return [
    { ID: actor.upn, Type: 5 },
    { ID: actor.puid, Type: 3 },
    { ID: `User_${actor.objectGuid}`, Type: 2 },
    { ID: 'User', Type: 2 },
  ];
}

function role(now: string, before: string): Change[] {
  const id = (name: string) => (name === '' ? '' : guidOfText(name));
  return [
    ['Role.ObjectID', id(now), id(before)],
    ['Role.DisplayName', now, before],
    ['Role.TemplateId', id(now), id(before)],
  ];
}

function group(name: string): Change[] {
  return [
    ['Group.ObjectID', guidOfText(`group ${name}`), ''],
    ['Group.DisplayName', name, ''],
  ];
}

export const entraKinds: readonly KindRow[] = [...signInKinds, ...directoryKinds];
