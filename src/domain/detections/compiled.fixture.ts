// The translation of a rule that has this detection and is called X.

import { stringify } from 'yaml';
import type { Filter } from '~/domain/view/filter';
import { compileRules } from './compile-rules';
import { readRules } from './read-rules';

/** The reasons where it is none. */
export function compiled(detection: object, logsource: object = { product: 'm365' }): Filter | readonly string[] {
  const { rules, refused } = readRules('x.yml', stringify({ title: 'X', logsource, detection }));
  const [made] = compileRules(rules);
  if (made?.kind === 'records') return made.filter;
  return made?.kind === 'cannot' ? made.reasons : refused.map(({ reason }) => reason);
}

export function because(what: string): readonly string[] {
  return [`Rule “X” ${what}`];
}
