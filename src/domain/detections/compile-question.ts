// One line of a selection: a field, how it is compared, and with what. `Parameters[ForwardTo]|contains: '@'`.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-modifiers.md

import type { FieldRef } from '~/domain/catalogue/fields';
import { userTypes } from '~/domain/catalogue/user-types';
import { failureWords } from '~/domain/record/failure-words';
import { type Filter, type FilterOf, keepOnly, leaveOut } from '~/domain/view/filter';
import { cidrMatcher } from '~/lib/ip';
import { linearPattern } from '~/lib/pattern/linear-pattern';
import { readNumber } from '~/lib/read-number';
import { allOf, anyOf, type Refuse } from './compile';
import { asNumber, fieldOfRule, namesOfEntries } from './rule-fields';
import type { LogSource, Scalar } from './rule-schema';
import { anything, asksFor, joined, readPattern, withAnyDash } from './text-pattern';

type Modifiers = ReadonlySet<string>;
/** `value` is a text; no value and nothing are not asked for with these. */
type Ask = (field: FieldRef, value: string, modifiers: Modifiers, refuse: Refuse, logsource: LogSource) => Filter;

interface Comparison {
  readonly ask: Ask;
  /** Modifiers that change it. All can be taken with `all` and `neq`. */
  readonly with: readonly string[];
}

const asText: Comparison = { ask: askText, with: ['contains', 'startswith', 'endswith', 'windash', 'cased'] };

const comparisons = new Map<string, Comparison>([
  ['re', { ask: askPattern, with: ['i', 'm', 's'] }],
  ['cidr', { ask: askBlock, with: [] }],
  ['exists', { ask: askExists, with: [] }],
  ['fieldref', { ask: askSame, with: [] }],
  ['gt', { ask: askNumber, with: [] }],
  ['gte', { ask: askNumber, with: [] }],
  ['lt', { ask: askNumber, with: [] }],
  ['lte', { ask: askNumber, with: [] }],
]);
const known = new Set([...comparisons.keys(), ...asText.with, 'i', 'm', 's', 'all', 'neq']);

/** `key` is the field and its modifiers, as the rule has them; without a field the values are looked for anywhere in a record. */
export function compileQuestion(key: string, values: readonly Scalar[], logsource: LogSource, refuse: Refuse): Filter {
  const [name = '', ...written] = key.split('|');
  const modifiers = new Set(written);
  const unknown = written.filter((modifier) => !known.has(modifier));
  if (unknown.length > 0)
    return anyOf(unknown.map((each) => refuse(`needs the modifier ${each}, which Ledgerline does not have.`)));
  const [chosen, ...more] = written.filter((modifier) => comparisons.has(modifier));
  const { ask, with: companions } = comparisons.get(chosen ?? '') ?? asText;
  const odd = written.filter((each) => each !== chosen && !['all', 'neq', ...(name === '' ? [] : companions)].includes(each));
  if (more.length > 0 || odd.length > 0 || (name === '' && chosen !== undefined))
    return refuse(`combines modifiers in a way that Ledgerline does not know: ${key}.`);
  if (values.length === 0) return refuse(`compares ${key} with an empty list.`);
  const filters =
    name === ''
      ? values.map((value) => compileKeyword(value, refuse))
      : values.map((value) => askField(name, value, { ask, modifiers, logsource, refuse }));
  const filter = modifiers.has('all') ? allOf(filters) : anyOf(merged(filters));
  return modifiers.has('neq') ? { op: 'not', filter } : filter;
}

interface Question {
  readonly ask: Ask;
  readonly modifiers: Modifiers;
  readonly logsource: LogSource;
  readonly refuse: Refuse;
}

function askField(name: string, value: Scalar, { ask, modifiers, logsource, refuse }: Question): Filter {
  if (name === 'status') return askStatus(value, modifiers, refuse);
  const list = namesOfEntries(name);
  if (list !== undefined) return askEntry(list, value, modifiers, logsource, refuse);
  const field = fieldOfRule(name, logsource);
  if (field === undefined) return refuse(`asks for ${name}, which is no field that Ledgerline can look at.`);
  if (value === null) return ask === askText ? { field, op: 'missing' } : refuse(`compares ${name} with nothing.`);
  return ask(field, String(value), modifiers, refuse, logsource);
}

/** Several values of one field are one question. */
function merged(filters: readonly Filter[]): readonly Filter[] {
  const equal = filters.filter((filter): filter is FilterOf<'is'> => filter.op === 'is');
  const [first] = equal;
  if (!first || equal.some(({ field }) => field !== first.field)) return filters;
  return [keepOnly(first.field, ...equal.flatMap(({ values }) => values)), ...filters.filter(({ op }) => op !== 'is')];
}

/** Wherever it stands, so that `*` around it says nothing. */
function compileKeyword(value: Scalar, refuse: Refuse): Filter {
  const parts = readPattern(String(value ?? '')).filter((part) => part !== anything);
  const [part] = parts;
  if (part && parts.length === 1 && 'text' in part) return { op: 'text', text: part.text };
  return refuse(
    parts.length === 0 ? 'looks for a keyword without text.' : `looks for a keyword with wildcards inside: ${String(value)}.`,
  );
}

function askText(field: FieldRef, value: string, modifiers: Modifiers): Filter {
  const text = field === 'userType' && /^\d+$/.test(value) ? (userTypes[Number(value)] ?? value) : value;
  const before = modifiers.has('contains') || modifiers.has('endswith') ? [anything] : [];
  const after = modifiers.has('contains') || modifiers.has('startswith') ? [anything] : [];
  const pattern = joined([...before, ...readPattern(text), ...after]);
  return asksFor(field, modifiers.has('windash') ? withAnyDash(pattern) : pattern, modifiers.has('cased'));
}

/** Rules write patterns for PCRE, where flags may stand in front of them. */
function askPattern(field: FieldRef, value: string, modifiers: Modifiers, refuse: Refuse): Filter {
  const [whole = '', inFront = ''] = /^\(\?([ims]+)\)/.exec(value) ?? [];
  const pattern = value.slice(whole.length);
  const flags = ['i', 'm', 's'].filter((flag) => modifiers.has(flag) || inFront.includes(flag)).join('');
  const problem = linearPattern(pattern, flags);
  if (typeof problem === 'string') return refuse(`has a pattern that ${problem}: ${value}`);
  return pattern === '' ? { field, op: 'exists' } : { field, op: 'matches', pattern, flags };
}

function askBlock(field: FieldRef, value: string, _: Modifiers, refuse: Refuse): Filter {
  return cidrMatcher(value) ? { field, op: 'inRange', range: value } : refuse(`has ${value} for a block of addresses.`);
}

function askExists(field: FieldRef, value: string, _: Modifiers, refuse: Refuse): Filter {
  if (value === 'true') return { field, op: 'exists' };
  return value === 'false'
    ? { field, op: 'missing' }
    : refuse('says something else than true or false of whether a field exists.');
}

function askSame(field: FieldRef, value: string, _: Modifiers, refuse: Refuse, logsource: LogSource): Filter {
  const other = fieldOfRule(value, logsource);
  return other
    ? { field, op: 'sameAs', other }
    : refuse(`compares with ${value}, which is no field that Ledgerline can look at.`);
}

function askNumber(named: FieldRef, value: string, modifiers: Modifiers, refuse: Refuse): Filter {
  const bound = readNumber(value);
  if (bound === undefined) return refuse(`compares with ${value} as if it were a number.`);
  const field = asNumber(named);
  const atLeast: Filter = { field, op: 'number', atLeast: bound };
  const atMost: Filter = { field, op: 'number', atMost: bound };
  if (modifiers.has('gte')) return atLeast;
  if (modifiers.has('lte')) return atMost;
  return modifiers.has('gt') ? allOf([atLeast, { op: 'not', filter: atMost }]) : allOf([atMost, { op: 'not', filter: atLeast }]);
}

const outcomes = new Map<string, Filter>([
  ['success', leaveOut('result', ...failureWords)],
  ['failed', keepOnly('result', ...failureWords)],
  ['failure', keepOnly('result', ...failureWords)],
]);

/** The outcome as alerts are said to have it. A record that tells of no failure is of a success: most alerts say nothing. */
function askStatus(value: Scalar, modifiers: Modifiers, refuse: Refuse): Filter {
  const outcome = modifiers.has('re') ? undefined : outcomes.get(String(value).toLowerCase());
  return outcome ?? refuse(`asks whether the status is ${String(value)}; Ledgerline knows success and failure.`);
}

/** Whether a list has an entry of that name, with a value. */
function askEntry(list: string, value: Scalar, modifiers: Modifiers, logsource: LogSource, refuse: Refuse): Filter {
  const [part, ...others] = readPattern(String(value ?? ''));
  const isWhole = [...modifiers].every((modifier) => modifier === 'all' || modifier === 'neq');
  const entry = isWhole && part && 'text' in part && others.length === 0 ? part.text : '';
  const field = /^\d*$/.test(entry) ? undefined : fieldOfRule(`${list}[${entry}]`, logsource);
  return field
    ? { field, op: 'exists' }
    : refuse(`asks for names in ${list} that are like ${String(value)}; Ledgerline finds an entry by its whole name.`);
}
