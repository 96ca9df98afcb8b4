// What a stored value looks like to a person. The engine sorts by this text and the grid prints it, so that what is
// sorted is what is seen.

import { activityName } from './activities';
import { columnField } from './audit-log-catalogue';
import { type FieldRef, isFieldKey } from './fields';
import { recordTypeWords } from './record-types';

/** `value` is as the engine stores it: IP addresses already canonical, record types as they came. */
export function displayText(field: FieldRef, value: string): string {
  if (!isFieldKey(field)) return value;
  switch (columnField(field).kind) {
    case 'recordType':
      return recordTypeWords(value);
    case 'operation':
      return activityName(value);
    default:
      return value;
  }
}
