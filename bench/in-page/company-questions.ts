// What is asked of the records of a company: groups by two fields as the screen asks for them, and every rule that is shipped.

import type { FieldRef } from '~/domain/catalogue/fields';
import { compileRules, type Detection } from '~/domain/detections/compile-rules';
import { shippedRules } from '~/domain/detections/shipped-rules';

export type Pair = readonly [FieldRef, FieldRef];

export const pairs = { 'user and activity': ['user', 'operation'], 'user and address': ['user', 'ip'] } as const satisfies Record<
  string,
  Pair
>;
export type PairName = keyof typeof pairs;

/** Groups asked for at a time: as many as the screen does. */
export const groupsAtOnce = 200;
/** What different values are counted of, in each group. */
export const distinctOf = 'workload';

export interface Answer {
  readonly ms: number;
  /** What was found, to compare contenders by. */
  readonly answer: string;
}

export interface RuleAnswer extends Answer {
  readonly rule: string;
}

export interface CompanyContender {
  append(page: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Those with the most records, from `from` on. */
  groups(pair: Pair, from: number): Promise<Answer>;
  /** One for each rule, in their order. */
  findings(detections: readonly Detection[]): Promise<readonly RuleAnswer[]>;
  dispose(): void;
}

/** Those that the product runs: without the parts of others. */
export function shippedDetections(): readonly Detection[] {
  return compileRules(shippedRules()).filter(({ isPart }) => !isPart);
}

/** Depends on the number of groups, on which come first, and on what was counted in them. */
export function groupsAnswer(
  groupCount: number,
  groups: readonly {
    readonly key: readonly string[];
    readonly count: number;
    readonly distinct: number;
    readonly first: number;
  }[],
): string {
  const sum = groups.reduce(
    (total, { count, distinct, first }, i) => total + (i + 1) * (count + 7 * distinct) + (first % 9973),
    0,
  );
  return `${groupCount.toLocaleString('en')} groups, ${groups[0]?.key.join(' ')}, ${sum}`;
}
