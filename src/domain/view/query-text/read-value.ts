// What a value behind a field asks. One rule: a word is part of a value, what stands in quotes or behind `=` is the whole of it.
// Of addresses, countries, activities, record types, numbers and times a word says more. A problem is a text that says what to do.

import { countryCode } from '~/domain/addresses/country-names';
import { activities, findActivity } from '~/domain/catalogue/activities';
import type { FieldKind } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { findRecordType } from '~/domain/catalogue/record-types';
import { type Filter, keepOnly } from '~/domain/view/filter';
import { canonicalIp, ipRangeMatcher } from '~/lib/ip';
import { justAbove, justBelow } from '~/lib/next-number';
import { linearPattern } from '~/lib/pattern/linear-pattern';
import { readNumber } from '~/lib/read-number';
import { type Clock, during, quoted } from './read-time';
import type { Value } from './tokens-of';

export interface AskedField {
  readonly field: FieldRef;
  readonly kind: FieldKind;
}

const friendlyNames = new Set(activities.map(({ friendlyName }) => friendlyName.toLowerCase()).filter((name) => name !== ''));

export function readValue(asked: AskedField, value: Value, clock: Clock): Filter | string {
  switch (value.kind) {
    case 'bare':
      return readWord(asked, value.text, clock);
    case 'quotedValue':
      if (!value.closed) return 'A quote is not closed.';
      if (!value.starBefore && !value.starAfter) return keepOnly(asked.field, value.text);
      return readPart(asked.field, value.text, value.starBefore, value.starAfter);
    case 'pattern':
      return readPattern(asked.field, value);
  }
}

function readWord({ field, kind }: AskedField, word: string, clock: Clock): Filter | string {
  if (word.startsWith('=')) return word === '=' ? 'After = comes a value, without a space.' : keepOnly(field, word.slice(1));
  if (word === '*') return { field, op: 'exists' };
  const number = readNumbers(field, kind, word);
  if (number) return number;
  const inside = word.replace(/^\*|\*$/g, '');
  if (inside.includes('*')) return noStar;
  if (inside !== word) return readPart(field, inside, word.startsWith('*'), word.endsWith('*'));
  if (/[/\-–]/.test(word) && ipRangeMatcher(word)) return { field, op: 'inRange', range: word };
  switch (kind) {
    case 'ip':
      return canonicalIp(word) === undefined
        ? `${quoted(word)} is no address or range; write 10.0.0.1, 10.0.0.0/8, or 10.0.* for a part.`
        : keepOnly(field, word);
    case 'recordType': {
      const name = findRecordType(word)?.name ?? (/^\d+$/.test(word) ? word : undefined);
      return name === undefined ? { field, op: 'contains', text: word } : keepOnly(field, name);
    }
    case 'country': {
      const code = countryCode(word);
      return code === undefined ? { field, op: 'contains', text: word } : keepOnly(field, code);
    }
    case 'operation':
      return findActivity(word) || friendlyNames.has(word.toLowerCase())
        ? keepOnly(field, word)
        : { field, op: 'contains', text: word };
    case 'boolean':
      return keepOnly(field, word);
    case 'number':
      return `${quoted(word)} is no number; write 1000, >1000 or 1000..2000.`;
    case 'time':
      return during(word, clock);
    default:
      return { field, op: 'contains', text: word };
  }
}

const noStar =
  'A star stands at the beginning or the end of a value; for one in the middle write /a.*b/, and to look for a star use quotes.';

function readPart(field: FieldRef, text: string, before: boolean, after: boolean): Filter | string {
  if (text === '') return 'Between the stars nothing stands; a single one finds what has any value.';
  if (before && after) return { field, op: 'contains', text };
  return before ? { field, op: 'endsWith', text } : { field, op: 'startsWith', text };
}

/** `undefined` for what does not look like numbers. */
function readNumbers(field: FieldRef, kind: FieldKind, word: string): Filter | string | undefined {
  if (word === '*..*') return { field, op: 'number' };
  const [, sign, bound = ''] = /^(>=|<=|>|<)(.*)$/s.exec(word) ?? [];
  if (sign !== undefined) {
    const value = finite(bound);
    if (value === undefined)
      return kind === 'time'
        ? 'For dates write after:2026-11-14 or before:2026-11-14.'
        : `After ${sign} comes a number, without a space. To look for the sign itself, use quotes.`;
    if (sign.startsWith('>')) return { field, op: 'number', atLeast: sign === '>' ? justAbove(value) : value };
    return { field, op: 'number', atMost: sign === '<' ? justBelow(value) : value };
  }
  const middle = word.indexOf('..');
  const atLeast = finite(middle < 0 ? word : word.slice(0, middle));
  const atMost = finite(middle < 0 ? word : word.slice(middle + 2));
  if (atLeast === undefined || atMost === undefined || (middle < 0 && kind !== 'number')) return undefined;
  return { field, op: 'number', atLeast, atMost };
}

function finite(text: string): number | undefined {
  const value = readNumber(text);
  // Minus nothing is nothing.
  return value === undefined || !Number.isFinite(value) ? undefined : value + 0;
}

function readPattern(field: FieldRef, { pattern, flags, closed }: Value & { kind: 'pattern' }): Filter | string {
  const otherwise = 'For a text that begins with a slash write *"/…"*.';
  if (!closed) return `A regular expression ends with a slash, too. ${otherwise}`;
  if (pattern === '') return `Between the slashes nothing stands. ${otherwise}`;
  if (!/^[ims]*$/.test(flags))
    return `After the closing slash of a regular expression come only i, m or s; a slash in it is written \\/. ${otherwise}`;
  const problem = linearPattern(pattern, flags);
  return typeof problem === 'string' ? `${quoted(pattern)} ${problem}.` : { field, op: 'matches', pattern, flags };
}
