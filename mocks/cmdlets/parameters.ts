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
    z.transform((value, context): T => {
      const found = spelling(values, value);
      if (found !== undefined) return found;
      context.issues.push({ code: 'custom', message: noSuchValue(type, values, value), input: value });
      return z.NEVER;
    }),
  );
}

export function listOf<T extends string>(type: string, values: readonly T[]) {
  return z.pipe(
    texts,
    z.transform((list, context): T[] =>
      list.flatMap((value) => {
        const found = spelling(values, value);
        if (found !== undefined) return found;
        context.issues.push({ code: 'custom', message: noSuchValue(type, values, value), input: value });
        return [];
      }),
    ),
  );
}

export function noSuchValue(type: string, values: readonly string[], value: string): string {
  return `Cannot convert value "${value}" to type "${type}". Specify one of the following values: ${values.join(', ')}.`;
}

export function spelling<T extends string>(values: readonly T[], value: string): T | undefined {
  return values.find((each) => each.toLowerCase() === value.trim().toLowerCase());
}

/** Stays as it was written; `timeOf` reads it. */
export const date = z.string().check(
  z.refine((value) => !Number.isNaN(timeOf(value)), {
    error: ({ input }) => `Cannot convert value "${input}" to type "System.DateTime".`,
  }),
);

/** UTC unless it says otherwise, as in Exchange Online. */
export function timeOf(written: string): EpochMs {
  const hasZone = /(z|[+-]\d\d:?\d\d|gmt|utc)$/i.test(written.trim());
  const utc = /^\d{4}-\d\d-\d\dT/i.test(written.trim()) ? `${written.trim()}Z` : `${written.trim()} UTC`;
  return Date.parse(hasZone ? written : utc);
}

/** `Unlimited`, or a number however it was sent. */
export const resultSize = z.pipe(
  z.union([z.number(), z.string()]),
  z.transform((value, context) => {
    const size = String(value).toLowerCase() === 'unlimited' ? Number.POSITIVE_INFINITY : Number(value);
    if (Number.isInteger(size) ? size > 0 : size === Number.POSITIVE_INFINITY) return size;
    context.issues.push({ code: 'custom', message: `Cannot convert value "${value}" to type "Unlimited".`, input: value });
    return z.NEVER;
  }),
);
