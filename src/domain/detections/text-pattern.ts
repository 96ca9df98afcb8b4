// What a value of a rule describes: a text in which `*` stands for any text and `?` for any one character, unless `\` stands
// before. The simplest question that says the same is asked.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md#escaping

import type { FieldRef } from '~/domain/catalogue/fields';
import { type Filter, keepOnly } from '~/domain/view/filter';

/** A text as it stands, or what may stand for any text, any one character, or any kind of dash. */
export type PatternPart = { readonly text: string } | { readonly any: 'text' | 'character' | 'dash' };
export type TextPattern = readonly PatternPart[];

export const anything: PatternPart = { any: 'text' };
const anyCharacter: PatternPart = { any: 'character' };

/** A `\` before anything but `*`, `?` and `\` is itself. */
export function readPattern(value: string): TextPattern {
  return joined(
    Array.from(value.matchAll(/\\([*?\\])|./gs), ([whole, escaped]): PatternPart => {
      if (escaped !== undefined) return { text: escaped };
      return whole === '*' ? anything : whole === '?' ? anyCharacter : { text: whole };
    }),
  );
}

/** No two texts beside each other, and no two of any. */
export function joined(parts: TextPattern): TextPattern {
  const result: PatternPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if ('text' in part && last && 'text' in last) result[result.length - 1] = { text: last.text + part.text };
    else if (!(part === anything && last === anything)) result.push(part);
  }
  return result;
}

/** Where one kind of dash stands, every kind may: `-`, `/` and the three longer ones. */
export function withAnyDash(pattern: TextPattern): TextPattern {
  return pattern.flatMap((part) =>
    'text' in part
      ? part.text
          .split(/([-/–—―])/)
          .flatMap((text, i): PatternPart[] => (i % 2 === 1 ? [{ any: 'dash' }] : text === '' ? [] : [{ text }]))
      : [part],
  );
}

/** `cased`: upper and lower case are not the same. */
export function asksFor(field: FieldRef, pattern: TextPattern, cased: boolean): Filter {
  const shape = pattern.map((part) => ('text' in part ? 't' : part.any === 'text' ? '*' : '?')).join('');
  const text = pattern.map((part) => ('text' in part ? part.text : '')).join('');
  if (shape === '') return { field, op: 'missing' };
  if (shape === '*') return { field, op: 'exists' };
  if (!cased) {
    if (shape === 't') return keepOnly(field, text);
    if (shape === 't*') return { field, op: 'startsWith', text };
    if (shape === '*t') return { field, op: 'endsWith', text };
    if (shape === '*t*') return { field, op: 'contains', text };
  }
  return { field, op: 'matches', pattern: sourceOf(pattern), flags: cased ? '' : 'i' };
}

/** A regular expression for all of a text, of which its ends do not speak where any text may stand there. */
function sourceOf(pattern: TextPattern): string {
  const first = pattern[0] === anything ? 1 : 0;
  const last = pattern.at(-1) === anything ? pattern.length - 1 : pattern.length;
  const sources = pattern
    .slice(first, last)
    .map((part) =>
      'text' in part ? escaped(part.text) : part.any === 'text' ? '[^]*' : part.any === 'dash' ? '[-/–—―]' : '[^]',
    );
  return `${first === 0 ? '^' : ''}${sources.join('')}${last === pattern.length ? '$' : ''}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
