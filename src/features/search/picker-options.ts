// What the two fields of activities offer, by the record types that are chosen.

import { type Activity, activities } from '~/domain/catalogue/activities';
import { findRecordType } from '~/domain/catalogue/record-types';
import type { TokenOption } from '~/ui/token-picker/token-filter';
import { friendlyNames } from './friendly-names';

interface ActivityOptions {
  readonly operations: readonly TokenOption[];
  readonly friendly: readonly TokenOption[];
}

const everyActivity = activityOptionsFor(activities);

/** Activities of the chosen record types; all of them where none is known for any. */
export function activityOptions(chosenTypes: readonly string[]): ActivityOptions {
  const names = new Set(chosenTypes.map((type) => findRecordType(type)?.name ?? type));
  const narrowed = activities.filter(({ recordType }) => recordType !== undefined && names.has(recordType));
  return narrowed.length > 0 ? activityOptionsFor(narrowed) : everyActivity;
}

function activityOptionsFor(of: readonly Activity[]): ActivityOptions {
  // An operation that is listed in two groups is offered once.
  const once = new Map(of.toReversed().map((activity) => [activity.operation, activity]));
  const operations = of
    .filter((activity) => once.get(activity.operation) === activity)
    .map(({ operation, friendlyName, group, about }) => ({
      value: operation,
      label: operation,
      detail: friendlyName || about,
      group,
    }));
  return { operations, friendly: friendlyNames(of).map(({ option }) => option) };
}
