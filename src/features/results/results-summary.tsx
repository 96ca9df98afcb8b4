import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Counts } from '~/engine/record-set';
import { counted, formatNumber, plural } from '~/lib/words';
import { coverageWords } from '~/records/coverage-words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { useSetState } from '~/records/use-set-state';
import type { ShownView } from '~/records/view-follower';
import { RejectedRecords } from './rejected-records';

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
  readonly held: HeldRecordSet;
  /** What was asked for, as far as the title does not say it. */
  readonly description: ReactNode;
  /** Where the records came from. */
  readonly source: ReactNode;
  readonly shown: ShownView | undefined;
}

export function ResultsSummary({ held, description, source, shown }: ResultsSummaryProps) {
  const styles = useStyles();
  const state = useSetState(held.set);
  return (
    <>
      {description && <div>{description}</div>}
      <div className={styles.line}>
        <span>
          <span className={styles.count}>{countWords(state, shown)}</span> · {coverageWords[state.coverage]}
        </span>
        {state.duplicates > 0 && (
          <span>
            {counted(state.duplicates, 'duplicate')} dropped
            {state.fuller > 0 && `, ${formatNumber(state.fuller)} for a fuller copy`}
          </span>
        )}
        {state.namesakes > 0 && (
          <span>
            {formatNumber(state.namesakes)} {plural(state.namesakes, 'differs', 'differ')} from a record with the same ID
          </span>
        )}
        <RejectedRecords held={held} count={state.rejected} />
        <span className={styles.source}>Source: {source}</span>
      </div>
    </>
  );
}

/** `1,204 of 48,213 records` when filters leave some out, else `48,213 records`. */
export function countWords({ records }: Pick<Counts, 'records'>, shown: ShownView | undefined): string {
  const isFiltered = shown !== undefined && (shown.asked.text !== '' || shown.asked.filters.length > 0);
  const noun = plural(records, 'record');
  return isFiltered
    ? `${formatNumber(shown.state.rowCount)} of ${formatNumber(shown.state.outOf)} ${noun}`
    : `${formatNumber(records)} ${noun}`;
}
