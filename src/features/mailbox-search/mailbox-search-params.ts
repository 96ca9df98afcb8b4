// The form in the address bar: `/mailboxes/search?mailbox=["ada@contoso.com"]&last=30d`. What is not set is left out, what cannot
// be read is ignored. Whether a word is one the form knows is for the form to say: this much is loaded with every page.

import * as z from 'zod/mini';
import { ranges } from '~/lib/date-range';

/** The router reads `154` as a number and `true` as a truth; people write one value where several may stand. */
const text = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));
const optionalText = z.catch(z.optional(text), undefined);
const flag = z.catch(z.optional(z.boolean()), undefined);
const one = z.pipe(
  text,
  z.transform((value) => [value]),
);
const optionalList = z.catch(z.optional(z.union([z.array(text), one])), undefined);

export const mailboxSearchParamsSchema = z.object({
  way: optionalText,
  mailbox: optionalList,
  last: z.catch(z.optional(z.enum(ranges)), undefined),
  from: optionalText,
  to: optionalText,
  by: optionalList,
  action: optionalList,
  details: flag,
  external: flag,
  attachments: flag,
  groups: flag,
  inactive: flag,
  most: z.catch(z.optional(z.number()), undefined),
  name: optionalText,
  mail: optionalList,
});

export type MailboxSearchParams = z.infer<typeof mailboxSearchParamsSchema>;
