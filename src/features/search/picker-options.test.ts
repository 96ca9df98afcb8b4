import { expect, test } from 'vitest';
import { recordTypeOptions } from '~/domain/query/criterion-options';
import { filterOptions } from '~/ui/token-picker/token-filter';
import { activityOptions } from './picker-options';

test('offers every record type once, and finds it by each of its numbers', () => {
  const values = recordTypeOptions.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  for (const number of ['367', '379']) expect(filterOptions(recordTypeOptions, number)[0]?.value).toBe('SentinelKQLOnLake');
});

test('finds OMEPortal first, by a part of its name and by its number', () => {
  for (const text of ['ome', 'OMEP', '154', 'omeportal'])
    expect(filterOptions(recordTypeOptions, text)[0]?.value).toBe('OMEPortal');
});

test('offers every activity once', () => {
  const { operations, friendly } = activityOptions([]);
  for (const options of [operations, friendly]) {
    const values = options.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
  }
});
