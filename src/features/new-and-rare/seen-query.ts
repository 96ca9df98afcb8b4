import { queryOptions } from '@tanstack/react-query';
import type { SeenKey } from '~/domain/catalogue/fields';
import { type SeenMark, seenOf } from '~/domain/catalogue/seen-fields';
import { keepOnly } from '~/domain/view/filter';
import type { Grouping } from '~/domain/view/grouping';
import { wholeSet } from '~/domain/view/result-view';
import type { SetState } from '~/engine/record-set';
import { growthStage } from '~/lib/growth';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { readWhole } from '~/records/read-whole';

const mostPairs = 1000;

/** Which pairs come first: those that came up last, or those with the most records. */
export type SeenOrder = 'latest' | 'most';

/**
 * Users and values that are new or rare for them in a whole set, of which the first 1,000. While records arrive they are worked out
 * anew whenever these have doubled.
 */
export function seenQuery(
  { id, set }: HeldRecordSet,
  key: SeenKey,
  mark: SeenMark,
  order: SeenOrder,
  { records, coverage, addresses }: Pick<SetState, 'records' | 'coverage' | 'addresses'>,
) {
  const grouping: Grouping<never> = {
    by: ['user', seenOf[key]],
    measures: {},
    having: [keepOnly(key, mark)],
    sort: { by: order === 'latest' ? 'first' : 'count', descending: true },
  };
  const asked = `${id} ${key} ${mark} ${order}`;
  return queryOptions({
    ...inThisBrowser,
    queryKey: ['new and rare', asked, addresses.edition, growthStage(records, coverage === 'filling')],
    structuralSharing: false,
    queryFn: ({ signal }) => readWhole(set, wholeSet, signal, (view) => view.group(grouping, 0, mostPairs, signal)),
    placeholderData: (previous, query) => (query?.queryKey[1] === asked ? previous : undefined),
  });
}
