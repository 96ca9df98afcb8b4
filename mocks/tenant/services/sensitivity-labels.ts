// Sensitivity labels on mail (record type 43) and on files (83, 84).

import type { KindRow, KindTableRow, Scene } from '~mocks/tenant/model';
import { domain } from '~mocks/tenant/people';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { sensitivityLabels, topics } from '~mocks/tenant/texts.data';
import { accountKey, colleague, diceFor, documentUrl, messageId, moment, outsideAddress, subject } from '~mocks/tenant/words';

const rows: readonly KindTableRow[] = [
  [
    43,
    'MipLabel',
    'Exchange',
    60,
    'people',
    'none',
    (scene, dice) => ({
      ApplicationMode: 'Standard',
      ItemName: subject(dice),
      LabelAction: 'None',
      LabelAppliedDateTime: moment(scene),
      LabelId: dice.guid(),
      LabelName: dice.pick(sensitivityLabels),
      Receivers: [outsideAddress(dice), colleague(scene, dice).upn],
      Sender: scene.actor.upn,
    }),
  ],
  [83, 'SensitivityLabelApplied', 'PublicEndpoint', 45, 'people', 'usual', label],
  [83, 'SensitivityLabelUpdated', 'PublicEndpoint', 20, 'people', 'usual', label],
  [84, 'SensitivityLabeledFileOpened', 'PublicEndpoint', 50, 'people', 'usual', label],
  [83, 'FileSensitivityLabelApplied', 'SharePoint', 20, 'people', 'usual', label],
];

export const sensitivityLabelKinds: readonly KindRow[] = rows.map(
  ([recordType, operation, service, weight, actors, address, rest]) => ({
    recordType,
    operation,
    service,
    weight,
    actors,
    address,
    objectId: (scene) => (recordType === 43 ? messageId(diceFor(scene, 14)) : documentUrl(diceFor(scene, 14))),
    details: (scene) => ({ UserKey: accountKey(scene), ...rest(scene, diceFor(scene, 15)) }),
  }),
);

function label(_: Scene, dice: Dice): Record<string, unknown> {
  const file = `C:\\Users\\me\\Documents\\${dice.pick(topics)}.docx`;
  return {
    Application: dice.pick(['Word', 'Excel', 'PowerPoint', 'Outlook']),
    ContentType: 1,
    DeviceName: `CON-LT-${dice.digits(4)}.${domain}`,
    Platform: 1,
    ProductVersion: '16.0.19231.20138',
    TargetLocation: 0,
    SensitivityLabelEventData: {
      ActionSource: 3,
      LabelEventType: 4,
      SensitivityLabelId: guidOfText(dice.pick(sensitivityLabels)),
      OldSensitivityLabelId: guidOfText(dice.pick(sensitivityLabels)),
      SensitivityLabelPolicyId: guidOfText('policy'),
    },
    SensitivityLabelId: guidOfText(dice.pick(sensitivityLabels)),
    ProtectionEventData: { IsProtected: true, ProtectionOwner: '', ProtectionType: 1, TemplateId: dice.guid() },
    FileName: file,
  };
}
