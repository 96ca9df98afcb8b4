// The address of the report: which records, whose access, which mailboxes, in which order, and the one that is open.

import * as z from 'zod/mini';
import { accessTypes, mailboxAccessParams } from '~/domain/mailbox-access/mailbox-access-params';
import { optionalUrlSort, plainUrlText } from '~/domain/view/url-params';

const schema = z.object({
  ...mailboxAccessParams,
  access: z.catch(z.enum(accessTypes), 'all'),
  /** Addresses or parts of them; none for all mailboxes. */
  mailboxes: z.catch(z.readonly(z.array(z.string())), []),
  /** The mailbox that is open; empty for none. */
  mailbox: plainUrlText,
  sort: optionalUrlSort,
});

export type NonOwnerParams = z.infer<typeof schema>;
/** As links write it: everything may be left out. */
export type NonOwnerParamsInput = Partial<NonOwnerParams>;

export function parseNonOwnerParams(search: NonOwnerParamsInput): NonOwnerParams {
  return schema.parse(search);
}

/** Left out of the address. */
export const defaultNonOwnerParams = parseNonOwnerParams({});
