// Data loss prevention and sensitivity labels: what happened to content rather than who changed what.

import { textAt } from './audit-data';
import type { Account, RecordReader } from './explanation';
import { listed, nothing, say, when } from './sentence';

/** The policy matched; UserId is whose content it was. */
export function explainDlp(record: RecordReader): Account {
  const policies = record
    .list('PolicyDetails')
    .map((each) => textAt(each, 'PolicyName'))
    .filter((name) => name !== '');
  const [policy] = policies;
  const rule = record.text('PolicyDetails[0].Rules[0].RuleName');
  const subject = record.text('ExchangeMetaData.Subject', 'SharePointMetaData.FileName', 'ObjectId');
  const kind = record.text('ExchangeMetaData.Subject')
    ? 'the message'
    : record.text('SharePointMetaData.FileName')
      ? 'the file'
      : 'the content';
  const undone = /undo/i.test(record.operation);
  const acts = record
    .list('PolicyDetails[0].Rules[0].Actions')
    .map((each) => (typeof each === 'string' ? each : ''))
    .filter((each) => each !== '');
  return {
    deed: say`${[undone ? 'overrode' : 'matched']} ${policy === undefined ? say`a data loss prevention policy` : policies.length > 1 ? say`the data loss prevention policies ${listed(policies)}` : say`the data loss prevention policy ‘${policy}’`}${when(subject, (text) => say` with ${[kind]} ‘${text}’`)}`,
    facts: [
      ...policies.slice(0, 8).flatMap((_, i) => record.fact('Policy', `PolicyDetails[${i}].PolicyName`)),
      ...(rule ? record.fact('Rule', 'PolicyDetails[0].Rules[0].RuleName') : []),
      ...record.fact('Severity', 'PolicyDetails[0].Rules[0].Severity'),
      ...(acts.length > 0 ? [{ label: 'Actions taken', value: acts.join(', ') }] : []),
      ...record.fact('Subject', 'ExchangeMetaData.Subject'),
      ...record.fact('From', ['ExchangeMetaData.From', 'SharePointMetaData.From']),
      ...record.fact('File', ['SharePointMetaData.FilePathUrl', 'SharePointMetaData.FileName']),
      ...record.fact('Incident', 'IncidentId', undefined, 'quiet'),
    ],
  };
}

export function explainLabel(record: RecordReader): Account {
  const label = record.text(
    'SensitivityLabelEventData.LabelName',
    'LabelName',
    'SensitivityLabelEventData.SensitivityLabelId',
    'LabelId',
    'SensitivityLabelId',
  );
  const old = record.text('SensitivityLabelEventData.OldSensitivityLabelId');
  const item = record.text('ItemName', 'SourceFileName', 'ObjectId');
  const justification = record.text('SensitivityLabelEventData.JustificationText');
  const removed = /remov/i.test(record.operation);
  const changed = /chang|updat|upgrad|downgrad/i.test(record.operation);
  const verb = removed ? 'removed' : changed ? 'changed' : /appl|^(mip)?label$/i.test(record.operation) ? 'applied' : '';
  const named = label ? say` ‘${label}’` : nothing;
  const on = when(item, (text) => say` ${[removed ? 'from' : 'on']} ‘${text}’`);
  return {
    deed: verb
      ? say`${[verb]} the sensitivity label${named}${on}`
      : say`did ‘${record.activity}’${item ? say` to ‘${item}’` : nothing}`,
    facts: [
      ...record.fact('Label', [
        'SensitivityLabelEventData.LabelName',
        'LabelName',
        'SensitivityLabelEventData.SensitivityLabelId',
        'LabelId',
        'SensitivityLabelId',
      ]),
      ...(old ? record.fact('Label before', 'SensitivityLabelEventData.OldSensitivityLabelId') : []),
      ...record.fact('Item', ['ItemName', 'ObjectId']),
      ...(justification ? record.fact('Justification', 'SensitivityLabelEventData.JustificationText') : []),
      ...record.fact('Application', ['ApplicationName', 'Common.ApplicationName', 'ApplicationMode']),
      ...record.fact('Device', ['DeviceName', 'Common.DeviceName']),
    ],
  };
}
