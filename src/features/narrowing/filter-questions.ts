// Which questions can be asked of a field, by its kind, and the filter that a filled-in question stands for.

import type { FieldKind } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type FieldQuestion, type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import { ipRangeMatcher } from '~/lib/ip';
import { linearPattern } from '~/lib/pattern/linear-pattern';
import { readInstant } from '~/lib/read-instant';
import { readNumber } from '~/lib/read-number';
import { type EpochMs, type TimeZone, zoneIdentifier } from '~/lib/time';

/** That can be filled in; two fields are compared by rules alone. */
export type Question = Exclude<FieldQuestion, 'sameAs'>;

/** The likeliest first. */
export function questionsOf(kind: FieldKind): readonly [Question, ...Question[]] {
  switch (kind) {
    case 'time':
      return ['between', 'outsideHours'];
    case 'ip':
      return ['inRange', 'is', 'isNot', 'contains', 'exists', 'missing'];
    case 'country':
      return ['is', 'isNot', 'contains', 'matches', 'exists', 'missing'];
    case 'number':
      return ['number', 'exists', 'missing'];
    case 'boolean':
      return ['is', 'exists', 'missing'];
    case 'json':
      return ['contains', 'exists', 'missing'];
    default:
      return ['contains', 'is', 'isNot', 'startsWith', 'endsWith', 'matches', 'exists', 'missing'];
  }
}

export const questionWords: { readonly [Op in Question]: string } = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  startsWith: 'begins with',
  endsWith: 'ends with',
  matches: 'matches the pattern',
  exists: 'has a value',
  missing: 'has no value',
  inRange: 'is in the range',
  number: 'is at least or at most',
  between: 'is between',
  outsideHours: 'is outside business hours',
};

/** What was typed: one text, or the first and the last. */
export interface Typed {
  readonly first: string;
  readonly last: string;
}

export interface TypedContext {
  readonly zone: TimeZone;
  readonly now: EpochMs;
}

/** The filter, or in words why what was typed stands for none. */
export function filterFrom(field: FieldRef, op: Question, typed: Typed, context: TypedContext): Filter | string {
  const { first, last } = { first: typed.first.trim(), last: typed.last.trim() };
  switch (op) {
    case 'exists':
      return { field, op };
    case 'missing':
      return { field, op };
    case 'is':
      return first === '' ? needed : keepOnly(field, first);
    case 'isNot':
      return first === '' ? needed : leaveOut(field, first);
    case 'contains':
      return first === '' ? needed : { field, op, text: first };
    case 'startsWith':
      return first === '' ? needed : { field, op, text: first };
    case 'endsWith':
      return first === '' ? needed : { field, op, text: first };
    case 'matches':
      if (first === '') return needed;
      return patternFilter(field, first);
    case 'inRange':
      return ipRangeMatcher(first) ? { field, op, range: first } : 'This is no range of addresses.';
    case 'number':
      return numberFilter(field, first, last);
    case 'between':
      return betweenFilter(first, last, context);
    case 'outsideHours':
      return first === '' || last === ''
        ? needed
        : { field: 'time', op, from: first, to: last, zone: zoneIdentifier(context.zone) };
  }
}

/** What has to be typed for this filter; `undefined` where it is more than one question. */
export function typedFor(filter: Filter): { readonly field: FieldRef; readonly op: Question; readonly typed: Typed } | undefined {
  const asked = (first = '', last = '') =>
    'field' in filter && filter.op !== 'sameAs' ? { field: filter.field, op: filter.op, typed: { first, last } } : undefined;
  switch (filter.op) {
    case 'is':
    case 'isNot':
      return filter.values.length === 1 && filter.values[0] !== ''
        ? asked(displayText(filter.field, filter.values[0] ?? ''))
        : undefined;
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return asked(filter.text);
    case 'matches':
      return filter.flags === 'i' ? asked(filter.pattern) : undefined;
    case 'exists':
    case 'missing':
      return asked();
    case 'inRange':
      return asked(filter.range);
    case 'number':
      return asked(filter.atLeast?.toString(), filter.atMost?.toString());
    case 'between':
      return asked(filter.from, filter.to);
    case 'outsideHours':
      return asked(filter.from, filter.to);
    default:
      return undefined;
  }
}

const needed = 'Enter what to look for.';

/** Of a regular expression in any case. */
function patternFilter(field: FieldRef, pattern: string): Filter | string {
  const problem = linearPattern(pattern, 'i');
  return typeof problem === 'string' ? `This ${problem}.` : { field, op: 'matches', pattern, flags: 'i' };
}

function numberFilter(field: FieldRef, first: string, last: string): Filter | string {
  const atLeast = readNumber(first);
  const atMost = readNumber(last);
  if (first === '' && last === '') return needed;
  if ((first !== '' && atLeast === undefined) || (last !== '' && atMost === undefined)) return 'This is no number.';
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) return 'No number is that large and that small.';
  return { field, op: 'number', ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
}

function betweenFilter(first: string, last: string, { zone, now }: TypedContext): Filter | string {
  const from = first === '' ? undefined : readInstant(first, { zone, now, edge: 'start' });
  const to = last === '' ? undefined : readInstant(last, { zone, now, edge: 'end' });
  if (first === '' && last === '') return needed;
  if ((first !== '' && from === undefined) || (last !== '' && to === undefined)) return 'This is no date and time.';
  if (from !== undefined && to !== undefined && from >= to) return 'It ends before it begins.';
  return { field: 'time', op: 'between', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
