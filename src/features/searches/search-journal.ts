// What the service does not tell about a search and this browser saw: when it was created and by whom, when it finished,
// how many records it had. Kept in this browser only; a search made elsewhere simply has no entry.

import { useCallback } from 'react';
import * as z from 'zod/mini';
import { useStored } from '~/ui/use-stored';

const entrySchema = z.object({
  /** Epoch milliseconds. */
  createdAt: z.optional(z.number()),
  /** User principal name of who pressed Search. */
  createdBy: z.optional(z.string()),
  /** Only when this browser was watching. */
  finishedAt: z.optional(z.number()),
  /** Records read, without duplicates. */
  recordCount: z.optional(z.number()),
});

const journalSchema = z.record(z.string(), entrySchema);

export type JournalEntry = z.infer<typeof entrySchema>;
/** By search id. */
export type SearchJournal = Readonly<Record<string, JournalEntry>>;

const none: SearchJournal = {};
/** The service forgets searches after 30 days; this many are more than anyone makes in that time. */
const keptEntries = 1000;

export function parseJournal(stored: unknown): SearchJournal | undefined {
  const parsed = journalSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}

/** Adds to what is known of searches; the oldest entries give way. */
export function withEntries(journal: SearchJournal, added: SearchJournal): SearchJournal {
  const next = new Map(Object.entries(journal));
  for (const [id, entry] of Object.entries(added)) next.set(id, { ...next.get(id), ...entry });
  return Object.fromEntries([...next].slice(-keptEntries));
}

export function withoutEntry(journal: SearchJournal, id: string): SearchJournal {
  return Object.fromEntries(Object.entries(journal).filter(([each]) => each !== id));
}

export interface UsedSearchJournal {
  readonly journal: SearchJournal;
  remember(added: SearchJournal): void;
  forget(id: string): void;
}

export function useSearchJournal(): UsedSearchJournal {
  const [journal, , update] = useStored('search-journal', parseJournal, none);
  const remember = useCallback((added: SearchJournal) => update((last) => withEntries(last, added)), [update]);
  const forget = useCallback((id: string) => update((last) => withoutEntry(last, id)), [update]);
  return { journal, remember, forget };
}
