// Copilot prompts (record type 261) and Power BI reports (20).

import type { KindRow, KindTableRow, Scene } from '~mocks/tenant/model';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { sensitivityLabels, teamNames, topics } from '~mocks/tenant/texts.data';
import { accountKey, diceFor, documentUrl, userAgent } from '~mocks/tenant/words';

const rows: readonly KindTableRow[] = [
  [261, 'CopilotInteraction', 'Copilot', 210, 'people', 'usual', copilot],
  [20, 'ViewReport', 'PowerBI', 75, 'people', 'usual', report],
  [20, 'ExportReport', 'PowerBI', 8, 'people', 'usual', report],
];

export const copilotKinds: readonly KindRow[] = rows.map(([recordType, operation, service, weight, actors, address, rest]) => ({
  recordType,
  operation,
  service,
  weight,
  actors,
  address,
  objectId: (scene) => (recordType === 261 ? undefined : documentUrl(diceFor(scene, 14))),
  details: (scene) => ({ UserKey: accountKey(scene), ...rest(scene, diceFor(scene, 15)) }),
}));

function copilot(_: Scene, dice: Dice): Record<string, unknown> {
  return {
    ResultStatus: 'Success',
    ClientRegion: dice.pick(['de', 'in', 'us']),
    CopilotLogVersion: '1.0.0.0',
    CopilotEventData: {
      AppHost: dice.pick(['Teams', 'Word', 'Outlook', 'BizChat', 'Excel', 'Office']),
      AISystemPlugin: [{ Id: 'BingWebSearch', Name: 'BingWebSearch' }],
      AccessedResources: Array.from({ length: dice.below(4) }, () => ({
        ID: dice.guid(),
        Name: `${dice.pick(topics)}.docx`,
        SiteUrl: documentUrl(dice),
        Type: 'docx',
        Action: 'Read',
        PolicyDetails: '',
        SensitivityLabelId: dice.chance(0.4) ? guidOfText(dice.pick(sensitivityLabels)) : '',
        XPIADetected: dice.chance(0.01),
      })),
      Contexts: [{ Id: documentUrl(dice), Type: 'docx' }],
      MessageIds: [],
      Messages: [
        { Id: `17${dice.digits(11)}`, isPrompt: true },
        { Id: `17${dice.digits(11)}`, isPrompt: false },
      ],
      ModelTransparencyDetails: [{ ModelName: 'DEEP_LEO' }],
      ThreadId: `19:${dice.base64(40)}@thread.v2`,
    },
  };
}

function report(scene: Scene, dice: Dice): Record<string, unknown> {
  const name = `${dice.pick(topics)} report`;
  return {
    Activity: 'ViewReport',
    AppId: guidOfText('finance app'),
    AppName: 'Finance',
    AppReportId: guidOfText(`app ${name}`),
    ArtifactId: guidOfText(name),
    ArtifactKind: 'Report',
    ArtifactName: name,
    CapacityId: guidOfText('capacity'),
    UserAgent: userAgent(scene, dice),
    ActivityId: dice.guid(),
    RequestId: dice.guid(),
    ReportName: name,
    ReportId: guidOfText(name),
    ItemName: name,
    DatasetName: name,
    DatasetId: guidOfText(`${name} model`),
    WorkSpaceName: dice.pick(teamNames),
    WorkspaceId: dice.guid(),
    CapacityName: 'Premium',
    IsSuccess: true,
    ReportType: 'PowerBIReport',
    ConsumptionMethod: 'Power BI Web',
    DistributionMethod: 'Workspace',
    RefreshEnforcementPolicy: 0,
  };
}
