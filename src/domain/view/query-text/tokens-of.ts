// The pieces a search text is made of, each with its place. What a piece means is decided where it is parsed; a piece that was
// begun and not closed reaches to the end of the text and says so.

import { ipRangeMatcher } from '~/lib/ip';

/** Of the text; `to` is behind its last character. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** What stands behind a field and its colon. */
export type Value =
  /** A word as it is typed, all of it. */
  | (Place & { readonly kind: 'bare'; readonly text: string })
  /** `"a b"`, with stars around; `exact`: `="a b"`. */
  | (Quoted & {
      readonly kind: 'quotedValue';
      readonly exact: boolean;
      readonly starBefore: boolean;
      readonly starAfter: boolean;
    })
  /** `/a.b/i`, whose slashes inside are written `\/`. */
  | (Place & { readonly kind: 'pattern'; readonly pattern: string; readonly flags: string; readonly closed: boolean });

export type Token =
  | (Place & { readonly kind: 'open' | 'close' | 'OR' | 'AND' | 'NOT' | 'minus' | 'aside' })
  | (Place & { readonly kind: 'word'; readonly text: string })
  | (Quoted & { readonly kind: 'quoted' })
  /** With its colon. A name in quotes is a path of AuditData whatever it is. */
  | FieldToken
  | Value;

export type FieldToken = Place & { readonly kind: 'field'; readonly name: string; readonly quoted: boolean };

interface Quoted extends Place {
  readonly text: string;
  readonly closed: boolean;
}

const space = /\s/;
const keyword = /(OR|AND|NOT)(?=[\s()]|$)/y;
// Spaces and colons belong to a name only within `["…"]`. One letter is none: C:\Users, i:0#.f|membership|anna.
const fieldName = /(?=[\p{L}_@$[])((?:[^\s()[\]":]|\["(?:[^"\\]|\\.)*"\]|\[[^\s()\]"[]*\])+):(?!\/\/)/uy;
const quotedText = /"((?:[^"\\]|\\[\s\S])*)"/y;
const pattern = /\/((?:[^/\\]|\\[\s\S])*)\/([\p{L}\p{N}]*)/uy;

/** In their order; what is between them is white space. Takes linear time, whatever the text. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let last: Token | undefined;
  let isList = false;
  for (let at = 0; at < text.length; at = last?.from === at ? last.to : at + 1) {
    if (space.test(text.charAt(at))) continue;
    const afterField = last?.kind === 'field' && last.to === at;
    if (afterField && text.startsWith('(', at)) isList = true;
    last = isList && !afterField ? listToken(text, at) : afterField && !isList ? valueToken(text, at) : termToken(text, at);
    if (last.kind === 'close') isList = false;
    tokens.push(last);
  }
  return tokens;
}

/** A text in quotes, as it is read again. */
export function inQuotes(text: string): string {
  // Backslashes mean themselves but before a quote, so that C:\Users and \\server are written as they are.
  // From the first of them on, or a long row of them would take quadratic time.
  const inside = text.replace(/(?<!\\)(\\*)"/g, '$1$1\\"').replace(/(?<!\\)\\+$/, '$&$&');
  return `"${inside}"`;
}

function withoutQuotes(inside: string): string {
  return inside.replace(/(?<!\\)(\\+)("|$)/g, (_, slashes: string, end: string) => slashes.slice(0, slashes.length / 2) + end);
}

function termToken(text: string, from: number): Token {
  switch (text.charAt(from)) {
    case '(':
      return { kind: 'open', from, to: from + 1 };
    case ')':
      return { kind: 'close', from, to: from + 1 };
    case '-':
      // Alone it is a word, and twice it begins one: a - b, --force.
      if (/[^\s)-]/.test(text.charAt(from + 1))) return { kind: 'minus', from, to: from + 1 };
      break;
    case '"': {
      const quoted = readQuoted(text, from);
      if (!quoted.closed || text.charAt(quoted.to) !== ':') return { kind: 'quoted', ...quoted };
      return { kind: 'field', name: quoted.text, quoted: true, from, to: quoted.to + 1 };
    }
  }
  return keywordAt(text, from) ?? fieldAt(text, from) ?? wordAt(text, from);
}

function listToken(text: string, from: number): Token {
  if (text.startsWith(')', from)) return { kind: 'close', from, to: from + 1 };
  const word = keywordAt(text, from);
  return word?.kind === 'OR' ? word : valueToken(text, from);
}

function valueToken(text: string, from: number): Token {
  if (text.startsWith(')', from)) return { kind: 'close', from, to: from + 1 };
  const exact = text.startsWith('=', from);
  const starBefore = text.startsWith('*"', from);
  const start = exact || starBefore ? from + 1 : from;
  if (text.startsWith('"', start)) {
    const quoted = readQuoted(text, start);
    const starAfter = !exact && quoted.closed && text.startsWith('*', quoted.to);
    const to = starAfter ? quoted.to + 1 : quoted.to;
    return { ...quoted, kind: 'quotedValue', exact, starBefore, starAfter, from, to };
  }
  if (text.startsWith('/', from)) {
    const [all, inside = '', flags = ''] = matchAt(pattern, text, from) ?? [];
    if (all === undefined)
      return { kind: 'pattern', pattern: text.slice(from + 1), flags: '', closed: false, from, to: text.length };
    return { kind: 'pattern', pattern: unescapedSlashes(inside), flags, closed: true, from, to: from + all.length };
  }
  return { ...wordAt(text, from), kind: 'bare' };
}

function unescapedSlashes(inside: string): string {
  return inside.replace(/\\([\s\S])/g, (all, escaped) => (escaped === '/' ? '/' : all));
}

function readQuoted(text: string, from: number): Quoted {
  const [all, inside = ''] = matchAt(quotedText, text, from) ?? [];
  if (all === undefined) return { text: text.slice(from + 1), closed: false, from, to: text.length };
  return { text: withoutQuotes(inside), closed: true, from, to: from + all.length };
}

function keywordAt(text: string, from: number): Token | undefined {
  const [word] = matchAt(keyword, text, from) ?? [];
  return word === 'OR' || word === 'AND' || word === 'NOT' ? { kind: word, from, to: from + word.length } : undefined;
}

function fieldAt(text: string, from: number): Token | undefined {
  const [all, name] = matchAt(fieldName, text, from) ?? [];
  if (all === undefined || name === undefined || name.length === 1) return undefined;
  // An address is no field with a value: fe80::1.
  if (/^[\da-f]{1,4}$/i.test(name) && ipRangeMatcher(wordAt(text, from).text)) return undefined;
  const to = from + all.length;
  return name.toLowerCase() === 'aside' ? { kind: 'aside', from, to } : { kind: 'field', name, quoted: false, from, to };
}

/** Up to a space, or to a bracket that was not opened in the word. */
function wordAt(text: string, from: number): Token & { readonly kind: 'word' } {
  let depth = 0;
  let to = from;
  for (; to < text.length; to++) {
    const character = text.charAt(to);
    if (space.test(character)) break;
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) break;
  }
  return { kind: 'word', text: text.slice(from, to), from, to };
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
