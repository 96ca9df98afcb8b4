// What translating rules gives: filters, or every reason why a rule has none. What cannot be translated is refused by name and
// stands in the filter as what keeps nothing, so that the rest is looked through for more reasons.

import type { Filter } from '~/domain/view/filter';

/** Takes the end of a sentence that begins with the rule. */
export type Refuse = (what: string) => Filter;

export interface Cannot {
  /** In words, each a sentence that names the rule. */
  readonly cannot: readonly string[];
}

const keepsNothing: Filter = { op: 'any', of: [] };

/** What `make` gives, unless it had to refuse something. */
export function compiling<Made>(title: string, make: (refuse: Refuse) => Made): Made | Cannot {
  const reasons = new Set<string>();
  const made = make((what) => {
    reasons.add(`Rule “${title}” ${what}`);
    return keepsNothing;
  });
  return reasons.size === 0 ? made : { cannot: [...reasons] };
}

export function allOf(filters: readonly Filter[]): Filter {
  const [first, ...others] = filters;
  if (first && others.length === 0) return first;
  return { op: 'all', of: filters.flatMap((each) => (each.op === 'all' ? each.of : [each])) };
}

export function anyOf(filters: readonly Filter[]): Filter {
  const [first, ...others] = filters;
  if (first && others.length === 0) return first;
  return { op: 'any', of: filters.flatMap((each) => (each.op === 'any' ? each.of : [each])) };
}
