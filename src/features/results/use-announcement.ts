import { useEffect, useRef, useState } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { describeSort } from '~/domain/view/describe-filter';
import type { SetState } from '~/engine/record-set';
import type { ShownView } from '~/records/view-follower';
import { countWords } from './results-summary';

interface Heard {
  readonly shown: ShownView | undefined;
  readonly set: SetState;
}

/** What a screen reader is told when the rows change without a page being opened. Counting up is not told. */
export function useAnnouncement(catalogue: Catalogue, { shown, set }: Heard): string {
  const [words, setWords] = useState('');
  const last = useRef({ shown, set });
  useEffect(() => {
    const before = last.current;
    const isSearching = shown !== undefined && shown.state.searched < shown.state.outOf;
    if (isSearching) return;
    last.current = { shown, set };
    const news = announcementFor(catalogue, before, { shown, set });
    if (news) setWords(news);
  }, [catalogue, shown, set]);
  return words;
}

export function announcementFor(catalogue: Catalogue, before: Heard, now: Heard): string | undefined {
  if (before.set.coverage === 'filling' && now.set.coverage === 'complete')
    return `All records are here: ${countWords(now.set, now.shown)}`;
  if (!now.shown || now.shown.asked === before.shown?.asked) return undefined;
  if (before.shown && JSON.stringify(now.shown.asked.sort) !== JSON.stringify(before.shown.asked.sort))
    return describeSort(catalogue, now.shown.asked.sort);
  return countWords(now.set, now.shown);
}
