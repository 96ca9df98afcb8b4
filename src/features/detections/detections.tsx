import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { Filter } from '~/domain/view/filter';
import type { TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { allOf, counted, formatNumber } from '~/lib/words';
import { allRecordsWords } from '~/records/coverage-words';
import { detectionsQuery, type Finding } from '~/records/detection-run';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { ruleBook } from '~/records/rule-book';
import { useSetState } from '~/records/use-set-state';
import { Failure } from '~/ui/failure';
import { Fold } from '~/ui/fold';
import { ReasonList } from '~/ui/reason-list';
import { byLevel, isFound } from './by-level';
import { FindingCard } from './finding-card';
import { OwnRules } from './own-rules';

const useStyles = makeStyles({
  about: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Lists of more begin folded. */
const fewReasons = 20;

export interface DetectionsProps {
  readonly held: HeldRecordSet;
  readonly zone: TimeZone;
  /** Looks at these records in place of what was looked at. */
  onAround(filters: Filter[]): void;
}

/** What rules find in all records of a set, whatever filters the page has. Leaving ends what is under way. */
export function Detections({ held, zone, onAround }: DetectionsProps) {
  const styles = useStyles();
  const set = useSetState(held.set);
  const book = useSyncExternalStore(ruleBook.state.subscribe, ruleBook.state.get);
  const [done, setDone] = useState(0);
  const { data: findings, isFetching, refetch } = useQuery(detectionsQuery(held, book, set, setDone));
  const found = findings?.filter(isFound).sort(byLevel) ?? [];
  const vain = findings?.filter((each) => (each.kind === 'records' || each.kind === 'correlated') && each.count === 0) ?? [];
  const failed = findings?.flatMap((each) => (each.kind === 'failed' ? [each] : [])) ?? [];
  const cannot = findings?.flatMap((each) => (each.kind === 'cannot' ? [each.detection] : [])) ?? [];
  const refused = book.own.flatMap((file) => file.refused);
  const own = new Set(book.own.flatMap(({ rules }) => rules));
  const rules = book.detections.length;
  return (
    <>
      <div className={styles.about}>{allRecordsWords(set, zone)}</div>
      <span role="status" className={styles.about} aria-busy={isFetching}>
        {isFetching ? 'Rules are being run…' : `${formatNumber(found.length)} of ${counted(rules, 'rule')} found something`}
      </span>
      {isFetching && (
        <ProgressBar
          value={Math.min(done, rules)}
          max={rules}
          aria-label="Rules run"
          aria-valuetext={`${done} of ${counted(rules, 'rule')}`}
        />
      )}
      {failed[0] && (
        <Failure
          {...describeError(failed[0].error)}
          title={`${counted(failed.length, 'rule')} could not be run to the end: ${namesOf(failed)}`}
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        />
      )}
      {found.length > 0 && (
        <section>
          <h3 className={styles.subtitle}>Findings</h3>
          <ul className={styles.list} aria-label="Findings">
            {found.map((finding) => (
              <li key={findings?.indexOf(finding)}>
                <FindingCard finding={finding} isShipped={!own.has(finding.detection.rule)} zone={zone} onAround={onAround} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {cannot.length > 0 && (
        <Fold label={`${counted(cannot.length, 'rule')} cannot be run`} isHeading isOpenAtFirst={cannot.length <= fewReasons}>
          <ReasonList lines={cannot.map(({ rule, reasons }) => ({ what: rule.title, reasons }))} />
        </Fold>
      )}
      {refused.length > 0 && (
        <Fold
          label={`${counted(refused.length, 'document')} could not be read`}
          isHeading
          isOpenAtFirst={refused.length <= fewReasons}
        >
          <ReasonList lines={refused.map(({ what, reason }) => ({ what, reasons: [reason] }))} />
        </Fold>
      )}
      {vain.length > 0 && (
        <Fold label={`${counted(vain.length, 'rule')} found nothing`} isHeading>
          <ReasonList lines={vain.map(({ detection: { rule } }) => ({ what: rule.title, reasons: [] }))} />
        </Fold>
      )}
      <OwnRules book={ruleBook} state={book} />
    </>
  );
}

const namesTold = 5;

function namesOf(findings: readonly Finding[]): string {
  const names = findings.slice(0, namesTold).map(({ detection }) => visibleText(detection.rule.title));
  const more = findings.length - names.length;
  return allOf(more > 0 ? [...names, `${formatNumber(more)} more`] : names);
}
