import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { filterOf, filterOfAny, type IndicatorKind } from '~/domain/indicators/indicator';
import type { Filter } from '~/domain/view/filter';
import { type EpochMs, formatTime, type TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { counted, formatNumber } from '~/lib/words';
import type { FoundIndicator } from '~/records/indicator-list';
import { FoundLine } from '~/ui/found-line';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  time: { whiteSpace: 'nowrap' },
});

const kindWords: Readonly<Record<IndicatorKind, string>> = {
  address: 'IP address',
  range: 'Range of addresses',
  hash: 'Hash',
  domain: 'Domain or file name',
  url: 'Web address',
  mailbox: 'Mail address',
  word: 'Word',
};

const shownAtOnce = 100;
/** More of them would make an address of the page that servers refuse. */
const mostTogether = 50;

export interface FoundListProps {
  /** The most frequent first. */
  readonly found: readonly FoundIndicator[];
  readonly zone: TimeZone;
  onAround(filters: Filter[]): void;
}

/** The indicators that are in the records, each leading to its records. */
export function FoundList({ found, zone, onAround }: FoundListProps) {
  const styles = useStyles();
  const [most, setMost] = useState(shownAtOnce);
  const together = found.slice(0, mostTogether).map(({ indicator }) => indicator);
  return (
    <section>
      <div className={styles.head}>
        <h3 className={styles.title}>Found</h3>
        {together.length > 1 && (
          <Button size="small" onClick={() => onAround([filterOfAny(together)])}>
            {found.length > mostTogether
              ? `Show records of the ${mostTogether} most frequent`
              : `Show records of all ${found.length}`}
          </Button>
        )}
      </div>
      <ul className={styles.list} aria-label="Found">
        {found.slice(0, most).map(({ indicator, records, first, last }) => (
          <FoundLine
            key={`${indicator.kind} ${indicator.value}`}
            label={`Show records of ${visibleText(indicator.value)}`}
            onShow={() => onAround([filterOf(indicator)])}
            facts={
              <>
                {kindWords[indicator.kind]}, {counted(records, 'record')}
                <br />
                <Times first={first} last={last} zone={zone} />
              </>
            }
          >
            <VisibleText text={indicator.value} />
          </FoundLine>
        ))}
      </ul>
      {found.length > most && (
        <Button size="small" appearance="subtle" onClick={() => setMost(most + shownAtOnce)}>
          Show {formatNumber(Math.min(shownAtOnce, found.length - most))} more
        </Button>
      )}
    </section>
  );
}

function Times({
  first,
  last,
  zone,
}: {
  readonly first: EpochMs | undefined;
  readonly last: EpochMs | undefined;
  readonly zone: TimeZone;
}) {
  const styles = useStyles();
  if (first === undefined || last === undefined) return null;
  const until = <span className={styles.time}>{formatTime(last, zone)}</span>;
  if (first === last) return until;
  return (
    <>
      <span className={styles.time}>{formatTime(first, zone)}</span> to {until}
    </>
  );
}
