import { useMemo } from 'react';
import { buildJourney, type Journey, type KnownRecipient } from '~/domain/messages/message-journey';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { useMessage } from './use-message';

interface Wanted {
  readonly messageId: string;
  /** Recipients entered by the administrator. */
  readonly byHand: readonly string[];
}

/** The journey of one message, out of its records and what is known of its recipients besides. */
export function useJourney(held: HeldRecordSet, { messageId, byHand }: Wanted) {
  const { data, error, isPending } = useMessage(held, messageId);
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
