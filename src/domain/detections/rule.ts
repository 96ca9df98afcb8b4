// A rule of Sigma, the format in which detections are shared: what records it looks for, or how records that other rules look for
// belong together. Nothing of it is translated yet.
// https://sigmahq.io/sigma-specification/

import type { CorrelationSection, DetectionSection, LogSource, RuleLevel } from './rule-schema';

interface RuleFacts {
  /** Its own UUID; one that has none is called by the name of its file and its place in it. */
  readonly id: string;
  /** How correlations may call it instead. */
  readonly name?: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly level?: RuleLevel | undefined;
  readonly status: string;
  readonly author: string;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly falsepositives: readonly string[];
  /** The name of the file it was read from. */
  readonly file: string;
}

export interface DetectionRule extends RuleFacts {
  readonly kind: 'detection';
  readonly logsource: LogSource;
  readonly detection: DetectionSection;
}

export interface CorrelationRule extends RuleFacts {
  readonly kind: 'correlation';
  readonly correlation: CorrelationSection;
}

export type Rule = DetectionRule | CorrelationRule;
