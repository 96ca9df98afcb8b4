// The address of the page: which records, which mailbox, which changes of them.

import * as z from 'zod/mini';
import { accessKinds } from '~/domain/mailbox-access/access-change';
import { mailboxAccessParams } from '~/domain/mailbox-access/mailbox-access-params';
import { recordKeySchema } from '~/domain/record/record-key';
import { optionalUrlSort, plainUrlText } from '~/domain/view/url-params';

const schema = z.object({
  ...mailboxAccessParams,
  /** An address, an alias or a name as it is written in records; empty for all mailboxes. */
  mailbox: plainUrlText,
  /** Part of a name, or the beginning of an address. */
  person: plainUrlText,
  /** Empty for all. */
  kinds: z.catch(z.readonly(z.array(z.enum(accessKinds))), []),
  /** With what the service does by itself. */
  service: z.catch(z.boolean(), false),
  /** Id of the record that is open. */
  record: z.catch(z.optional(recordKeySchema), undefined),
  sort: optionalUrlSort,
});

export type AccessParams = z.infer<typeof schema>;
/** As links write it: everything may be left out. */
export type AccessParamsInput = Partial<AccessParams>;

export function parseAccessParams(search: AccessParamsInput): AccessParams {
  return schema.parse(search);
}

/** Left out of the address. */
export const defaultAccessParams = parseAccessParams({});
