// Everything else Microsoft documents, each now and then, so that every record type and activity a search can name has results.

import { activities } from '~/domain/catalogue/activities';
import { findRecordType } from '~/domain/catalogue/record-types';
import type { KindRow } from '~mocks/tenant/model';
import { guidOfText } from '~mocks/tenant/random';
import { topics } from '~mocks/tenant/texts.data';
import { diceFor, subject } from '~mocks/tenant/words';

const services: Readonly<Record<string, string>> = {
  AzureActiveDirectory: 'AzureActiveDirectory',
  AzureActiveDirectoryStsLogon: 'AzureActiveDirectory',
  ExchangeAdmin: 'Exchange',
  ExchangeItem: 'Exchange',
  ExchangeItemGroup: 'Exchange',
  ExchangeItemAggregated: 'Exchange',
  ExchangeSearch: 'Exchange',
  MicrosoftTeams: 'MicrosoftTeams',
  Yammer: 'Yammer',
  Sway: 'Sway',
  MicrosoftForms: 'MicrosoftForms',
  Quarantine: 'Quarantine',
  MicrosoftTodoAudit: 'MicrosoftTodo',
  VivaGoals: 'VivaGoals',
  WorkplaceAnalytics: 'WorkplaceAnalytics',
  SensitivityLabelAction: 'PublicEndpoint',
};

function serviceOf(recordType: string): string {
  if (recordType.startsWith('SharePoint')) return 'SharePoint';
  if (recordType.startsWith('Planner')) return 'Planner';
  if (recordType.startsWith('Project')) return 'Project';
  return services[recordType] ?? 'SecurityComplianceCenter';
}

/** `known` holds the kinds that have a generator of their own, as `number operation`. */
export function longTailKinds(known: ReadonlySet<string>): KindRow[] {
  const rows = new Map<string, KindRow>();
  for (const { operation, recordType } of activities) {
    const type = recordType === undefined ? undefined : findRecordType(recordType);
    // Portal events come in journeys only.
    if (!type || type.value === 154) continue;
    const key = `${type.value} ${operation}`;
    if (known.has(key) || rows.has(key)) continue;
    rows.set(key, {
      recordType: type.value,
      operation,
      service: serviceOf(type.name),
      weight: 0.4,
      actors: /Admin|Policy|Cmdlet|Case|Discovery/i.test(`${type.name} ${operation}`) ? 'admins' : 'people',
      address: 'usual',
      objectId: (scene) => `${type.name}/${diceFor(scene, 16).pick(topics)}`,
      details: (scene) => {
        const dice = diceFor(scene, 17);
        const name = diceFor(scene, 16).pick(topics);
        return {
          ResultStatus: 'Succeeded',
          UserKey: scene.actor.objectGuid,
          CorrelationId: dice.guid(),
          ItemName: name,
          ItemId: guidOfText(name),
          Title: subject(dice),
          ExtendedProperties: [{ Name: 'Source', Value: type.about }],
        };
      },
    });
  }
  return [...rows.values()];
}
