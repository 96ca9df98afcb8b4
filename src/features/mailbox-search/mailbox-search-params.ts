// The form in the address bar: `/mailboxes/search?mailbox=["ada@contoso.com"]&last=30d`. What is not set is left out, what cannot
// be read is ignored. Whether a word is one the form knows is for the form to say: this much is loaded with every page.

import * as z from 'zod/mini';
import { optionalUrlList, optionalUrlText } from '~/domain/view/url-params';
import { ranges } from '~/lib/date-range';

const flag = z.catch(z.optional(z.boolean()), undefined);

export const mailboxSearchParamsSchema = z.object({
  way: optionalUrlText,
  mailbox: optionalUrlList,
  last: z.catch(z.optional(z.enum(ranges)), undefined),
  from: optionalUrlText,
  to: optionalUrlText,
  by: optionalUrlList,
  action: optionalUrlList,
  details: flag,
  external: flag,
  attachments: flag,
  groups: flag,
  inactive: flag,
  most: z.catch(z.optional(z.number()), undefined),
  name: optionalUrlText,
  mail: optionalUrlList,
});

export type MailboxSearchParams = z.infer<typeof mailboxSearchParamsSchema>;
