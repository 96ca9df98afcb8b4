// What a stored value looks like to a person. The engine sorts by this text and the grid prints it, so that what is
// sorted is what is seen.

import { countryWords } from '~/domain/addresses/country-names';
import { activityName } from './activities';
import { columnField } from './audit-log-catalogue';
import { derivedFields } from './derived-fields';
import { type FieldRef, isDerivedKey, isFieldKey } from './fields';
import { recordTypeWords } from './record-types';

/** `value` is as the engine stores it: IP addresses already canonical, record types as they came. */
export function displayText(field: FieldRef, value: string): string {
  switch (kindOf(field)) {
    case 'recordType':
      return recordTypeWords(value);
    case 'operation':
      return activityName(value);
    case 'country':
      return countryWords(value);
    default:
      return value;
  }
}

function kindOf(field: FieldRef) {
  if (isFieldKey(field)) return columnField(field).kind;
  return isDerivedKey(field) ? derivedKinds.get(field) : undefined;
}

const derivedKinds = new Map(derivedFields.map(({ key, kind }) => [key, kind]));
