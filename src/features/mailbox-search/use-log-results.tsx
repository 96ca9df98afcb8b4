import { type ReactNode, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { describeMailboxSearch, nameOfMailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { type EpochMs, formatTime, type TimeZone, zoneName } from '~/lib/time';
import { useSetState } from '~/records/use-set-state';
import { EmptyState } from '~/ui/empty-state';
import { ReadingOutcome } from './reading-outcome';
import { ReadingProgress } from './reading-progress';
import type { RememberedSearch } from './remembered-searches';
import { useLog } from './use-log';

export interface LogResultsOptions {
  readonly exchange: PagedExchangeAdmin;
  readonly id: string;
  readonly remembered: RememberedSearch;
  /** The reading came to its end. */
  onRead(at: EpochMs): void;
  readonly zone: TimeZone;
  /** Whose log it is. */
  readonly tenant: string;
  /** A link to the form, filled in with these criteria. */
  readonly change: ReactNode;
}

/** What the results page says and offers when its records are entries of mailbox audit logs. */
export function useLogResults({ exchange, id, remembered, zone, tenant, change, ...options }: LogResultsOptions) {
  const { search, readAt } = remembered;
  const openLog = useLog(exchange);
  const log = useMemo(() => openLog(id, search), [openLog, id, search]);
  const { held, reading } = log;
  const { status, endedAt } = useSyncExternalStore(reading.state.subscribe, reading.state.get);
  const { coverage } = useSetState(held.set);
  const name = nameOfMailboxSearch(search);
  const description = describeMailboxSearch(search, zone);
  const onRead = useEffectEvent(options.onRead);
  useEffect(() => {
    if (endedAt !== undefined) onRead(endedAt);
  }, [endedAt]);
  const timeWords = (at: EpochMs) => `${formatTime(at, zone)} ${zoneName(zone, at)}`;
  const source = `${search.way === 'now' ? 'Search-MailboxAuditLog' : 'Search-MailboxAuditLog, mailbox by mailbox'}, ${tenant}`;
  return {
    held,
    title: name,
    description,
    source: endedAt === undefined ? source : `${source}, read ${timeWords(endedAt)}`,
    notices: (
      <>
        {status === 'reading' && (
          <>
            {readAt !== undefined && endedAt === undefined && (
              <div>Results are not kept when the page is loaded again. Last read {timeWords(readAt)}; read again now.</div>
            )}
            <ReadingProgress log={log} name={name} onCancel={reading.cancel} />
          </>
        )}
        <ReadingOutcome reading={reading} search={search} onResume={() => void reading.resume()} />
      </>
    ),
    empty:
      coverage === 'complete' ? (
        <EmptyState
          title="No entry was found"
          advice={`Nothing matched: ${description}. Look at what is audited in Settings, at the age limit of the mailbox, or search with more logon types or a longer range.`}
          action={change}
        />
      ) : (
        <EmptyState title="No entry was read" advice="What is in the way stands above." />
      ),
    actions: change,
  };
}
