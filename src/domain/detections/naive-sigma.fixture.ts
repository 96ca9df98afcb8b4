// Rules of Sigma written the obvious way: looked through over one record for every question, nothing translated. The tests hold
// what rules are translated to against it.

import { ownValue } from '~/lib/own-value';

export type NaiveValue = string | number | boolean | null;
export type NaiveSelection = Readonly<Record<string, readonly NaiveValue[]>>;
export type NaiveCondition =
  | { readonly name: string }
  | { readonly of: '1' | 'all'; readonly like: string }
  | { readonly not: NaiveCondition }
  | { readonly and: readonly NaiveCondition[] }
  | { readonly or: readonly NaiveCondition[] };

export interface NaiveRule {
  /** Of the maps of a list, one must hold; a list of texts is of keywords. */
  readonly selections: Readonly<Record<string, readonly NaiveSelection[] | readonly string[]>>;
  readonly condition: NaiveCondition;
}

export function naiveHolds(rule: NaiveRule, record: object): boolean {
  const holds = (name: string) =>
    (ownValue(rule.selections, name) ?? []).some((each) =>
      typeof each === 'string'
        ? JSON.stringify(record).toLowerCase().includes(each.toLowerCase())
        : Object.entries(each).every(([key, values]) => questionHolds(key, values, record)),
    );
  const evaluate = (condition: NaiveCondition): boolean => {
    if ('name' in condition) return holds(condition.name);
    if ('not' in condition) return !evaluate(condition.not);
    if ('and' in condition) return condition.and.every(evaluate);
    if ('or' in condition) return condition.or.some(evaluate);
    const names = Object.keys(rule.selections).filter((name) =>
      condition.like === 'them' ? !name.startsWith('_') : name.startsWith(condition.like.replace('*', '')),
    );
    return condition.of === 'all' ? names.every(holds) : names.some(holds);
  };
  return evaluate(rule.condition);
}

/** With as few brackets as Sigma needs. */
export function conditionText(condition: NaiveCondition): string {
  if ('name' in condition) return condition.name;
  if ('of' in condition) return `${condition.of} of ${condition.like}`;
  const inside = (each: NaiveCondition) => ('or' in each ? `(${conditionText(each)})` : conditionText(each));
  if ('not' in condition) return `not ${'and' in condition.not ? `(${conditionText(condition.not)})` : inside(condition.not)}`;
  return 'and' in condition ? condition.and.map(inside).join(' and ') : condition.or.map(conditionText).join(' or ');
}

function questionHolds(key: string, values: readonly NaiveValue[], record: object): boolean {
  const [field = '', ...modifiers] = key.split('|');
  const text = textAt(record, field);
  const tests = values.map((value) => valueHolds(text, value, modifiers, record));
  const holds = modifiers.includes('all') ? tests.every(Boolean) : tests.some(Boolean);
  return modifiers.includes('neq') ? !holds : holds;
}

function valueHolds(text: string, value: NaiveValue, modifiers: readonly string[], record: object): boolean {
  const has = (modifier: string) => modifiers.includes(modifier);
  if (has('exists')) return (text !== '') === value;
  if (value === null) return text === '';
  if (has('fieldref')) return text !== '' && text.toLowerCase() === textAt(record, String(value)).toLowerCase();
  if (has('re'))
    return text !== '' && new RegExp(String(value), modifiers.filter((each) => each.length === 1).join('')).test(text);
  if (has('cidr')) return text.startsWith(String(value).replace('.0.0.0/8', '.'));
  if (text !== '' && has('gt')) return Number(text) > Number(value);
  if (text !== '' && has('gte')) return Number(text) >= Number(value);
  if (text !== '' && has('lt')) return Number(text) < Number(value);
  if (text !== '' && has('lte')) return Number(text) <= Number(value);
  if (['gt', 'gte', 'lt', 'lte'].some(has)) return false;
  const marks = marksOf(String(value));
  if (has('contains') || has('endswith')) marks.unshift('any');
  if (has('contains') || has('startswith')) marks.push('any');
  if (marks.length > 0 && text === '') return false;
  return fits([...text], marks, { cased: has('cased'), windash: has('windash') });
}

/** One for each character: what it has to be, as a list of one, or a wildcard. */
type Mark = readonly [char: string] | 'any' | 'one';

function marksOf(pattern: string): Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    if (char === '\\' && (next === '*' || next === '?' || next === '\\')) {
      marks.push([next]);
      i++;
    } else marks.push(char === '*' ? 'any' : char === '?' ? 'one' : [char]);
  }
  return marks;
}

function fits(chars: readonly string[], marks: readonly Mark[], how: { cased: boolean; windash: boolean }): boolean {
  const [mark, ...others] = marks;
  const [char, ...rest] = chars;
  if (mark === undefined) return char === undefined;
  if (mark === 'any') return fits(chars, others, how) || (char !== undefined && fits(rest, marks, how));
  if (char === undefined) return false;
  if (mark === 'one') return fits(rest, others, how);
  const isSame = how.cased ? char === mark[0] : char.toLowerCase() === mark[0].toLowerCase();
  const isDash = how.windash && '-/–—―'.includes(char) && '-/–—―'.includes(mark[0]);
  return (isSame || isDash) && fits(rest, others, how);
}

function textAt(record: object, field: string): string {
  const found = new Map<string, unknown>(Object.entries(record)).get(field);
  return found === undefined || found === null ? '' : String(found);
}
