// Operations and the friendly names administrators know them by. One friendly name can stand for several operations
// ("Deleted group"), and one operation can be listed in several groups; both directions are looked up here.

import { activityGroups } from './activities.data';
import { operationWords } from './operation-words';

export interface Activity {
  readonly operation: string;
  /** Empty where Microsoft publishes none. */
  readonly friendlyName: string;
  readonly group: string;
  readonly about: string;
  readonly recordType: string | undefined;
}

export const activities: readonly Activity[] = activityGroups.flatMap(([group, rows]) =>
  rows.map(([operation, friendlyName, about, recordType]) => ({ operation, friendlyName, group, about, recordType })),
);

const byOperation = new Map<string, Activity>();
for (const activity of activities) {
  const key = activity.operation.toLowerCase();
  // Some operations are listed twice; the entry that has a friendly name tells more.
  if (!byOperation.get(key)?.friendlyName) byOperation.set(key, activity);
}

/** Operation names that another service spells differently for the same act. */
const aliases = new Map([['authenticaterequest', 'authenticationrequest']]);

/** Case-insensitive; `undefined` for an operation Microsoft has not documented. */
export function findActivity(operation: string): Activity | undefined {
  const key = operation.toLowerCase();
  return byOperation.get(aliases.get(key) ?? key);
}

/** What Microsoft calls it; `''` where it publishes nothing. */
export function friendlyNameOf(operation: string): string {
  return findActivity(operation)?.friendlyName ?? '';
}

/** What the Activity column shows: the friendly name where there is one, else the operation in words. */
export function activityName(operation: string): string {
  const known = findActivity(operation);
  return known?.friendlyName || operationWords(known?.operation ?? operation);
}
