// What the form's pickers offer, made once from the domain's tables.

import { type Activity, activities } from '~/domain/activities';
import { findRecordType, recordTypes } from '~/domain/record-types';
import { workloads } from '~/domain/workloads';
import type { TokenOption } from '~/ui/token-filter';
import { friendlyNames } from './friendly-names';

export const noOptions: readonly TokenOption[] = [];

/** A name that Microsoft gave to two numbers is offered once, and found by both: the service is asked by name. */
export const recordTypeOptions: readonly TokenOption[] = recordTypes
  .filter(({ name }, index) => recordTypes.findIndex((type) => type.name === name) === index)
  .map(({ name, about, graphName }) => {
    const numbers = recordTypes.filter((type) => type.name === name).map(({ value }) => String(value));
    return { value: name, label: name, detail: `${numbers.join(', ')} · ${about}`, keywords: [...numbers, graphName] };
  });

export const workloadOptions: readonly TokenOption[] = workloads.map(({ value, label }) => ({
  value,
  label,
  detail: value === label ? undefined : value,
}));

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
