// What is asked by a field, or a name that asks something else, together with a value.

import { type Catalogue, fieldOf } from '~/domain/catalogue/catalogue';
import type { Filter } from '~/domain/view/filter';
import { fieldNamed } from './field-names';
import { after, before, type Clock, on, outside, quoted } from './read-time';
import { readValue } from './read-value';
import type { FieldToken, Value } from './tokens-of';

/** Reads one value behind the field; a problem is a text that says what to do. */
export function fieldReader(
  token: FieldToken,
  context: Clock & { readonly catalogue: Catalogue },
): (value: Value) => Filter | string {
  switch (token.quoted ? '' : token.name.toLowerCase()) {
    case 'after':
      return (value) => after(typed(value), context);
    case 'before':
      return (value) => before(typed(value), context);
    case 'on':
      return (value) => on(typed(value), context);
    case 'outside':
      return (value) => outside(typed(value), context);
    case 'same':
      return () => sameUsage;
    case 'whole':
      return (value) => readWhole(value);
    case 'is':
      return (value) => readConstant(typed(value));
  }
  const field = fieldNamed(token.name, token.quoted, context.catalogue);
  if (field === undefined) return () => `${quoted(token.name)} is no field, and no path such as Item.Subject.`;
  const { kind } = fieldOf(context.catalogue, field);
  return (value) => readValue({ field, kind }, value, context);
}

/** Whether what stands in brackets behind it are fields. */
export function isSame({ name, quoted }: FieldToken): boolean {
  return !quoted && name.toLowerCase() === 'same';
}

export function readSame(names: readonly Value[], catalogue: Catalogue): Filter | string {
  const [field, other] = names.map((name) => fieldNamed(typed(name), name.kind === 'quotedValue', catalogue));
  return field === undefined || other === undefined || names.length > 2 ? sameUsage : { field, op: 'sameAs', other };
}

const sameUsage = 'Write two fields with a space between them: same:(ClientIP ActorIpAddress).';

function readConstant(text: string): Filter | string {
  if (text === 'nothing') return { op: 'any', of: [] };
  return text === 'everything' ? { op: 'all', of: [] } : 'After is: comes everything or nothing.';
}

function readWhole(value: Value): Filter | string {
  if (value.kind === 'quotedValue' && (value.exact || value.starBefore || value.starAfter)) return wholeUsage;
  const text = typed(value);
  if (value.kind !== 'bare' && !value.closed) return 'A quote is not closed.';
  return text === '' ? wholeUsage : { op: 'text', text, whole: true };
}

const wholeUsage = 'Write an address, a domain or a word: whole:10.0.0.1, whole:"two words".';

/** As a time, a zone or a name it makes no difference whether quotes are around. */
function typed(value: Value): string {
  return value.kind === 'pattern' ? `/${value.pattern}/${value.flags}` : value.text;
}
