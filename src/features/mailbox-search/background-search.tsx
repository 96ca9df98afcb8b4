import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { describeError } from '~/domain/errors/describe-error';
import { describeMailboxSearch, nameOfMailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { formatTime, type TimeZone, zoneName } from '~/lib/time';
import { Failure } from '~/ui/failure';
import { ReadingOutcome } from './reading-outcome';
import { ReadingProgress } from './reading-progress';
import type { SearchRow } from './search-rows';
import { SearchStatusLabel } from './search-status-label';
import { type DeliveryKind, useDelivery } from './use-delivery';
import type { Log } from './use-log';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  about: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface BackgroundSearchProps {
  readonly row: SearchRow;
  readonly zone: TimeZone;
  openLog(): Log;
  /** Shows its entries. */
  onOpen(): void;
}

/** One search of the list; once it is finished, its entries to look at or to save. */
export function BackgroundSearch({ row, zone, openLog, onOpen }: BackgroundSearchProps) {
  const styles = useStyles();
  const { search, status, startedAt, startedBy } = row;
  const name = nameOfMailboxSearch(search);
  const { state, log, deliver, cancel } = useDelivery(name, openLog);
  const isBusy = state.kind === 'reading' || state.kind === 'writing';
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <SearchStatusLabel {...row} />
      </div>
      <div className={styles.about}>{describeMailboxSearch(search, zone)}</div>
      <div className={styles.about}>
        Started {formatTime(startedAt, zone)} {zoneName(zone, startedAt)}
        {startedBy && ` by ${startedBy}`}
      </div>
      {status === 'finished' && (
        <div className={styles.buttons}>
          <Button size="small" icon={<OpenRegular />} onClick={onOpen}>
            Open results
          </Button>
          {(['XML', 'CSV'] satisfies DeliveryKind[]).map((kind) => (
            <Button
              key={kind}
              size="small"
              icon={<ArrowDownloadRegular />}
              disabledFocusable={isBusy}
              onClick={() => void deliver(kind)}
            >
              Download {kind}
            </Button>
          ))}
        </div>
      )}
      {state.kind === 'reading' && log && <ReadingProgress log={log} name={name} onCancel={cancel} />}
      <div role="status">
        {state.kind === 'writing' && 'Writing the file'}
        {state.kind === 'displaced' &&
          'Not saved: other logs were opened meanwhile, and two are held at a time. Download it again.'}
        {state.kind === 'saved' && `Saved ${state.fileName}`}
      </div>
      {state.kind === 'failed' && <Failure {...describeError(state.error)} />}
      {state.kind === 'saved' && log && (
        <ReadingOutcome reading={log.reading} search={search} onResume={() => void deliver(state.format)} />
      )}
    </li>
  );
}
