// The kinds of values parameters take. What is wrong with a value is said in the words of Exchange.

import * as z from 'zod/mini';
import type { EpochMs } from '~/lib/time';

export const flag = z.boolean();
export const identity = z.string().check(z.minLength(1, { error: 'Identity must not be empty.' }));

/** `$null` clears it. */
export function text(longest: number) {
  const error = ({ input }: { input?: unknown }) =>
    `The length of the property is too long. The maximum length is ${longest} and the length of the value provided is ${String(input).length}.`;
  return z.string().check(z.maxLength(longest, { error }));
}

export function clearable(longest: number) {
  return z.nullable(text(longest));
}

export function whole(least: number, most: number) {
  const error = ({ input }: { input?: unknown }) => `The value "${input}" must be between ${least} and ${most}.`;
  return z.int().check(z.minimum(least, { error }), z.maximum(most, { error }));
}

/** One value counts as a list of one. */
export const texts = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
);

/** Any casing; the value is then as Exchange writes it. */
export function oneOf<T extends string>(type: string, values: readonly T[]) {
  return z.pipe(
    z.string(),
    z.transform((written, context): T => {
      const value = values.find((each) => each.toLowerCase() === written.trim().toLowerCase());
      if (value !== undefined) return value;
      const message = `Cannot convert value "${written}" to type "${type}". Specify one of the following values: ${values.join(', ')}.`;
      // Where other kinds of values are allowed too, this is still what is wrong.
      context.issues.push({ code: 'custom', message, input: written, continue: true });
      return z.NEVER;
    }),
  );
}

export function listOf<T extends string>(type: string, values: readonly T[]) {
  return z.pipe(texts, z.array(oneOf(type, values)));
}

/** Stays as it was written; `timeOf` reads it. */
export const date = z.string().check(
  z.refine((value) => !Number.isNaN(timeOf(value)), {
    error: ({ input }) => `Cannot convert value "${input}" to type "System.DateTime".`,
  }),
);

/** UTC unless it says otherwise, as in Exchange Online. */
export function timeOf(written: string): EpochMs {
  const text = written.trim();
  const isIso = /^\d{4}-\d\d-\d\d(T|$)/i.test(text);
  // `+02:00` counts only behind a time: `06-30-2026` ends like an offset too.
  const hasZone = /(z|gmt|utc|:\d\d(\.\d+)? ?[+-]\d\d:?\d\d)$/i.test(text);
  if (hasZone || (isIso && text.length === 10)) return Date.parse(text);
  return Date.parse(isIso ? `${text}Z` : `${text} UTC`);
}

/** `Unlimited`, or a number however it was sent. */
export const resultSize = z.pipe(
  z.unknown(),
  z.transform((value, context) => {
    const written = String(value).toLowerCase();
    const size = written === 'unlimited' ? Number.POSITIVE_INFINITY : Number(written);
    if (Number.isInteger(size) ? size > 0 : size === Number.POSITIVE_INFINITY) return size;
    context.issues.push({ code: 'custom', message: `Cannot convert value "${value}" to type "Unlimited".`, input: value });
    return z.NEVER;
  }),
);
