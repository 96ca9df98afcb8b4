// What the New search form offers for criteria whose values are known, made once from the tables.

import { recordTypes } from '~/domain/catalogue/record-types';
import { workloads } from '~/domain/catalogue/workloads';
import type { CriterionOption } from './search-criterion';

/** A name that Microsoft gave to two numbers is offered once, and found by both: the service is asked by name. */
export const recordTypeOptions: readonly CriterionOption[] = recordTypes
  .filter(({ name }, index) => recordTypes.findIndex((type) => type.name === name) === index)
  .map(({ name, about, graphName }) => {
    const numbers = recordTypes.filter((type) => type.name === name).map(({ value }) => String(value));
    return { value: name, label: name, detail: `${numbers.join(', ')} · ${about}`, keywords: [...numbers, graphName] };
  });

export const workloadOptions: readonly CriterionOption[] = workloads.map(({ value, label }) => ({
  value,
  label,
  detail: value === label ? undefined : value,
}));
