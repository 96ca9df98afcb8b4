// Microsoft Teams (record type 25): chats, messages, teams, channels and members.

import type { KindRow, Scene } from '~mocks/tenant/model';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { teamNames } from '~mocks/tenant/texts.data';
import { colleague, diceFor, moment, subject, userAgent } from '~mocks/tenant/words';

type Rest = (scene: Scene, dice: Dice) => Record<string, unknown>;

const channels = ['General', 'Announcements', 'Random', 'Planning', 'Incidents', 'Customers'];

const operations: readonly (readonly [operation: string, weight: number, rest: Rest])[] = [
  [
    'TeamsSessionStarted',
    260,
    (scene, dice) => ({
      Name: dice.pick(['Teams for Windows', 'Teams for iOS', 'Teams for web']),
      ClientVersion: '25290302044',
      UserAgent: userAgent(scene, dice),
    }),
  ],
  ['MessageSent', 120, message],
  [
    'MessageCreatedHasLink',
    60,
    (scene, dice) => ({
      ...message(scene, dice),
      MessageURLs: [`https://contoso.sharepoint.com/sites/Intranet/?id=${dice.hex(6)}`, 'http://xn--contso-txa.example/login'],
    }),
  ],
  ['MessageEditedHasLink', 10, message],
  ['MessageDeleted', 15, message],
  ['ChatCreated', 50, (scene, dice) => ({ ...chat(scene, dice), CommunicationType: dice.pick(['OneOnOne', 'GroupChat']) })],
  ['ChatRetrieved', 30, chat],
  [
    'MeetingParticipantDetail',
    110,
    (scene, dice) => ({
      Attendees: [
        {
          OrganizationId: scene.tenant.organizationId,
          UserObjectId: scene.actor.objectGuid,
          DisplayName: scene.actor.name,
          Role: 1,
        },
      ],
      ArtifactsShared: [{ ArtifactSharedName: 'screenShared' }],
      MeetingDetailId: dice.guid(),
      JoinTime: `${moment(scene)}Z`,
      LeaveTime: `${moment(scene)}Z`,
      DeviceInformation: userAgent(scene, dice),
    }),
  ],
  ['MemberAdded', 40, members],
  ['MemberRemoved', 15, members],
  ['MemberRoleChanged', 12, members],
  ['TeamCreated', 4, team],
  ['TeamDeleted', 1, team],
  [
    'TeamSettingChanged',
    8,
    (scene, dice) => ({ ...team(scene, dice), Name: 'Members can add and remove apps', OldValue: 'True', NewValue: 'False' }),
  ],
  ['ChannelAdded', 10, channel],
  ['ChannelDeleted', 3, channel],
  ['TabAdded', 8, (scene, dice) => ({ ...channel(scene, dice), TabType: 'Website', AddOnName: 'Website' })],
  [
    'AppInstalled',
    8,
    (scene, dice) => ({
      ...team(scene, dice),
      AddOnName: dice.pick(['Polly', 'Jira Cloud', 'Planner']),
      AddOnType: 1,
      AddOnGuid: dice.guid(),
    }),
  ],
];

export const teamsKinds: readonly KindRow[] = operations.map(([operation, weight, rest]) => ({
  recordType: 25,
  operation,
  service: 'MicrosoftTeams',
  weight,
  actors: 'people',
  address: 'usual',
  objectId: () => undefined,
  details: (scene) => {
    const dice = diceFor(scene, 13);
    return {
      UserKey: scene.actor.objectGuid,
      CommunicationType: 'Team',
      ItemName: dice.pick(teamNames),
      ...rest(scene, dice),
      ExtraProperties: extra(dice),
    };
  },
}));

function extra(dice: Dice) {
  return Object.entries({
    TimeZone: dice.pick(['Europe/Berlin', 'Asia/Calcutta', 'America/Los_Angeles']),
    OsName: dice.pick(['windows', 'macos', 'ios']),
    Country: dice.pick(['de', 'in', 'us']),
  }).map(([Key, Value]) => ({ Key, Value }));
}

function team(_: Scene, dice: Dice): Record<string, unknown> {
  const TeamName = dice.pick(teamNames);
  return {
    TeamName,
    TeamGuid: `19:${dice.hex(32)}@thread.tacv2`,
    AADGroupId: guidOfText(`group ${TeamName}`),
    ItemName: TeamName,
  };
}

function channel(scene: Scene, dice: Dice): Record<string, unknown> {
  return {
    ...team(scene, dice),
    ChannelName: dice.pick(channels),
    ChannelGuid: `19:${dice.hex(32)}@thread.tacv2`,
    ChannelType: dice.pick(['Standard', 'Private', 'Shared']),
  };
}

function members(scene: Scene, dice: Dice): Record<string, unknown> {
  const Members = Array.from({ length: dice.between(1, 4) }, () => {
    const member = colleague(scene, dice);
    return { DisplayName: member.name, Role: dice.below(2), UPN: member.upn };
  });
  return { ...team(scene, dice), Members };
}

function chat(scene: Scene, dice: Dice): Record<string, unknown> {
  const other = colleague(scene, dice);
  return {
    ChatThreadId: `19:${scene.actor.objectGuid}_${other.objectGuid}@unq.gbl.spaces`,
    ...(dice.chance(0.1) ? { ChatName: subject(dice) } : {}),
    CommunicationType: 'OneOnOne',
    ItemName: `19:${dice.hex(32)}@thread.v2`,
    Members: [scene.actor, other].map(({ name, upn }) => ({ DisplayName: name, Role: 0, UPN: upn })),
    ParticipantInfo: {
      HasForeignTenantUsers: dice.chance(0.1),
      HasGuestUsers: false,
      HasOtherGuestUsers: false,
      HasUnauthenticatedUsers: false,
      ParticipatingDomains: [],
      ParticipatingTenantIds: [scene.tenant.organizationId],
    },
    ResourceTenantId: scene.tenant.organizationId,
  };
}

function message(scene: Scene, dice: Dice): Record<string, unknown> {
  const place = dice.chance(0.5) ? chat(scene, dice) : channel(scene, dice);
  const id = `17${dice.digits(11)}`;
  return {
    ...place,
    MessageId: id,
    MessageVersion: id,
    MessageSizeInBytes: dice.between(20, 4_000),
    HostedContents: [],
    Messages: [],
    AppAccessContext: { UniqueTokenId: dice.base64(22) },
  };
}
