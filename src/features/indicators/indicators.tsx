import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { Filter } from '~/domain/view/filter';
import type { TimeZone } from '~/lib/time';
import { counted, formatNumber } from '~/lib/words';
import { allRecordsWords } from '~/records/coverage-words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { type IndicatorFindings, type IndicatorsAsked, indicatorList, indicatorsQuery } from '~/records/indicator-list';
import { useSetState } from '~/records/use-set-state';
import { Failure } from '~/ui/failure';
import { Fold } from '~/ui/fold';
import { ReasonList } from '~/ui/reason-list';
import { FoundList } from './found-list';
import { IndicatorForm } from './indicator-form';
import { RefusedLines } from './refused-lines';

const useStyles = makeStyles({
  about: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface IndicatorsProps {
  readonly held: HeldRecordSet;
  readonly zone: TimeZone;
  /** Looks at these records in place of what was looked at. */
  onAround(filters: Filter[]): void;
}

/** Which indicators of a list are anywhere in the records of a set, whatever filters the page has. Leaving ends the search. */
export function Indicators({ held, zone, onAround }: IndicatorsProps) {
  const styles = useStyles();
  const set = useSetState(held.set);
  const list = useSyncExternalStore(indicatorList.state.subscribe, indicatorList.state.get);
  const { asked } = list;
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(indicatorsQuery(held, asked, set));
  // Of the list before, nothing is told.
  const findings = data && asked && data.asked === asked.id ? data : undefined;
  return (
    <>
      <p className={styles.about}>{allRecordsWords(set, zone)}</p>
      <IndicatorForm list={indicatorList} state={list} isBusy={isFetching} />
      {asked && (
        <span role="status" className={styles.about} aria-busy={isFetching}>
          {isFetching && (!findings || isPlaceholderData) ? lookingWords(asked) : findings && summaryOf(asked, findings)}
        </span>
      )}
      {isFetching && <ProgressBar aria-label="Looking for indicators" />}
      {error && !findings && (
        <Failure {...describeError(error)} action={<Button onClick={() => void refetch()}>Try again</Button>} />
      )}
      {findings && findings.found.length > 0 && <FoundList found={findings.found} zone={zone} onAround={onAround} />}
      {asked && asked.refused.length > 0 && <RefusedLines refused={asked.refused} />}
      {findings && findings.missing.length > 0 && (
        <Fold label={`${formatNumber(findings.missing.length)} not found`} isHeading>
          <ReasonList lines={findings.missing.map(({ written }) => ({ what: written, reasons: [] }))} />
        </Fold>
      )}
    </>
  );
}

function lookingWords({ indicators }: IndicatorsAsked): string {
  return `Looking for ${counted(indicators.length, 'indicator')}…`;
}

function summaryOf({ indicators, repeated }: IndicatorsAsked, { found, together }: IndicatorFindings): string {
  const again = repeated > 0 ? ` ${formatNumber(repeated)} stood there more than once.` : '';
  if (indicators.length === 0) return 'Nothing in the list can be looked for.';
  const all = counted(indicators.length, 'indicator');
  if (found.length === 0) return `None of ${all} is in these records.${again}`;
  return `${formatNumber(found.length)} of ${all} found, in ${counted(together, 'record')}.${again}`;
}
