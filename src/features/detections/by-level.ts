import { ruleLevels } from '~/domain/detections/rule-schema';
import type { Finding } from '~/records/detection-run';

/** Something was found. */
export type Found = Extract<Finding, { readonly kind: 'records' | 'correlated' }>;

export function isFound(finding: Finding): finding is Found {
  return (finding.kind === 'records' || finding.kind === 'correlated') && finding.count > 0;
}

/** The gravest first, those without a level last; of one level what was found most often. */
export function byLevel(a: Found, b: Found): number {
  const rank = ({ detection: { rule } }: Found) => (rule.level ? ruleLevels.indexOf(rule.level) : -1);
  return rank(b) - rank(a) || b.count - a.count || a.detection.rule.title.localeCompare(b.detection.rule.title, 'en');
}

/** `It was so. Nobody knew.` begins with `It was so.` */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
