import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Correlated, Correlation } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import { formatTime, type TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { allOf, counted, formatNumber } from '~/lib/words';
import { FoundLine } from '~/ui/found-line';
import { VisibleText } from '~/ui/visible-text';
import { stretchFilters } from './stretch-filters';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

const firstShown = 3;

export interface StretchListProps {
  /** Of the rule. */
  readonly title: string;
  readonly correlation: Correlation;
  /** The latest of `count`. */
  readonly found: readonly Correlated[];
  readonly count: number;
  readonly zone: TimeZone;
  onAround(filters: Filter[]): void;
}

/** Stretches of time in which records mean something together, the latest first. */
export function StretchList({ title, correlation, found, count, zone, onAround }: StretchListProps) {
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? found : found.slice(0, firstShown);
  return (
    <>
      <ul className={styles.list} aria-label={`Stretches of time: ${visibleText(title)}`}>
        {shown.map((stretch) => {
          const who = allOf(stretch.key) || 'All together';
          const from = formatTime(stretch.from, zone);
          return (
            <FoundLine
              key={`${stretch.from} ${stretch.key.join(' ')}`}
              label={`Show records of ${visibleText(who)}, ${from}`}
              onShow={() => onAround(stretchFilters(correlation, stretch))}
              facts={`${counted(stretch.count, 'record')}, ${from} to ${formatTime(stretch.to, zone)}`}
            >
              <VisibleText text={who} />
            </FoundLine>
          );
        })}
      </ul>
      {found.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
          {found.length < count ? `Show the latest ${formatNumber(found.length)}` : `Show all ${formatNumber(count)}`}
        </Button>
      )}
    </>
  );
}
