// What the catalogue of criteria (`search-criteria.ts`) can say of one of them. A criterion is a list of values of which any
// may match, one text, or an instant.

export interface CriterionFix<Value> {
  readonly label: string;
  apply(value: Value): Value;
}

/** An error keeps a search from being sent, a warning never does. */
export interface CriterionIssue<Value> {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: CriterionFix<Value>;
}

/** A value that is offered. */
export interface CriterionOption {
  readonly value: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string | undefined;
  /** What else it can be found by, such as a number. */
  readonly keywords?: readonly string[];
}

interface Criterion {
  /** Property of Graph's `auditLogQuery`. */
  readonly graph: string;
  /** Parameter of `Search-UnifiedAuditLog`. Without one the script says that the criterion is left out. */
  readonly powerShell?: string;
  /** Its key in the address of the form. */
  readonly url: string;
}

interface Filter<Value> extends Criterion {
  readonly label: string;
  /** One line under the field. */
  readonly hint: string;
  /** Asked for less often: behind *More criteria*. */
  readonly isFolded?: boolean;
  /** What is wrong with the values, or likely to disappoint. */
  check?(value: Value): Iterable<CriterionIssue<Value>>;
}

/**
 * How phrases follow each other in the sentence that describes a search, whatever the order of the form. Activities and record
 * types are what is searched for and stand before them.
 */
export const prepositions = ['by', 'within', 'on', 'in', 'from'] as const;
export type Preposition = (typeof prepositions)[number];

export interface SaidOfList {
  readonly as: 'activities' | 'records' | Preposition;
  /** What one more value is: `2 other users`. */
  readonly noun: string;
  /** Several of them, where that is not `noun` with an s. */
  readonly nouns?: string;
  /** The name of a value; without it, the value itself. */
  nameOf?(value: string): string;
  /** Values that tell people nothing are counted, not named. */
  readonly isCounted?: boolean;
  /** The phrase where nothing is chosen and there is room for it. */
  readonly any?: string;
}

export interface ListCriterion extends Filter<string[]> {
  readonly kind: 'list';
  readonly said: SaidOfList;
  /** Another name of the property in some of Graph's answers. */
  readonly graphAlias?: string;
  /** Microsoft's spelling of a value: answers of Graph are read in it, and scripts are written in it. */
  normal?(value: string): string;
  /** The spelling in a request to Graph, where it is another. */
  toGraph?(value: string): string;
  /** Without options, values are typed; with them, others can still be typed. */
  readonly options?: readonly CriterionOption[];
  /** The label of a chosen value that is not among the options. */
  labelOf?(value: string): string;
  /** What is typed is one value even with commas in it. */
  readonly keepsCommas?: boolean;
}

export interface TextCriterion extends Filter<string> {
  readonly kind: 'text';
  /** Follows what is searched for: `OMEPortal records containing “invoice”`. */
  said(text: string): string;
}

/** An end of the range. Both together are checked, described, and kept in the address as a range that may move with time. */
export interface TimeCriterion extends Criterion {
  readonly kind: 'time';
  /** What to say while it is empty. */
  readonly missing: string;
}

export type FilterCriterion = ListCriterion | TextCriterion;
export type SearchCriterion = FilterCriterion | TimeCriterion;
