// Filters as a search text that is read as the same filters. Of the ways to write one, the first that is read back counts, so
// that no rule of reading is told twice.

import type { Catalogue } from '~/domain/catalogue/catalogue';
import { type FieldFilter, type Filter, type FilterOf, keepOnly } from '~/domain/view/filter';
import { excludedAbove, excludedBelow } from '~/lib/next-number';
import type { TimeZone } from '~/lib/time';
import { toWallTime } from '~/lib/wall-time';
import { nameOfField } from './field-names';
import { parseQueryText } from './parse-query-text';
import { inQuotes, tokensOf } from './tokens-of';

export interface Reading {
  readonly catalogue: Catalogue;
  /** In which times are written. */
  readonly zone: TimeZone;
}

/** The text first. What a filter holds that nobody can read, such as a pattern that is none, is written as it is, and is a problem. */
export function queryTextOf(filters: readonly Filter[], text: string, catalogue: Catalogue, zone: TimeZone): string {
  const reading = { catalogue, zone };
  const live = text === '' ? [] : [isWords(text) ? text : inQuotes(text)];
  const written = filters.map((filter) => write(filter, reading));
  // Without brackets, a text alone would be the text of the view.
  const apart = text === '' ? written.map((each) => (isQuotedText(each) ? `(${each})` : each)) : written;
  return [...live, ...apart].join(' ');
}

/** A value that is meant as a whole, in quotes where it must be. */
export function writeValue({ field }: Pick<FieldFilter, 'field'>, value: string, reading: Reading): string {
  const head = `${nameOfField(field, reading.catalogue)}:`;
  const whole = keepOnly(field, value);
  // Alone and among others, where OR and brackets are read differently.
  const isPlain = [value, `(${value})`].every((way) => isReadAs(whole, `${head}${way}`, reading));
  return isPlain ? value : inQuotes(value);
}

function write(filter: Filter, reading: Reading): string {
  switch (filter.op) {
    case 'text':
      return filter.whole ? `whole:${inQuotes(filter.text)}` : inQuotes(filter.text);
    case 'any':
    case 'all':
      return writeGroup(filter.op, filter.of, reading);
    case 'not': {
      const inner = write(filter.filter, reading);
      return /^(-|NOT )/.test(inner) ? `NOT ${inner}` : `-${inner}`;
    }
    case 'aside': {
      const inner = write(filter.filter, reading);
      return isGroup(filter.filter) ? `aside:${inner}` : `aside:(${inner})`;
    }
    case 'isNot':
      return filter.values.length === 0 ? 'is:everything' : `-${write({ ...filter, op: 'is' }, reading)}`;
    case 'missing':
      return `-${write({ ...filter, op: 'exists' }, reading)}`;
    case 'is':
      return writeValues(filter, reading);
    default: {
      const plain = plainly(filter);
      const ways = waysToWrite(plain, reading);
      return ways.find((way) => isReadAs(plain, way, reading)) ?? ways.at(-1) ?? '';
    }
  }
}

function writeGroup(op: 'any' | 'all', of: readonly Filter[], reading: Reading): string {
  const [one] = of;
  if (!one) return op === 'any' ? 'is:nothing' : 'is:everything';
  const written = of.map((filter) => write(filter, reading));
  return written.length === 1 ? written.join('') : `(${written.join(op === 'any' ? ' OR ' : ' ')})`;
}

/** Whether it is written with brackets around. */
function isGroup(filter: Filter): boolean {
  if (filter.op !== 'any' && filter.op !== 'all') return false;
  const [one] = filter.of;
  return filter.of.length > 1 || (one !== undefined && isGroup(one));
}

function writeValues({ field, values }: FilterOf<'is'>, reading: Reading): string {
  if (values.length === 0) return 'is:nothing';
  const written = values.map((value) => writeValue({ field }, value, reading));
  const list = written.length === 1 ? written.join('') : `(${written.join(' OR ')})`;
  return `${nameOfField(field, reading.catalogue)}:${list}`;
}

type Leaf = Exclude<FieldFilter, FilterOf<'is' | 'isNot' | 'missing'>>;

/** The same question as it is when it was read. */
function plainly(filter: Leaf): Leaf {
  switch (filter.op) {
    case 'inRange': {
      const range = filter.range.replace(/\s+/g, '');
      return { ...filter, range: /[/\-–]/.test(range) ? range : `${range}-${range}` };
    }
    case 'matches':
      return { ...filter, pattern: filter.pattern.replace(/\\([\s\S])/g, (all, escaped) => (escaped === '/' ? '/' : all)) };
    case 'between': {
      const { from, to } = filter;
      return {
        field: 'time',
        op: 'between',
        ...(from !== undefined && { from: instant(from) }),
        ...(to !== undefined && { to: instant(to) }),
      };
    }
    default:
      return filter;
  }
}

/** The shortest first, the surest last. */
function waysToWrite(filter: Leaf, reading: Reading): readonly string[] {
  const name = (field: FieldFilter['field']) => nameOfField(field, reading.catalogue);
  const head = `${name(filter.field)}:`;
  switch (filter.op) {
    case 'contains':
      return [`${head}${filter.text}`, `${head}*${filter.text}*`, `${head}*${inQuotes(filter.text)}*`];
    case 'startsWith':
      return [`${head}${filter.text}*`, `${head}${inQuotes(filter.text)}*`];
    case 'endsWith':
      return [`${head}*${filter.text}`, `${head}*${inQuotes(filter.text)}`];
    case 'matches':
      return [`${head}/${escapedSlashes(filter.pattern)}/${filter.flags}`];
    case 'exists':
      return [`${head}*`];
    case 'inRange':
      // A range that is none finds nothing.
      return [`${head}${filter.range}`, 'is:nothing'];
    case 'number':
      return waysToWriteNumber(filter).map((bounds) => `${head}${bounds}`);
    case 'sameAs':
      return [`same:(${name(filter.field)} ${name(filter.other)})`];
    case 'between':
      return waysToWriteTime(filter, reading.zone);
    case 'outsideHours':
      return [
        `outside:${filter.from}-${filter.to}@${filter.zone}`,
        `outside:${inQuotes(`${filter.from}-${filter.to}@${filter.zone}`)}`,
      ];
  }
}

function waysToWriteNumber({ atLeast, atMost }: FilterOf<'number'>): readonly string[] {
  if (atLeast !== undefined && atMost !== undefined)
    return atLeast === atMost ? [`${atLeast}`, `${atLeast}..${atMost}`] : [`${atLeast}..${atMost}`];
  if (atLeast !== undefined) {
    const below = excludedBelow(atLeast);
    return [below === undefined ? `>=${atLeast}` : `>${below}`];
  }
  if (atMost === undefined) return ['*..*'];
  const above = excludedAbove(atMost);
  return [above === undefined ? `<=${atMost}` : `<${above}`];
}

function waysToWriteTime({ from, to }: FilterOf<'between'>, zone: TimeZone): readonly string[] {
  if (from !== undefined && to !== undefined) {
    const [day, hour] = [clock(from, zone).slice(0, 10), clock(from, zone).slice(0, 13)];
    return [`on:${day}`, `on:${hour}`, `time:${clock(from, zone)}..${clock(to, zone)}`, `time:${from}..${to}`];
  }
  const [name, bound = ''] = from === undefined ? ['before', to] : ['after', from];
  return [clock(bound, zone).slice(0, 10), clock(bound, zone), bound].map((time) => `${name}:${time}`);
}

/** `2026-11-14T09:31`, which a change of clocks may give two meanings. */
function clock(time: string, zone: TimeZone): string {
  return toWallTime(time, zone).replace(' ', 'T');
}

function instant(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : date.toISOString();
}

function escapedSlashes(pattern: string): string {
  return pattern.replace(/\\[\s\S]|\//g, (piece) => (piece === '/' ? '\\/' : piece));
}

/** Whether all of it is words, whatever follows: the name of a field that begins with `["` may go on behind a space. */
function isWords(text: string): boolean {
  const tokens = tokensOf(text);
  const isAll = tokens[0]?.from === 0 && tokens.at(-1)?.to === text.length;
  return isAll && tokens.every(({ kind }) => kind === 'word') && !text.includes('["');
}

function isQuotedText(text: string): boolean {
  const [only, ...others] = tokensOf(text);
  return only?.kind === 'quoted' && others.length === 0;
}

function isReadAs(filter: FieldFilter, text: string, { catalogue, zone }: Reading): boolean {
  // In brackets, as it may come to stand: a word that opens one would take the closing one for its own.
  const read = parseQueryText(`(${text})`, { catalogue, zone, now: 0 });
  if (!('filters' in read)) return false;
  const [only, ...others] = read.filters;
  return read.text === '' && others.length === 0 && only !== undefined && asText(only) === asText(filter);
}

const parts = ['field', 'op', 'values', 'text', 'pattern', 'flags', 'range', 'atLeast', 'atMost', 'other', 'from', 'to', 'zone'];

/** The same for the same question, in whatever order its parts came. */
function asText(filter: Filter): string {
  return JSON.stringify(filter, parts);
}
