import { Button } from '@fluentui/react-components';
import { MailReadRegular } from '@fluentui/react-icons/svg/mail-read';
import { useMemo } from 'react';
import { mailReadsView } from '~/domain/mail-reads/mail-reads-filter';
import type { ResultView } from '~/domain/view/result-view';
import type { RecordSet } from '~/engine/record-set';
import { counted } from '~/lib/words';
import { useOpenView } from '~/records/use-open-view';

export interface ListMessagesReadProps {
  readonly set: RecordSet;
  /** `undefined` before there is a view. */
  readonly asked: ResultView | undefined;
  onList(): void;
}

/** Offered where records tell which messages were read. */
export function ListMessagesRead({ set, asked, onList }: ListMessagesReadProps) {
  const { state } = useOpenView(
    set,
    useMemo(() => asked && mailReadsView(asked), [asked]),
  );
  if (state.status !== 'open' || state.rowCount === 0) return null;
  return (
    <Button icon={<MailReadRegular />} onClick={onList}>
      Messages read, from {counted(state.rowCount, 'record')}
    </Button>
  );
}
