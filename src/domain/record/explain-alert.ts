// Alerts by the alert policies of Defender and Purview. UserId is the alerting service; whom an alert is about stands in AlertEntityId,
// or in Data, where `f3u` is the user who set it off.

import type { Account, RecordReader } from './explanation';
import { nothing, say, when } from './sentence';

const deeds = new Map([
  ['alerttriggered', 'raised the alert'],
  ['alertentitygenerated', 'added an entity to the alert'],
  ['alertupdated', 'updated the alert'],
]);

export function explainAlert(record: RecordReader): Account {
  const name = record.text('Name', 'Data.an');
  const severity = record.text('Severity').toLowerCase();
  const entity = record.text('AlertEntityId', 'Data.f3u');
  const status = record.text('Status');
  const isUpdate = record.operation.toLowerCase() === 'alertupdated';
  return {
    deed: say`${record.did(deeds, name ? say`‘${name}’` : say`one without a name`)}${when(severity, (text) => say` (${text} severity)`)}${when(entity, (text) => say`, about ${text}`)}${isUpdate && status ? say`, now ${status.toLowerCase()}` : nothing}`,
    facts: record.facts([
      ['Alert', ['Name', 'Data.an']],
      ['About', ['AlertEntityId', 'Data.f3u']],
      ['Kind of entity', 'EntityType'],
      ['Severity', 'Severity'],
      ['Status', 'Status'],
      ['Category', 'Category'],
      ['What happened', 'Data.ad'],
      ['Operation that set it off', 'Data.op'],
      ['Comments', 'Comments'],
      ['Source', 'Source'],
      ['Kind of alert', 'AlertType'],
      ['Alert ID', 'AlertId', 'quiet'],
      ['Policy ID', 'PolicyId', 'quiet'],
    ]),
  };
}
