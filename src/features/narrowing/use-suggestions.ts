import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { displayText } from '~/domain/catalogue/display';
import { completionAt, fieldSuggestions } from '~/domain/view/query-text/completion-at';
import { propertyStep } from '~/lib/json-path';
import { visibleText } from '~/lib/visible-text';
import { formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { overviewQuery } from '~/records/overview-query';
import { propertiesQuery } from '~/records/record-queries';
import { useOffered } from '~/records/use-offered';
import type { ShownView } from '~/records/view-follower';

export interface Suggestion {
  /** What is given to `withCompletion`. */
  readonly choice: string;
  readonly label: string;
  /** What a field is called on the screen, unless that is its name; how many records have a value. */
  readonly detail: string;
}

export interface Suggestions {
  readonly options: readonly Suggestion[];
  /** Something was typed of it, so that it is offered without being asked for. */
  readonly isBegun: boolean;
}

const mostOptions = 8;
const nothing: Suggestions = { options: [], isBegun: false };

/** What could be meant at the caret: names of fields, or the most frequent values of one. A letter appears before what it finds. */
export function useSuggestions(
  held: HeldRecordSet,
  shown: ShownView | undefined,
  typed: { readonly text: string; readonly caret: number; readonly isNear: boolean; readonly isOffered: boolean },
): Suggestions {
  const { catalogue } = held.set;
  const offered = useOffered(held.set);
  const text = useDeferredValue(typed.text);
  const caret = useDeferredValue(typed.caret);
  const completion = useMemo(() => completionAt(text, Math.min(caret, text.length), catalogue), [text, caret, catalogue]);
  const value = completion?.kind === 'value' ? completion : undefined;
  const field = value?.field ?? 'user';
  const properties = useQuery({ ...propertiesQuery(held), enabled: typed.isNear });
  const overview = useQuery({
    ...overviewQuery(held, typed.isOffered && value ? shown : undefined, {
      facets: [{ field, limit: mostOptions, containing: value?.typed ?? '' }],
    }),
    // Values of another field are none of this one.
    placeholderData: (last, query) => (query?.queryKey[3].facets[0]?.field === field ? last : undefined),
  });
  const paths = useMemo(
    () => properties.data?.flatMap(({ name, nested }) => [propertyStep(name), ...nested.map(({ path }) => path)]) ?? [],
    [properties.data],
  );
  const name = completion?.kind === 'field' ? completion.typed : undefined;
  const names = useMemo(
    () =>
      name === undefined
        ? []
        : fieldSuggestions(name, offered, paths)
            .slice(0, mostOptions)
            .map(({ name, label }): Suggestion => ({ choice: name, label: `${name}:`, detail: label === name ? '' : label })),
    [name, offered, paths],
  );
  if (!typed.isOffered || !completion) return nothing;
  if (!value) return { options: names, isBegun: name !== '' };
  const values = overview.data?.facets[0]?.values ?? [];
  return {
    options: values.map(
      ({ value, count }): Suggestion => ({
        choice: value,
        label: value === '' ? 'No value' : visibleText(displayText(field, value)),
        detail: formatNumber(count),
      }),
    ),
    isBegun: true,
  };
}
