import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { isFinal, searchQuery } from '~/api/audit-searches';
import type { FilledSearch } from '~/features/filling/fill-search';
import { SearchStages, type SearchStagesProps } from '~/features/filling/search-stages';
import { useNow } from '~/features/filling/use-now';
import { useMessage } from '~/features/journey/use-message';
import { type EpochMs, formatDuration } from '~/lib/time';
import { useSetState } from '~/records/use-set-state';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, '@media print': { display: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

export interface JourneyAgainProps extends Omit<SearchStagesProps, 'renderWaiting' | 'renderFilled'> {
  readonly messageId: string;
  /** Every record of the search is here, and the message is read out of them. */
  onRead(): void;
}

/** A search of the same message on its way; what was found before stays on the page meanwhile. */
export function JourneyAgain({ messageId, onRead, ...search }: JourneyAgainProps) {
  const styles = useStyles();
  const { error } = useQuery(searchQuery(search.graph, search.searchId));
  return (
    <section className={styles.root} aria-label="Searching again">
      <div className={styles.line}>
        <span role="status">Searching again. What is shown stays until all the new records are here.</span>
        {search.startedAt !== undefined && <Elapsed since={search.startedAt} />}
        <Button size="small" onClick={search.onCancelled}>
          Keep what is shown
        </Button>
      </div>
      <SearchStages
        {...search}
        renderWaiting={(content, found) =>
          error || !found || isFinal(found.status) ? content : <ProgressBar aria-label="The search is running" />
        }
        renderFilled={(filled) => <ReadAhead {...filled} messageId={messageId} onRead={onRead} />}
      />
    </section>
  );
}

function Elapsed({ since }: { readonly since: EpochMs }) {
  const styles = useStyles();
  return <span className={styles.time}>{formatDuration(useNow(true) - since)}</span>;
}

type ReadAheadProps = FilledSearch & Pick<JourneyAgainProps, 'messageId' | 'onRead'>;

function ReadAhead({ search, held, notices, messageId, onRead }: ReadAheadProps) {
  const message = useMessage(held, messageId);
  const { coverage } = useSetState(held.set);
  // What the service cut short does not grow any more; what was stopped on the way here can go on.
  const isAll = coverage === 'complete' || (coverage === 'incomplete' && search.isLimitExceeded);
  const isRead = isAll && !message.isPending && !message.isPlaceholderData;
  const tell = useEffectEvent(onRead);
  useEffect(() => {
    if (isRead) tell();
  }, [isRead]);
  return notices;
}
