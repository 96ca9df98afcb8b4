// The searches of the mailbox audit log that this browser started or saw running: Exchange lists unfinished ones only and keeps
// no results. What is remembered is enough to read the entries again.

import { useCallback } from 'react';
import * as z from 'zod/mini';
import { mailboxSearchSchema } from '~/domain/mailbox-log/mailbox-search';
import { useStored } from '~/ui/use-stored';

const entrySchema = z.object({
  search: mailboxSearchSchema,
  /** Epoch milliseconds, like the others. */
  startedAt: z.number(),
  startedBy: z.string(),
  /** When a search in the background was seen to have left the list. */
  finishedAt: z.optional(z.number()),
  /** When its entries were last read to the end. */
  readAt: z.optional(z.number()),
});
const storedSchema = z.record(z.string(), z.unknown());

export type RememberedSearch = z.infer<typeof entrySchema>;
export type RememberedSearches = Readonly<Record<string, RememberedSearch>>;

const none: RememberedSearches = {};
const kept = 100;

/** One that cannot be read costs no other. */
function parseSearches(stored: unknown): RememberedSearches | undefined {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return undefined;
  return Object.fromEntries(
    Object.entries(parsed.data).flatMap(([id, entry]) => {
      const read = entrySchema.safeParse(entry);
      return read.success ? [[id, read.data]] : [];
    }),
  );
}

/** The oldest give way. */
export function withSearches(searches: RememberedSearches, added: RememberedSearches): RememberedSearches {
  return Object.fromEntries(Object.entries({ ...searches, ...added }).slice(-kept));
}

export function useRememberedSearches() {
  const [searches, , update] = useStored('mailbox-searches', parseSearches, none);
  const remember = useCallback((added: RememberedSearches) => update((last) => withSearches(last, added)), [update]);
  return { searches, remember };
}
