// What stands in the URL of a page. The router reads `?text=42` as a number and `?text=true` as a truth, and people write one
// value where several may stand. What cannot be read counts as not said.

import * as z from 'zod/mini';

/** For use within other schemas: refuses what is no single value. */
export const urlText = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));

/** Empty where nothing is said. */
export const plainUrlText = z.catch(urlText, '');
export const optionalUrlText = z.catch(z.optional(urlText), undefined);

const one = z.pipe(
  urlText,
  z.transform((value) => [value]),
);
export const optionalUrlList = z.catch(z.optional(z.union([z.array(urlText), one])), undefined);

/** How a table is sorted; absent where it is in its own order. */
export const optionalUrlSort = z.catch(z.optional(z.object({ column: z.string(), descending: z.boolean() })), undefined);
