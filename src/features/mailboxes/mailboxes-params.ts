// The address of the settings of mailbox auditing: which table of actions, which mailboxes in which order, which one is open.

import * as z from 'zod/mini';
import type { Edition } from '~/domain/mailbox-auditing/mailbox-actions';
import { optionalUrlSort, optionalUrlText, plainUrlText } from '~/domain/view/url-params';

export const mailboxFilters = ['notAudited', 'customised', 'bypassed', 'shortAge'] as const;
export type MailboxFilter = (typeof mailboxFilters)[number];

// Spelled out: the tables of actions have no place in the first load.
const editions = ['today', 'earlier', 'server'] as const satisfies readonly Edition[];

const mailboxesParamsSchema = z.object({
  edition: z.catch(z.enum(editions), 'today'),
  text: plainUrlText,
  /** `''` is every mailbox. */
  filter: z.catch(z.enum(['', ...mailboxFilters]), ''),
  /** Absent: by name. */
  sort: optionalUrlSort,
  /** Address of the one that is open. */
  mailbox: optionalUrlText,
  /** The table of actions is open. */
  actions: z.catch(z.boolean(), false),
});

export type MailboxesParams = z.infer<typeof mailboxesParamsSchema>;
/** As links write it: everything may be left out. */
export type MailboxesParamsInput = Partial<MailboxesParams>;

export function parseMailboxesParams(search: MailboxesParamsInput): MailboxesParams {
  return mailboxesParamsSchema.parse(search);
}

/** Left out of the address. */
export const defaultMailboxesParams = parseMailboxesParams({});
