import { Dialog, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { type Catalogue, fieldOf, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { describeError } from '~/domain/errors/describe-error';
import { chosenValues, withChoice } from '~/domain/view/change-filters';
import type { FieldCounts } from '~/domain/view/overview';
import { visibleText } from '~/lib/visible-text';
import { counted, formatNumber, percent } from '~/lib/words';
import type { Narrowing } from '~/records/narrowing';
import { overviewQuery } from '~/records/overview-query';
import { DialogCard } from '~/ui/dialog-card';
import { Failure } from '~/ui/failure';
import { FacetValue, stateOf } from './facet-value';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

const topValues = 20;

export interface FieldStatisticsProps extends Narrowing {
  readonly field: FieldRef;
  onClose(): void;
}

/** How many of the records shown have a field, what is in it, and how far its values reach; as if it were not filtered itself. */
export function FieldStatistics({ held, shown, filters, onFilters, field, onClose }: FieldStatisticsProps) {
  const styles = useStyles();
  const { catalogue } = held.set;
  const chosen = chosenValues(filters, field);
  const always = [...chosen.included, ...chosen.excluded];
  const { data, error } = useQuery(overviewQuery(held, shown, { facets: [{ field, limit: topValues, always }] }));
  const counts = data?.facets[0];
  const label = labelOf(catalogue, field);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogCard title={`Statistics of ${label}`} width={560}>
        {error && !counts && <Failure {...describeError(error)} />}
        {counts && (
          <>
            <dl className={styles.facts}>
              {factsOf(catalogue, field, counts).map(([term, fact]) => (
                <Fragment key={term}>
                  <dt className={styles.term}>{term}</dt>
                  <dd className={styles.fact}>{fact}</dd>
                </Fragment>
              ))}
            </dl>
            {counts.values.length > 0 && (
              <section>
                <h3 className={styles.title}>
                  {counts.distinct > topValues ? `The ${topValues} most frequent values` : 'All values'}
                </h3>
                <ul className={styles.list} aria-label={`Most frequent values of ${label}`}>
                  {counts.values.map(({ value, count }) => (
                    <FacetValue
                      key={value}
                      field={field}
                      value={value}
                      count={count}
                      share={counts.outOf > 0 ? count / counts.outOf : 0}
                      state={stateOf(chosen, value)}
                      onChoose={(choice) => onFilters(withChoice(filters, field, value, choice))}
                    />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </DialogCard>
    </Dialog>
  );
}

function factsOf(catalogue: Catalogue, field: FieldRef, counts: FieldCounts): [term: string, fact: string][] {
  const { records, outOf, distinct, range } = counts;
  const show = (value: string) => visibleText(displayText(field, value));
  return [
    ['Have it', `${formatNumber(records)} of ${counted(outOf, 'record')} (${percent(records, outOf)})`],
    ['Different values', formatNumber(distinct)],
    ...(range ? [[rangeTerm(catalogue, field), `${show(range.lowest)} to ${show(range.highest)}`] as [string, string]] : []),
  ];
}

function rangeTerm(catalogue: Catalogue, field: FieldRef): string {
  return fieldOf(catalogue, field).kind === 'number' ? 'Lowest to highest' : 'First to last, as sorted';
}
