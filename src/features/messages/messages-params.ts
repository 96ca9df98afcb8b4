// The address of the list of encrypted messages: which records, which messages of them, in which order.

import * as z from 'zod/mini';
import { criteriaSchema } from '~/domain/messages/message-criteria';
import { optionalUrlSort, optionalUrlText } from '~/domain/view/url-params';

export const messagesParamsSchema = z.extend(criteriaSchema, {
  /** Id of the search whose records are looked at, or `files`; absent before anything was searched. */
  in: optionalUrlText,
  /** The message one came back from. */
  at: optionalUrlText,
  /** Absent: each list in its own order. */
  sort: optionalUrlSort,
});

export type MessagesParams = z.infer<typeof messagesParamsSchema>;
/** As links write it: everything may be left out. */
export type MessagesParamsInput = Partial<MessagesParams>;

export function parseMessagesParams(search: MessagesParamsInput): MessagesParams {
  return messagesParamsSchema.parse(search);
}

/** Left out of the address. */
export const defaultMessagesParams = parseMessagesParams({});
