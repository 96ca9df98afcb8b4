// From a correlation to what the engine finds: its kinds of records are those of the rules it refers to.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md

import type { FieldRef } from '~/domain/catalogue/fields';
import type { CorrelatedEvent, Correlation, Occurrence } from '~/domain/view/correlation';
import { dayMs, hourMs, minuteMs } from '~/lib/time';
import { anyOf, type Cannot, compiling, type Refuse } from './compile';
import { compileDetection } from './compile-detection';
import type { CorrelationRule, DetectionRule, Rule } from './rule';
import { fieldOfRule } from './rule-fields';
import type { CountCondition } from './rule-schema';

type Rules = ReadonlyMap<string, Rule>;

/** `rules` are those that a correlation may refer to, by name and by id. */
export function compileCorrelation(rule: CorrelationRule, rules: Rules): { readonly correlation: Correlation } | Cannot {
  const reasons: string[] = [];
  const { correlation } = rule;
  const compiled = compiling(rule.title, (refuse) => {
    const parts = [correlation.rules].flat().flatMap((name) => rules.get(name) ?? unknownRule(name, refuse));
    const events = parts.flatMap((part): CorrelatedEvent[] => {
      const made = part.kind === 'detection' ? eventOf(rule, part, refuse) : gatheredEvent(rule, part, rules, refuse);
      if (!('cannot' in made)) return [made];
      reasons.push(...made.cannot);
      return [];
    });
    return { correlation: { events, withinMs: timeSpan(correlation.timespan, refuse), has: occurrenceOf(rule, parts, refuse) } };
  });
  const all = 'cannot' in compiled ? [...compiled.cannot, ...reasons] : reasons;
  return 'cannot' in compiled || all.length > 0 ? { cannot: all } : compiled;
}

function unknownRule(name: string, refuse: Refuse): readonly Rule[] {
  refuse(`correlates ${name}, and there is no rule of that name or id.`);
  return [];
}

function eventOf({ correlation }: CorrelationRule, detection: DetectionRule, refuse: Refuse): CorrelatedEvent | Cannot {
  const records = compileDetection(detection);
  if ('cannot' in records) return records;
  const by = correlation['group-by'].flatMap((name) => fieldOf(name, correlation.aliases, detection, refuse) ?? []);
  return { filter: records.filter, by };
}

/** Of a correlation that counts: it happens at the record with which there are enough. */
function gatheredEvent(rule: CorrelationRule, part: CorrelationRule, rules: Rules, refuse: Refuse): CorrelatedEvent | Cannot {
  const refused = (what: string): Cannot => {
    refuse(`correlates “${part.title}”, ${what}`);
    return { cannot: [] };
  };
  if (!isTemporal(rule) || isTemporal(part))
    return refused(
      'which is a correlation itself; Ledgerline takes event_count and value_count within temporal and temporal_ordered.',
    );
  const made = compileCorrelation(part, rules);
  if ('cannot' in made) return made;
  const { events, withinMs, has } = made.correlation;
  const [{ by } = { by: [] }, ...others] = events;
  if (has.kind === 'each' || others.some((other) => other.by.join() !== by.join()))
    return refused('which groups each of its rules by other fields.');
  const { 'group-by': names, aliases } = rule.correlation;
  const groups = names.flatMap((name) => {
    const written = writtenFor(name, aliases, part);
    const field = by[part.correlation['group-by'].indexOf(written ?? '')];
    if (field === undefined) refuse(`groups by ${written ?? name}, by which “${part.title}” does not.`);
    return field ?? [];
  });
  return { filter: anyOf(events.map(({ filter }) => filter)), by: groups, gathered: { by, withinMs, has } };
}

function isTemporal({ correlation: { type } }: CorrelationRule): boolean {
  return type === 'temporal' || type === 'temporal_ordered';
}

type Aliases = CorrelationRule['correlation']['aliases'];

/** An alias is another field in each of the rules; `undefined` where it says nothing of this one. */
function writtenFor(name: string, aliases: Aliases, rule: Rule): string | undefined {
  const alias = new Map(Object.entries(aliases ?? {})).get(name);
  const ofRules = new Map(Object.entries(alias ?? {}));
  return alias ? (ofRules.get(rule.name ?? rule.id) ?? ofRules.get(rule.id)) : name;
}

function fieldOf(name: string, aliases: Aliases, rule: DetectionRule, refuse: Refuse): FieldRef | undefined {
  const written = writtenFor(name, aliases, rule);
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

function occurrenceOf(rule: CorrelationRule, parts: readonly Rule[], refuse: Refuse): Occurrence {
  const { type, condition } = rule.correlation;
  const each: Occurrence = { kind: 'each', inOrder: type === 'temporal_ordered' };
  if (isTemporal(rule)) {
    if (condition !== undefined && !asksForAll(condition, parts.length))
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
  const field = countedField(rule, condition, parts.filter(isDetection), refuse);
  return field ? { kind: 'values', field, ...bounds } : each;
}

function isDetection(rule: Rule): rule is DetectionRule {
  return rule.kind === 'detection';
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
