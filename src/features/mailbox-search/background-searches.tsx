import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { describeError } from '~/domain/errors/describe-error';
import { CommandButton } from '~/ui/command-button';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { useTimeZone } from '~/ui/time-zone';
import { BackgroundSearch } from './background-search';
import { useRememberedSearches } from './remembered-searches';
import { useLog } from './use-log';
import { useSearchRows } from './use-search-rows';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0, marginInlineEnd: 'auto', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  note: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  list: { listStyle: 'none', margin: `${tokens.spacingVerticalM} 0 0`, padding: 0 },
});

export interface BackgroundSearchesProps {
  readonly exchange: PagedExchangeAdmin;
  onOpen(searchId: string): void;
}

/** Searches in the background that this browser started or saw; it keeps itself up to date while any of them runs. */
export function BackgroundSearches({ exchange, onOpen }: BackgroundSearchesProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const { searches, remember } = useRememberedSearches();
  const { rows, error, isFetching, refetch } = useSearchRows(exchange, searches, remember);
  const openLog = useLog(exchange);
  return (
    <section aria-labelledby="background-searches">
      <div className={styles.head}>
        <h2 id="background-searches" className={styles.title}>
          In the background
        </h2>
        <CommandButton
          command="Refresh the list of searches"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isFetching}
          onClick={() => void refetch()}
        >
          Refresh
        </CommandButton>
      </div>
      {error && <Failure {...describeError(error)} />}
      {rows.length === 0 ? (
        <EmptyState
          title="No search in the background"
          advice="Choose “In the background” to search many mailboxes. Finished searches stay listed in this browser; the service itself forgets them."
        />
      ) : (
        <>
          <p className={styles.note}>
            The service mails the XML of a finished search to its recipients. Opened or downloaded here, the same entries are read
            from the mailboxes themselves.
          </p>
          <ul className={styles.list}>
            {rows.map((row) => (
              <BackgroundSearch
                key={row.id}
                row={row}
                zone={zone}
                openLog={() => openLog(row.id, row.search)}
                onOpen={() => onOpen(row.id)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
