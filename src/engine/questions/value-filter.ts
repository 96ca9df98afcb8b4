// Filters that look at one value alone. A column answers them by a table "is this code wanted", made by looking at each distinct
// value once.

import type { FieldRef } from '~/domain/catalogue/fields';
import { recordTypeSpellings } from '~/domain/catalogue/record-types';
import type { FieldFilter, FilterOf } from '~/domain/view/filter';
import type { ByteDictionary } from '~/engine/columns/byte-dictionary';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type ByCode, type ByRow, type Code, firstCode, noCode, type WritableByCode } from '~/engine/columns/numbers';
import { encodeText } from '~/lib/bytes';
import { canonicalIp, cidrMatcher, ipRangeMatcher } from '~/lib/ip';
import { IpRanges } from '~/lib/ip-ranges';
import { linearPattern } from '~/lib/pattern/linear-pattern';
import { readNumber } from '~/lib/read-number';
import { TextQuery } from './text-query';
import { matchingCodes } from './text-search';

export interface WantedCodes {
  readonly codes: ByRow<Code>;
  readonly table: ByCode<number>;
  /** What the table says of a code that passes. */
  readonly flag: number;
}

/** Which codes of a column pass, by its values alone. A column holds no times, which alone can be between two or outside hours. */
export function wantedCodes(
  { codes, dictionary }: Pick<DictionaryColumn, 'codes' | 'dictionary'>,
  filter: Exclude<FieldFilter, FilterOf<'sameAs'>>,
): WantedCodes {
  switch (filter.op) {
    case 'is':
      return { codes, table: codesOf(dictionary, filter.field, filter.values), flag: 1 };
    case 'isNot':
      return { codes, table: codesOf(dictionary, filter.field, filter.values), flag: 0 };
    case 'exists':
      return { codes, table: onlyNoValue(dictionary), flag: 0 };
    case 'missing':
      return { codes, table: onlyNoValue(dictionary), flag: 1 };
    case 'contains':
      return { codes, table: codesContaining(dictionary, filter.text), flag: 1 };
    case 'startsWith':
    case 'endsWith':
    case 'matches':
    case 'inRange':
    case 'number':
      return { codes, table: codesPassing(dictionary, textTest(filter)), flag: 1 };
    case 'between':
    case 'outsideHours':
      throw new RangeError(`no column can be asked whether it is ${filter.op}`);
  }
}

type ValueQuestion = FilterOf<'contains' | 'startsWith' | 'endsWith' | 'matches' | 'exists' | 'missing' | 'inRange' | 'number'>;

/** What is asked of a value alone, as a text that is shown as it is stored. */
export function textTest(filter: ValueQuestion): (text: string) => boolean {
  switch (filter.op) {
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const wanted = filter.text.toLowerCase();
      if (filter.op === 'contains') return (text) => text.toLowerCase().includes(wanted);
      if (filter.op === 'startsWith') return (text) => text.toLowerCase().startsWith(wanted);
      return (text) => text.toLowerCase().endsWith(wanted);
    }
    case 'matches': {
      const pattern = linearPattern(filter.pattern, filter.flags);
      return typeof pattern === 'string' ? () => false : (text) => text !== '' && pattern.test(text);
    }
    case 'exists':
      return (text) => text !== '';
    case 'missing':
      return (text) => text === '';
    case 'inRange':
      return ipRangeMatcher(filter.range) ?? (() => false);
    case 'number': {
      const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = filter;
      return (text) => {
        const value = readNumber(text);
        return value !== undefined && value >= atLeast && value <= atMost;
      };
    }
  }
}

/** 1 for each code whose value, as stored or as displayed, is one of `values` but for case. */
export function codesOf(dictionary: ByteDictionary, field: FieldRef, values: readonly string[]): ByCode<number> {
  const wanted: WritableByCode<number> = new Uint8Array(dictionary.size);
  if (values.includes('')) wanted[noCode] = 1;
  const lower = values
    .filter((value) => value !== '')
    .flatMap((value) => spellings(field, value).map((each) => each.toLowerCase()));
  for (const key of new Set(lower)) {
    const bytes = encodeText(key);
    for (let code = firstCode; code < wanted.length; code++) if (dictionary.keyIs(code, bytes)) wanted[code] = 1;
  }
  if (dictionary.hasDisplay) {
    const stored = new Set(lower);
    for (let code = firstCode; code < wanted.length; code++)
      if (stored.has(dictionary.text(code).toLowerCase())) wanted[code] = 1;
  }
  for (const inBlock of field === 'ip' ? values.flatMap((value) => cidrMatcher(value) ?? []) : []) {
    for (let code = firstCode; code < wanted.length; code++) if (inBlock(dictionary.text(code))) wanted[code] = 1;
  }
  return wanted;
}

function onlyNoValue(dictionary: ByteDictionary): ByCode<number> {
  const table: WritableByCode<number> = new Uint8Array(dictionary.size);
  table[noCode] = 1;
  return table;
}

/** 1 for each code whose value, as displayed or as stored, contains the text but for case. */
export function codesContaining(dictionary: ByteDictionary, text: string): ByCode<number> {
  const query = new TextQuery({ text });
  const wanted = matchingCodes(dictionary, query) ?? new Uint8Array(dictionary.size);
  if (dictionary.hasDisplay) {
    for (let code = firstCode; code < wanted.length; code++) if (query.isIn(dictionary.text(code))) wanted[code] = 1;
  }
  return wanted;
}

function codesPassing(dictionary: ByteDictionary, passes: (text: string) => boolean): ByCode<number> {
  const wanted: WritableByCode<number> = new Uint8Array(dictionary.size);
  for (let code = firstCode; code < wanted.length; code++) {
    if (passes(dictionary.text(code)) || (dictionary.hasDisplay && passes(dictionary.displayText(code)))) wanted[code] = 1;
  }
  return wanted;
}

/** The numbers of those ranges that hold each value, as it is stored or displayed, by its code. */
export function rangesByCode(dictionary: ByteDictionary, ranges: readonly string[]): (readonly number[])[] {
  const all = new IpRanges(ranges);
  const held: (readonly number[])[] = [[]];
  for (let code = firstCode; code < dictionary.size; code++) {
    const stored = all.holding(dictionary.text(code));
    const shown = dictionary.hasDisplay ? all.holding(dictionary.displayText(code)) : [];
    held.push(shown.length > 0 ? [...new Set([...stored, ...shown])] : stored);
  }
  return held;
}

/** What an administrator may write for a value that is stored in one spelling. */
function spellings(field: FieldRef, value: string): readonly string[] {
  if (field === 'ip') return [value, canonicalIp(value) ?? value];
  return field === 'recordType' ? recordTypeSpellings(value) : [value];
}
