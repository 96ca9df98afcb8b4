import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { sessionField } from '~/domain/catalogue/joined-fields';
import { mailReadsView } from '~/domain/mail-reads/mail-reads-filter';
import { type Filter, keepOnly } from '~/domain/view/filter';
import type { RecordSet } from '~/engine/record-set';
import { useOpenView } from '~/records/use-open-view';

export interface SessionReadsProps {
  readonly set: RecordSet;
  readonly session: string;
  onMessagesRead(filters: Filter[]): void;
}

/** Leads to what the session of a record read, where there is anything. */
export function SessionReads({ set, session, onMessagesRead }: SessionReadsProps) {
  const filters = useMemo(() => [keepOnly(sessionField, session)], [session]);
  const { state } = useOpenView(
    set,
    useMemo(() => mailReadsView({ text: '', filters }), [filters]),
  );
  if (state.status !== 'open' || state.rowCount === 0) return null;
  return (
    <Button size="small" onClick={() => onMessagesRead(filters)}>
      All messages this session read
    </Button>
  );
}
