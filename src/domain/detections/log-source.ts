// Which records a rule looks at, by the log source it names. Ledgerline has one log: the unified audit log of Microsoft 365.
//
//   service             records
//   none, audit         all
//   exchange            those of the workload Exchange, in which encrypted messages are, too
//   threat_management   those of the workloads in which alerts, threats and compliance are
//   threat_detection    the same
//
// https://sigmahq.io/docs/basics/log-sources.html

import { type Filter, keepOnly } from '~/domain/view/filter';
import type { Refuse } from './compile';
import type { LogSource } from './rule-schema';

const everything: readonly Filter[] = [];
const alerts = [keepOnly('workload', 'SecurityComplianceCenter', 'ThreatIntelligence', 'AirInvestigation', 'Quarantine')];

const services = new Map<string, readonly Filter[]>([
  ['', everything],
  ['audit', everything],
  ['exchange', [keepOnly('workload', 'Exchange')]],
  ['threat_management', alerts],
  ['threat_detection', alerts],
]);

/** All must hold. */
export function recordsOf(logsource: LogSource, refuse: Refuse): readonly Filter[] {
  const { product, service, category } = logsource;
  const filters = recordsIn(logsource);
  if (filters) return filters;
  const named = [product, service, category].filter((part) => part !== '').join(' ');
  return [
    refuse(
      named === ''
        ? 'names no log source; Ledgerline answers rules for the product m365.'
        : `is for the log source ${named}, which is not in the Microsoft 365 audit log.`,
    ),
  ];
}

/** Whether a rule is for the unified audit log. */
export function isInAuditLog(logsource: LogSource): boolean {
  return recordsIn(logsource) !== undefined;
}

function recordsIn({ product, service, category }: LogSource): readonly Filter[] | undefined {
  return product.toLowerCase() === 'm365' && category === '' ? services.get(service.toLowerCase()) : undefined;
}

/** Whether a rule is about records of alerts, in which an event has the name of the alert. */
export function isAboutAlerts({ service }: LogSource): boolean {
  return services.get(service.toLowerCase()) === alerts;
}
