// From a correlation to what the engine finds: its kinds of records are the detections it refers to.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md

import type { FieldRef } from '~/domain/catalogue/fields';
import type { CorrelatedEvent, Correlation, Occurrence } from '~/domain/view/correlation';
import { dayMs, hourMs, minuteMs } from '~/lib/time';
import { type Cannot, compiling, type Refuse } from './compile';
import { compileDetection } from './compile-detection';
import type { CorrelationRule, DetectionRule, Rule } from './rule';
import { fieldOfRule } from './rule-fields';
import type { CountCondition } from './rule-schema';

/** `rules` are those that a correlation may refer to, by name and by id. */
export function compileCorrelation(
  rule: CorrelationRule,
  rules: ReadonlyMap<string, Rule>,
): { readonly correlation: Correlation } | Cannot {
  const reasons: string[] = [];
  const { correlation } = rule;
  const compiled = compiling(rule.title, (refuse) => {
    const detections = [correlation.rules].flat().flatMap((name) => referredTo(name, rules, refuse));
    const events = detections.flatMap((detection): CorrelatedEvent[] => {
      const records = compileDetection(detection);
      if ('filter' in records) return [{ filter: records.filter, by: groupsOf(rule, detection, refuse) }];
      reasons.push(...records.cannot);
      return [];
    });
    return {
      correlation: { events, withinMs: timeSpan(correlation.timespan, refuse), has: occurrenceOf(rule, detections, refuse) },
    };
  });
  const all = 'cannot' in compiled ? [...compiled.cannot, ...reasons] : reasons;
  return 'cannot' in compiled || all.length > 0 ? { cannot: all } : compiled;
}

function referredTo(name: string, rules: ReadonlyMap<string, Rule>, refuse: Refuse): DetectionRule[] {
  const rule = rules.get(name);
  if (rule?.kind === 'detection') return [rule];
  refuse(
    rule
      ? `correlates “${rule.title}”, which is a correlation itself; Ledgerline correlates detections only.`
      : `correlates ${name}, and there is no rule of that name or id.`,
  );
  return [];
}

function groupsOf({ correlation }: CorrelationRule, detection: DetectionRule, refuse: Refuse): FieldRef[] {
  return correlation['group-by'].flatMap((name) => fieldOf(name, correlation.aliases, detection, refuse) ?? []);
}

type Aliases = CorrelationRule['correlation']['aliases'];

/** An alias is another field in each of the rules. */
function fieldOf(name: string, aliases: Aliases, rule: DetectionRule, refuse: Refuse): FieldRef | undefined {
  const alias = new Map(Object.entries(aliases ?? {})).get(name);
  const ofRules = new Map(Object.entries(alias ?? {}));
  const written = alias ? (ofRules.get(rule.name ?? rule.id) ?? ofRules.get(rule.id)) : name;
  const field = written === undefined ? undefined : fieldOfRule(written, rule.logsource);
  if (field) return field;
  refuse(
    written === undefined
      ? `has an alias ${name} that says nothing of “${rule.title}”.`
      : `groups by ${written}, which is no field that Ledgerline can look at.`,
  );
  return undefined;
}

const units = new Map([
  ['s', 1_000],
  ['m', minuteMs],
  ['h', hourMs],
  ['d', dayMs],
]);

function timeSpan(text: string, refuse: Refuse): number {
  const [, count, unit = ''] = /^\s*(\d{1,6})\s*([a-z])\s*$/i.exec(text) ?? [];
  const span = Number(count) * (units.get(unit) ?? Number.NaN);
  if (span > 0) return span;
  refuse(`has the time span ${text}; Ledgerline knows seconds, minutes, hours and days, such as 90s, 15m, 12h and 2d.`);
  return 0;
}

function occurrenceOf(rule: CorrelationRule, detections: readonly DetectionRule[], refuse: Refuse): Occurrence {
  const { type, condition } = rule.correlation;
  const each: Occurrence = { kind: 'each', inOrder: type === 'temporal_ordered' };
  if (type === 'temporal' || type === 'temporal_ordered') {
    if (condition !== undefined && !asksForAll(condition, detections.length))
      refuse('asks for some of its rules; Ledgerline finds what has one of each.');
    return each;
  }
  if (type !== 'event_count' && type !== 'value_count') {
    refuse(`is a correlation of the type ${type}; Ledgerline knows event_count, value_count, temporal and temporal_ordered.`);
    return each;
  }
  if (condition === undefined || typeof condition === 'string') {
    refuse('says in no number how many there have to be.');
    return each;
  }
  const bounds = boundsOf(condition, refuse);
  if (type === 'event_count') return { kind: 'count', ...bounds };
  const field = countedField(rule, condition, detections, refuse);
  return field ? { kind: 'values', field, ...bounds } : each;
}

function asksForAll(condition: string | CountCondition, count: number): boolean {
  if (typeof condition === 'string') return false;
  const { field: _, ...numbers } = condition;
  const asked = Object.entries(numbers).filter(([, number]) => number !== undefined);
  return asked.length === 1 && asked.every(([key, number]) => (key === 'gte' || key === 'eq') && Number(number) === count);
}

/** Both ends included. What there are none of cannot be found, so that there is at least one. */
function boundsOf({ gt, gte, lt, lte, eq, neq }: CountCondition, refuse: Refuse): { atLeast: number; atMost?: number } {
  const least = [gte, eq, gt === undefined ? undefined : Number(gt) + 1].flatMap((bound) => bound ?? []).map(Number);
  const most = [lte, eq, lt === undefined ? undefined : Number(lt) - 1].flatMap((bound) => bound ?? []).map(Number);
  const atLeast = Math.max(1, ...least);
  const atMost = Math.min(...most);
  if (neq !== undefined || least.length + most.length === 0) refuse('has a count that is not said with gt, gte, lt, lte or eq.');
  else if (atMost < atLeast) refuse('asks for a count that nothing can have; Ledgerline finds what happened at least once.');
  return most.length === 0 ? { atLeast } : { atLeast, atMost };
}

function countedField(
  { correlation }: CorrelationRule,
  { field }: CountCondition,
  detections: readonly DetectionRule[],
  refuse: Refuse,
): FieldRef | undefined {
  const [name, ...others] = [field ?? []].flat();
  if (name === undefined || others.length > 0) {
    refuse('counts values of several fields, or does not say of which.');
    return undefined;
  }
  const [first, ...more] = new Set(detections.flatMap((rule) => fieldOf(name, correlation.aliases, rule, refuse) ?? []));
  if (more.length > 0) refuse(`counts values of ${name}, which is not the same field in all of its rules.`);
  return first;
}
