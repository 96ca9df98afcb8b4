import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { mailReadsView } from '~/domain/mail-reads/mail-reads-filter';
import { growthStage } from '~/lib/growth';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { useSetState } from '~/records/use-set-state';
import type { ShownView } from '~/records/view-follower';
import { type ReadingProgress, readMailReads } from './read-mail-reads';

/** What the records of the shown view say was read. While records arrive it is read anew whenever these have doubled. */
export function useMailReads({ id, set }: HeldRecordSet, shown: ShownView | undefined) {
  const { records, coverage } = useSetState(set);
  const [progress, setProgress] = useState<ReadingProgress>();
  const stopping = useRef<AbortController>(undefined);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...inThisBrowser,
    queryKey: ['mail reads', id, shown?.asked.text, shown?.asked.filters, growthStage(records, coverage === 'filling')],
    enabled: shown !== undefined,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    queryFn: ({ signal }) => {
      if (!shown) throw new Error('A query that is not enabled was asked.');
      const controller = new AbortController();
      stopping.current = controller;
      return readMailReads(set, mailReadsView(shown.asked), { signal, stop: controller.signal, onProgress: setProgress });
    },
  });
  return {
    reading: data,
    error,
    /** Of what is being read; `undefined` while nothing is. */
    progress: isFetching ? progress : undefined,
    isBusy: isFetching || isPlaceholderData,
    stop: () => stopping.current?.abort(),
    again: () => void refetch(),
  };
}
