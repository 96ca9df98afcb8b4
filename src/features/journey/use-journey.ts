import { useMemo } from 'react';
import type { Completeness } from '~/domain/completeness';
import { buildJourney, type Journey, type KnownRecipient } from '~/domain/message-journey';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { useMessage } from './use-message';

interface Wanted {
  readonly messageId: string;
  readonly records: number;
  readonly completeness: Completeness;
  /** Recipients entered by the administrator. */
  readonly byHand: readonly string[];
}

/** The journey of one message, out of its records and what is known of its recipients besides. */
export function useJourney(held: HeldResultSet, { byHand, ...wanted }: Wanted) {
  const { data, error, isPending } = useMessage(held, wanted);
  const { messageId } = wanted;
  const journey = useMemo((): Journey | undefined => {
    if (!data) return undefined;
    const known: KnownRecipient[] = [
      ...data.sentTo.map((address) => ({ address, source: 'send record' }) as const),
      ...byHand.map((address) => ({ address, source: 'by hand' }) as const),
    ];
    return buildJourney(messageId, data.events, known);
  }, [messageId, data, byHand]);
  return { journey, error, isPending };
}
