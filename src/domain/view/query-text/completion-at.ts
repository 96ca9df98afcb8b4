// What is being typed in a search text where the caret is, what could be meant, and the text with what was chosen.

import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldKey } from '~/domain/catalogue/fields';
import { fieldNamed, nameOfField, questionNames, shortNames } from './field-names';
import { writeValue } from './query-text-of';
import { type FieldToken, type Place, type Token, tokensOf } from './tokens-of';

/** `from` to `to` is what a choice takes the place of. */
export type Completion =
  | (Place & { readonly kind: 'field'; readonly typed: string })
  | (Place & { readonly kind: 'value'; readonly field: FieldRef; readonly typed: string });

/** `undefined` where nothing can be suggested: in a text in quotes, in a time, in a regular expression. */
export function completionAt(text: string, caret: number, catalogue: Catalogue): Completion | undefined {
  const tokens = tokensOf(text);
  const index = tokens.findLastIndex(({ from }) => from < caret);
  const token = tokens[index];
  const here = { from: caret, to: caret };
  if (!token || token.to < caret || (token.to === caret && isFollowed(token))) {
    const next = tokens[index + 1];
    if (next?.from === caret && next.kind !== 'close') return undefined;
    if (token?.kind === 'field') return token.to === caret ? completedValue(token, '', here, catalogue) : undefined;
    const list = listAround(tokens, index);
    if (!list) return { kind: 'field', typed: '', ...here };
    return token?.kind === 'open' || token?.kind === 'OR' ? completedValue(list, '', here, catalogue) : undefined;
  }
  const typed = text.slice(token.from, caret);
  const place = { from: token.from, to: token.to };
  const before = tokens[index - 1];
  const field = before?.kind === 'field' ? before : listAround(tokens, index);
  switch (token.kind) {
    case 'word':
      // A sign alone is the beginning of what is left out.
      return typed === '-' ? { kind: 'field', typed: '', ...here } : { kind: 'field', typed, ...place };
    case 'field':
      return { kind: 'field', typed: token.quoted ? typed.slice(1) : typed, ...place };
    case 'bare':
      return field && completedValue(field, typed.replace(/^[=*]/, ''), place, catalogue);
    case 'quotedValue': {
      // A quote that is still open reaches over all that follows.
      const to = token.closed ? token.to : caret;
      return field && completedValue(field, typed.replace(/^[=*]?"?|"\*?$/g, ''), { ...place, to }, catalogue);
    }
    default:
      return undefined;
  }
}

export interface FieldSuggestion {
  /** As it is written, without the colon: what is given to `withCompletion`. */
  readonly name: string;
  readonly label: string;
}

/**
 * Short names and what the source lists, then `paths` of AuditData; of each those that begin like what is typed before those that
 * contain it.
 */
export function fieldSuggestions(typed: string, catalogue: Catalogue, paths: readonly string[]): readonly FieldSuggestion[] {
  const known = new Set<FieldRef>([
    ...shortNames.map(([field]) => field).filter(isFieldKey),
    ...catalogue.fields.map(({ key }) => key),
  ]);
  const others = paths.map((path): FieldRef => `path:${path}`).filter((field) => !known.has(field));
  const suggestion = (field: FieldRef) => ({ name: nameOfField(field, catalogue), label: labelOf(catalogue, field) });
  const questions = Array.from(questionNames, ([name, label]) => ({ name, label }));
  const wanted = typed.toLowerCase();
  return [...bestFirst([...Array.from(known, suggestion), ...questions], wanted), ...bestFirst(others.map(suggestion), wanted)];
}

function bestFirst(suggestions: readonly FieldSuggestion[], wanted: string): readonly FieldSuggestion[] {
  const places = suggestions.map(({ name, label }) => {
    const found = [name.toLowerCase().replace(/^"/, ''), label.toLowerCase()].map((each) => each.indexOf(wanted));
    return found.includes(0) ? 'begins' : found.every((at) => at < 0) ? 'no' : 'contains';
  });
  return ['begins', 'contains'].flatMap((place) => suggestions.filter((_, i) => places[i] === place));
}

/** `choice` is the name of a suggested field, or a value that is meant as a whole. The caret stands where one types on. */
export function withCompletion(
  text: string,
  completion: Completion,
  choice: string,
): { readonly text: string; readonly caret: number } {
  const { from, to } = completion;
  const rest = text.slice(to);
  const written = completion.kind === 'field' ? `${choice}:` : writeValue(completion, choice, anySource);
  const isApart = completion.kind === 'field' || /^[\s)]/.test(rest);
  const put = isApart ? written : `${written} `;
  const caret = from + put.length + (completion.kind === 'value' && /^\s/.test(rest) ? 1 : 0);
  return { text: text.slice(0, from) + put + rest, caret };
}

/** Only values of fields of every record may go without quotes, and these are read alike whatever the source. */
const anySource = { catalogue: auditLog, zone: 'utc' } as const;

function completedValue({ name, quoted }: FieldToken, typed: string, place: Place, catalogue: Catalogue): Completion | undefined {
  if (!quoted && questionNames.has(name.toLowerCase())) return undefined;
  const field = fieldNamed(name, quoted, catalogue);
  return field === undefined || field === 'time' ? undefined : { kind: 'value', field, typed, ...place };
}

/** The field whose values in brackets a token is among, or begins. */
function listAround(tokens: readonly Token[], index: number): FieldToken | undefined {
  const open = tokens.findLastIndex(({ kind }, i) => i <= index && !inList.has(kind));
  const [field, bracket] = [tokens[open - 1], tokens[open]];
  return bracket?.kind === 'open' && field?.kind === 'field' && field.to === bracket.from ? field : undefined;
}

const inList: ReadonlySet<Token['kind']> = new Set(['bare', 'quotedValue', 'pattern', 'OR']);

/** Nothing that is typed behind it can be part of it. */
function isFollowed({ kind }: Token): boolean {
  return kind === 'open' || kind === 'close' || kind === 'minus' || kind === 'aside' || kind === 'field';
}
