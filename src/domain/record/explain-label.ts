// Sensitivity labels on files, and on mail, where what is recorded is that it was sent with a label.

import type { Account, RecordReader } from './explanation';
import { listed, nothing, type Sentence, say, when } from './sentence';

const labels = [
  'SensitivityLabelEventData.LabelName',
  'LabelName',
  'SensitivityLabelEventData.SensitivityLabelId',
  'LabelId',
  'SensitivityLabelId',
];

/** By what an operation contains; the first counts. Words for what comes before and behind the label. */
const changes: readonly (readonly [pattern: RegExp, verb: string, on: string])[] = [
  [/remov/i, 'removed', 'from'],
  [/chang|updat|upgrad|downgrad/i, 'changed', 'on'],
  [/appl|^(mip)?label$/i, 'applied', 'on'],
];

/** With the file that has a label. */
const uses: readonly (readonly [pattern: RegExp, verb: string])[] = [
  [/fileopened$/i, 'opened'],
  [/filerenamed$/i, 'renamed'],
  [/policymatch(ed)?$/i, 'matched a label policy with'],
];

export function explainLabel(record: RecordReader): Account {
  const receivers = record.texts('Receivers');
  return {
    deed: deed(record, receivers),
    facts: [
      ...record.facts([
        ['Label', labels],
        ['Label before', ['SensitivityLabelEventData.OldSensitivityLabelId', 'OldSensitivityLabelId']],
        ['Item', ['ItemName', 'ObjectId']],
        ['Justification', 'SensitivityLabelEventData.JustificationText'],
        ['Sender', 'Sender'],
      ]),
      ...(receivers.length > 0 ? [{ label: 'Recipients', value: receivers.slice(0, 10).join(', ') }] : []),
      ...record.facts([
        ['What the label did', 'LabelAction'],
        ['Applied', 'LabelAppliedDateTime'],
        // Privileged is by hand, Standard automatically.
        ['How it was applied', ['ApplicationMode', 'SensitivityLabelEventData.ActionSource', 'ActionSource']],
        ['Change', ['SensitivityLabelEventData.LabelEventType', 'LabelEventType']],
        ['Application', ['ApplicationName', 'Common.ApplicationName', 'Application']],
        ['Process', 'ProcessName'],
        ['Device', ['DeviceName', 'Common.DeviceName']],
        ['Platform', 'Platform'],
        ['Location', 'Location'],
        ['Protected', ['IsProtected', 'ProtectionEventData.IsProtected']],
        ['Protected before', ['IsProtectedBefore', 'ProtectionEventData.IsProtectedBefore']],
        ['Protection', ['ProtectionType', 'ProtectionEventData.ProtectionType']],
        ['File was', 'DataState'],
      ]),
    ],
  };
}

function deed(record: RecordReader, receivers: readonly string[]): Sentence {
  const label = when(record.text(...labels), (text) => say` ‘${text}’`);
  const item = record.text('ItemName', 'SourceFileName', 'ObjectId');
  const named = when(item, (text) => say` ‘${text}’`);
  if (receivers.length > 0) return say`sent the message${named} with the sensitivity label${label} to ${listed(receivers)}`;
  const [, used] = uses.find(([pattern]) => pattern.test(record.operation)) ?? [];
  if (used) return say`${[used]} the file${named}, which has the sensitivity label${label}`;
  const [, verb, on] = changes.find(([pattern]) => pattern.test(record.operation)) ?? [];
  if (verb && on) return say`${[verb]} the sensitivity label${label}${item ? say` ${[on]}${named}` : nothing}`;
  return record.did(
    new Map(),
    when(item, (text) => say`‘${text}’`),
  );
}
