// Data loss prevention: what happened to content rather than who changed what.

import { textAt } from './audit-data';
import type { Account, RecordReader } from './explanation';
import { listed, type Sentence, say, when } from './sentence';

/** The policy matched; UserId is whose content it was. */
export function explainDlp(record: RecordReader): Account {
  const policies = record
    .list('PolicyDetails')
    .map((each) => textAt(each, 'PolicyName'))
    .filter((name) => name !== '');
  const rule = 'PolicyDetails[0].Rules[0]';
  const acts = record.texts(`${rule}.Actions`);
  const device = record.text('EndpointMetaData.DeviceName');
  const target = record.text('EndpointMetaData.TargetDomain');
  return {
    deed: say`${[/undo/i.test(record.operation) ? 'overrode' : 'matched']} ${policyWords(policies)}${content(record)}${when(target, (text) => say`, going to ${text}`)}${when(device, (text) => say`, on the device ${text}`)}`,
    facts: [
      ...policies.slice(0, 8).flatMap((_, i) => record.fact('Policy', `PolicyDetails[${i}].PolicyName`)),
      ...record.facts([
        ['Rule', `${rule}.RuleName`],
        ['Severity', `${rule}.Severity`],
      ]),
      ...(acts.length > 0 ? [{ label: 'Actions taken', value: acts.join(', ') }] : []),
      ...record.facts([
        ['Sensitive information', `${rule}.ConditionsMatched.SensitiveInformation[0].SensitiveInformationTypeName`],
        ['Subject', 'ExchangeMetaData.Subject'],
        ['From', ['ExchangeMetaData.From', 'SharePointMetaData.From']],
        ['To', 'ExchangeMetaData.To[0]'],
        ['File', ['SharePointMetaData.FilePathUrl', 'SharePointMetaData.FileName']],
        ['What was done with it', 'EndpointMetaData.EndpointOperation'],
        ['Device', 'EndpointMetaData.DeviceName'],
        ['Going to', 'EndpointMetaData.TargetDomain'],
        ['Enforcement', 'EndpointMetaData.EnforcementMode'],
        ['Why it was overridden', ['ExceptionInfo.Reason', 'ExceptionInfo']],
        ['Justification', 'ExceptionInfo.Justification'],
        ['Incident', 'IncidentId', 'quiet'],
      ]),
    ],
  };
}

function policyWords(policies: readonly string[]): Sentence {
  const [policy] = policies;
  if (policy === undefined) return say`a data loss prevention policy`;
  if (policies.length > 1) return say`the data loss prevention policies ${listed(policies)}`;
  return say`the data loss prevention policy ‘${policy}’`;
}

function content(record: RecordReader): Sentence {
  const subject = record.text('ExchangeMetaData.Subject');
  const file = record.text('SharePointMetaData.FileName', 'SharePointMetaData.FilePathUrl');
  if (subject) return say` with the message ‘${subject}’`;
  return file ? say` with the file ‘${file}’` : when(record.text('ObjectId'), (text) => say` with the content ‘${text}’`);
}
