import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { canBeFacet, facetFields, storedFacets, withOpen, withPinned } from './facet-choice';

const [, parse, usual] = storedFacets(auditLog);

test('what is pinned stands above the others and is open; unpinned, it goes where it belongs', () => {
  const pinned = withPinned(withPinned(usual, 'path:Secret', true), 'workload', true);
  expect(facetFields(auditLog, pinned).slice(0, 2)).toEqual(['workload', 'path:Secret']);
  expect(facetFields(auditLog, pinned).filter((each) => each === 'workload')).toHaveLength(1);
  expect(pinned.open).toContain('path:Secret');
  const unpinned = withPinned(pinned, 'path:Secret', false);
  expect(facetFields(auditLog, unpinned)).not.toContain('path:Secret');
  expect(withOpen(pinned, 'workload', false).open).not.toContain('workload');
});

test('times and record IDs are no facets, any property is', () => {
  expect(canBeFacet(auditLog, 'time')).toBe(false);
  expect(canBeFacet(auditLog, 'id')).toBe(false);
  expect(canBeFacet(auditLog, 'path:Anything')).toBe(true);
});

test('what was stored is read without fields that are none', () => {
  expect(parse({ pinned: ['path:A', 'nonsense'], open: ['user'] })).toEqual({ pinned: ['path:A'], open: ['user'] });
  expect(parse('nonsense')).toBeUndefined();
});
