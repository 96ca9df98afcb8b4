import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Completeness, completenessWords } from '~/domain/completeness';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { RejectedRecords } from './rejected-records';
import type { SetCounts } from './set-counts';
import type { ShownView } from './view-follower';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  // Named at the top of the page, or by the title.
  source: { '@media (max-width: 640px)': { display: 'none' } },
  count: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

export interface ResultsSummaryProps {
  readonly held: HeldResultSet;
  /** What was asked for, as far as the title does not say it. */
  readonly description: ReactNode;
  /** Where the records came from. */
  readonly source: ReactNode;
  readonly counts: SetCounts;
  readonly completeness: Completeness;
  readonly shown: ShownView | undefined;
}

export function ResultsSummary({ held, description, source, counts, completeness, shown }: ResultsSummaryProps) {
  const styles = useStyles();
  return (
    <>
      {description && <div>{description}</div>}
      <div className={styles.line}>
        <span>
          <span className={styles.count}>{countWords(counts, shown)}</span> · {completenessWords[completeness]}
        </span>
        {counts.duplicates > 0 && (
          <span>
            {number(counts.duplicates)} {counts.duplicates === 1 ? 'duplicate' : 'duplicates'} dropped
          </span>
        )}
        <RejectedRecords held={held} count={counts.rejected} />
        <span className={styles.source}>Source: {source}</span>
      </div>
    </>
  );
}

/** `1,204 of 48,213 records` when filters leave some out, else `48,213 records`. */
export function countWords({ records }: SetCounts, shown: ShownView | undefined): string {
  const isFiltered = shown !== undefined && (shown.view.text !== '' || shown.view.filters.length > 0);
  const noun = records === 1 ? 'record' : 'records';
  return isFiltered ? `${number(shown.state.rowCount)} of ${number(shown.state.outOf)} ${noun}` : `${number(records)} ${noun}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
