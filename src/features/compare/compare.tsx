import { makeStyles, ProgressBar, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import { type TimeRange, timeRangeOf, withChoice } from '~/domain/view/change-filters';
import { type ComparedWith, comparedFields, type Difference, otherSide } from '~/domain/view/comparison';
import { facetFields, storedFacets } from '~/domain/view/facet-choice';
import { type Filter, keepOnly } from '~/domain/view/filter';
import { counted, plural } from '~/lib/words';
import { comparisonQuery } from '~/records/comparison-query';
import type { Narrowing } from '~/records/narrowing';
import { useOffered } from '~/records/use-offered';
import { DateField } from '~/ui/date-field';
import { Failure } from '~/ui/failure';
import { useStored } from '~/ui/use-stored';
import { DifferenceItem } from './difference-item';

const useStyles = makeStyles({
  about: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  choices: { flexWrap: 'wrap' },
  dates: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: tokens.spacingHorizontalM },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

const choices = { rest: 'All other records', before: 'The same time before', range: 'Another time' } as const;
type Choice = keyof typeof choices;

const mostShown = 50;

export interface CompareProps extends Narrowing {
  /** Looks at other records in place of these. */
  onAround(filters: Filter[]): void;
}

/** Which values set the records that are shown apart from others. */
export function Compare({ held, shown, zone, text, filters, onFilters, onAround }: CompareProps) {
  const styles = useStyles();
  const { catalogue } = held.set;
  const selected = timeRangeOf(filters);
  const [chosen, setChoice] = useState<Choice>();
  const choice = chosen ?? (selected ? 'before' : 'rest');
  const [dates, setDates] = useState({ start: '', end: '' });
  const other: ComparedWith | undefined = choice === 'range' ? rangeOf(dates) : choice;
  const [facets] = useStored(...storedFacets(catalogue));
  const there = other && otherSide(text, filters, other);
  const fields = comparedFields(facetFields(useOffered(held.set), facets), filters);
  const { data, error, isFetching } = useQuery(comparisonQuery(held, shown, there, fields));
  const differences = data?.differences.slice(0, mostShown) ?? [];
  return (
    <>
      <p className={styles.about}>Which values the records shown have more or less often than others, by more than chance.</p>
      <RadioGroup
        aria-label="Compared with"
        className={styles.choices}
        layout="horizontal"
        value={choice}
        onChange={(_, { value }) => setChoice(value === 'rest' || value === 'before' ? value : 'range')}
      >
        {(['rest', 'before', 'range'] as const).map((each) => (
          <Radio key={each} value={each} label={choices[each]} />
        ))}
      </RadioGroup>
      {choice === 'range' && (
        <div className={styles.dates}>
          {(['start', 'end'] as const).map((edge) => (
            <DateField
              key={edge}
              edge={edge}
              zone={zone}
              value={dates[edge]}
              issues={[]}
              onFix={() => {}}
              onBlur={() => {}}
              onChange={(value) => setDates((last) => ({ ...last, [edge]: value }))}
            />
          ))}
        </div>
      )}
      {there === undefined ? (
        <p role="status" className={styles.about}>
          {missingWords[choice]}
        </p>
      ) : (
        <>
          <span role="status" className={styles.about} aria-busy={isFetching}>
            {data ? summaryOf(data.here, data.there, data.differences) : 'Comparing…'}
          </span>
          {isFetching && <ProgressBar aria-label="Comparing" />}
          {error && !data && <Failure {...describeError(error)} />}
          {differences.length > 0 && (
            <ul className={styles.list} aria-label="Differences">
              {differences.map((difference) => (
                <DifferenceItem
                  key={`${difference.field} ${difference.value}`}
                  catalogue={catalogue}
                  difference={difference}
                  onShow={() =>
                    difference.here > 0
                      ? onFilters(withChoice(filters, difference.field, difference.value, 'only'))
                      : onAround([...there, keepOnly(difference.field, difference.value)])
                  }
                />
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

const missingWords: Readonly<Record<Choice, string>> = {
  rest: 'All records are shown: there are no others to compare them with. Narrow them down by a facet, the timeline or the search box.',
  before: 'Select a time in the timeline: it is compared with the same time before it.',
  range: 'Say when the other time begins and ends.',
};

function summaryOf(here: number, there: number, differences: readonly Difference[]): string {
  const sides = `${counted(here, 'record')} shown, ${there === 0 ? 'none' : counted(there, 'record')} beside them`;
  if (here === 0 || there === 0) return `${sides}: nothing to compare.`;
  if (differences.length === 0) return `${sides}: no value differs by more than chance.`;
  const most = differences.length > mostShown ? `, of which the ${mostShown} that tell the most` : '';
  return `${sides}: ${counted(differences.length, 'value')} ${plural(differences.length, 'differs', 'differ')}${most}.`;
}

function rangeOf({ start, end }: { readonly start: string; readonly end: string }): TimeRange | undefined {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return from < to ? { from, to } : undefined;
}
