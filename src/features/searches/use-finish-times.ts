import { useEffect, useRef } from 'react';
import { isFinal, type Search } from '~/api/audit-searches';
import type { JournalEntry, SearchJournal } from './search-journal';

/** Remembers when a search was seen to finish. One that finished while nobody looked has no time rather than a wrong one. */
export function useFinishTimes(searches: readonly Search[] | undefined, remember: (added: SearchJournal) => void): void {
  const unfinished = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!searches) return;
    const finished = searches.filter(({ id, status }) => isFinal(status) && unfinished.current.has(id));
    unfinished.current = new Set(searches.filter(({ status }) => !isFinal(status)).map(({ id }) => id));
    if (finished.length === 0) return;
    const finishedAt = Date.now();
    remember(Object.fromEntries(finished.map(({ id }): [string, JournalEntry] => [id, { finishedAt }])));
  }, [searches, remember]);
}
