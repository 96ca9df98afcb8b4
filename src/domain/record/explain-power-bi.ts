// Power BI and Fabric: operations are a verb and what it is done to, `ViewReport`, of which there are hundreds.
// https://learn.microsoft.com/power-bi/enterprise/service-admin-auditing

import { listAt, textAt } from './audit-data';
import type { Account, RecordReader } from './explanation';
import { listed, nothing, type Sentence, say, when } from './sentence';

const verbs = new Map([
  ['add', 'added'],
  ['analyze', 'analysed'],
  ['cancel', 'cancelled'],
  ['change', 'changed'],
  ['connect', 'connected to'],
  ['copy', 'copied'],
  ['create', 'created'],
  ['delete', 'deleted'],
  ['download', 'downloaded'],
  ['edit', 'changed'],
  ['export', 'exported'],
  ['generate', 'generated'],
  ['get', 'read'],
  ['import', 'imported'],
  ['install', 'installed'],
  ['move', 'moved'],
  ['print', 'printed'],
  ['publish', 'published'],
  ['refresh', 'refreshed'],
  ['rename', 'renamed'],
  ['request', 'asked for'],
  ['restore', 'restored'],
  ['share', 'shared'],
  ['unpublish', 'withdrew'],
  ['update', 'changed'],
  ['view', 'viewed'],
]);

/** The last word of an operation, and where its name stands. */
const things = new Map<string, readonly [words: string, path: string]>([
  ['report', ['the report', 'ReportName']],
  ['dashboard', ['the dashboard', 'DashboardName']],
  ['dataset', ['the dataset', 'DatasetName']],
  ['semanticmodel', ['the semantic model', 'DatasetName']],
  ['dataflow', ['the dataflow', 'DataflowName']],
  ['app', ['the app', 'AppName']],
  ['workspace', ['the workspace', 'WorkSpaceName']],
  ['folder', ['the workspace', 'WorkSpaceName']],
  ['group', ['the workspace', 'WorkSpaceName']],
  ['artifact', ['the item', 'ArtifactName']],
]);

export function explainPowerBi(record: RecordReader): Account {
  const shared = listAt(record.data, 'SharingInformation').map(
    (each) => textAt(each, 'RecipientEmail') || textAt(each, 'RecipientName'),
  );
  const recipients = shared.filter((name) => name !== '');
  const workspace = record.text('WorkSpaceName', 'WorkspaceName');
  const [deed, name] = deedOf(record);
  return {
    ...(record.text('IsSuccess').toLowerCase() === 'false' ? { failed: true } : {}),
    deed: say`${deed}${recipients.length > 0 ? say` with ${listed(recipients)}` : nothing}${workspace && workspace !== name ? say` in the workspace ‘${workspace}’` : nothing}`,
    facts: [
      ...record.facts([
        ['Report', 'ReportName'],
        ['Dashboard', 'DashboardName'],
        ['Dataset', 'DatasetName'],
        ['Item', ['ArtifactName', 'ItemName']],
        ['Kind of item', ['ArtifactKind', 'ReportType']],
        ['Workspace', ['WorkSpaceName', 'WorkspaceName']],
        ['App', 'AppName'],
        ['Data classification', 'DataClassification'],
        ['Who may use the app', 'OrgAppPermission'],
        ['Switch', 'SwitchState'],
        ['Permission to share again', 'SharingInformation[0].ResharePermission'],
        ['Member', 'MembershipInformation[0].MemberEmail'],
      ]),
      ...(recipients.length > 0 ? [{ label: 'Shared with', value: recipients.slice(0, 8).join(', ') }] : []),
      ...record.facts([
        ['Used through', 'ConsumptionMethod'],
        ['Distributed by', 'DistributionMethod'],
        ['Capacity', 'CapacityName'],
        ['Browser or app', 'UserAgent', 'quiet'],
      ]),
    ],
  };
}

function deedOf(record: RecordReader): readonly [deed: Sentence, name: string] {
  const [, first = '', last = ''] = /^([A-Z][a-z]+)([A-Za-z]+)$/.exec(record.operation) ?? [];
  const verb = verbs.get(first.toLowerCase());
  const [words, path] = things.get(last.toLowerCase()) ?? [];
  if (verb && words && path) {
    const name = record.text(path, 'ArtifactName', 'ItemName');
    return [say`${[verb, ' ', words]}${when(name, (text) => say` ‘${text}’`)}`, name];
  }
  const name = record.text('ReportName', 'DashboardName', 'DatasetName', 'ArtifactName', 'ItemName', 'ObjectId');
  return [
    record.did(
      new Map(),
      when(name, (text) => say`‘${text}’`),
    ),
    name,
  ];
}
