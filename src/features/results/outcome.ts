// What a row says about itself beyond its cells: that the activity failed, and that no person was behind it.

import type { Row } from '~/engine/record-set';

/** Read from every row for this, whether or not it is a column. */
export const outcomeFields = ['result', 'userType', 'user', 'operation'] as const;

export type Outcome = 'failed' | 'partial';

/** Services write `Failed`, `Failure`, `False`, `PartiallySucceeded`…; some only name the operation so. */
export function outcomeOf({ values }: Row): Outcome | undefined {
  const result = values.result ?? '';
  if (/^partial/i.test(result)) return 'partial';
  if (/^(fail|false$|denied|error|blocked)/i.test(result)) return 'failed';
  return /fail(ed|ure)/i.test(values.operation ?? '') ? 'failed' : undefined;
}

const systemTypes = /^(dcadmin|system|application|serviceprincipal|systempolicy|custompolicy|3|4|5|6|7|8)$/i;
const systemNames = /^(nt (authority|service)\\|s-1-5-(18|19|20)$|app@sharepoint$|sharepoint\\system|not available$|microsoft)/i;

export function isSystemActor({ values }: Row): boolean {
  return systemTypes.test(values.userType ?? '') || systemNames.test(values.user ?? '');
}
