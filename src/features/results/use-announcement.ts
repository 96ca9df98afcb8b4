import { useEffect, useRef, useState } from 'react';
import type { Completeness } from '~/domain/completeness';
import { describeSort } from './filters';
import { countWords } from './results-summary';
import type { SetCounts } from './set-counts';
import type { ShownView } from './view-follower';

interface Heard {
  readonly shown: ShownView | undefined;
  readonly counts: SetCounts;
  readonly completeness: Completeness;
}

/** What a screen reader is told when the rows change without a page being opened. Counting up is not told. */
export function useAnnouncement({ shown, counts, completeness }: Heard): string {
  const [words, setWords] = useState('');
  const last = useRef({ shown, completeness });
  useEffect(() => {
    const before = last.current;
    const isSearching = shown !== undefined && shown.state.searched < shown.state.outOf;
    if (isSearching) return;
    last.current = { shown, completeness };
    const news = announcementFor(before, { shown, counts, completeness });
    if (news) setWords(news);
  }, [shown, counts, completeness]);
  return words;
}

export function announcementFor(before: Pick<Heard, 'shown' | 'completeness'>, now: Heard): string | undefined {
  if (before.completeness === 'filling' && now.completeness === 'complete')
    return `All records are here: ${countWords(now.counts, now.shown)}`;
  if (!now.shown || now.shown.view === before.shown?.view) return undefined;
  if (before.shown && JSON.stringify(now.shown.view.sort) !== JSON.stringify(before.shown.view.sort))
    return describeSort(now.shown.view.sort);
  return countWords(now.counts, now.shown);
}
