// Every rule as what can be asked of records. A rule that cannot be translated stays in the list, with the reasons.

import type { Correlation } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import { compileCorrelation } from './compile-correlation';
import { compileDetection } from './compile-detection';
import type { Rule } from './rule';

export type Detection = {
  readonly rule: Rule;
  /** A correlation refers to it, and does not say that it means something by itself (`generate`). */
  readonly isPart: boolean;
} & (
  | { readonly kind: 'records'; readonly filter: Filter }
  | { readonly kind: 'correlation'; readonly correlation: Correlation }
  /** Whole sentences that name the rule. */
  | { readonly kind: 'cannot'; readonly reasons: readonly string[] }
);

/** One for each rule, in their order. Of rules with the same id or name, correlations mean the first. */
export function compileRules(rules: readonly Rule[]): Detection[] {
  const byName = new Map<string, Rule>();
  for (const rule of [...rules].reverse())
    for (const name of [rule.id, rule.name]) if (name !== undefined) byName.set(name, rule);
  const parts = new Set<Rule | undefined>(
    rules.flatMap((rule) =>
      rule.kind === 'correlation' && rule.correlation.generate !== true
        ? [rule.correlation.rules].flat().map((name) => byName.get(name))
        : [],
    ),
  );
  return rules.map((rule): Detection => {
    const isPart = parts.has(rule);
    const made = rule.kind === 'detection' ? compileDetection(rule) : compileCorrelation(rule, byName);
    if ('filter' in made) return { rule, isPart, kind: 'records', filter: made.filter };
    if ('correlation' in made) return { rule, isPart, kind: 'correlation', correlation: made.correlation };
    return { rule, isPart, kind: 'cannot', reasons: made.cannot };
  });
}
