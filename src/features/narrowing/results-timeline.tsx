import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ZoomOutRegular } from '@fluentui/react-icons/svg/zoom-out';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { timeRangeOf, widened, withTimeRange } from '~/domain/view/change-filters';
import { overviewQuery } from '~/records/overview-query';
import { MenuButton } from '~/ui/menu-button';
import { TimelineChart } from '~/ui/timeline-chart/timeline-chart';
import type { Narrowing } from './narrowing';

const useStyles = makeStyles({
  root: { flexShrink: 0, '@media print': { display: 'none' } },
  tools: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
});

/** More could not be told apart by their colours. */
const stackedValues = 5;
const mostSlices = 120;

export interface ResultsTimelineProps extends Narrowing {
  readonly stack: FieldRef;
  onStack(field: FieldRef): void;
}

export function ResultsTimeline({ held, shown, zone, filters, onFilters, stack, onStack }: ResultsTimelineProps) {
  const styles = useStyles();
  const { catalogue } = held.set;
  const { data } = useQuery(
    overviewQuery(held, shown, {
      facets: [],
      timeline: { zone, atMost: mostSlices, by: { field: stack, values: stackedValues } },
    }),
  );
  const timeline = data?.timeline;
  const stacks = useMemo(
    () =>
      timeline?.stacks.map(({ value, counts }) => ({
        label: value === undefined ? 'Other' : displayText(stack, value),
        counts,
        isRest: value === undefined,
      })) ?? [],
    [timeline, stack],
  );
  const range = timeRangeOf(filters);
  return (
    <div className={styles.root}>
      <div className={styles.tools}>
        <MenuButton
          appearance="subtle"
          aria-label={`Stacked by ${labelOf(catalogue, stack)}`}
          groups={[
            stackFields(catalogue.fields.map(({ key }) => key)).map((field) => ({
              label: labelOf(catalogue, field),
              isChosen: field === stack,
              onChoose: () => onStack(field),
            })),
          ]}
        >
          By {labelOf(catalogue, stack).toLowerCase()}
        </MenuButton>
        {range && (
          <>
            <Button
              size="small"
              appearance="subtle"
              icon={<ZoomOutRegular />}
              onClick={() => onFilters(withTimeRange(filters, widened(range)))}
            >
              Step out
            </Button>
            <Button size="small" appearance="subtle" onClick={() => onFilters(withTimeRange(filters, undefined))}>
              Whole range
            </Button>
          </>
        )}
      </div>
      {timeline && (
        <TimelineChart
          label="Records over time"
          edges={timeline.edges}
          stacks={stacks}
          zone={zone}
          onSelect={(selected) => onFilters(withTimeRange(filters, selected))}
        />
      )}
    </div>
  );
}

const telling: readonly FieldRef[] = ['recordType', 'operation', 'user', 'result', 'ip', 'workload', 'path:LogonType'];

function stackFields(fields: readonly FieldRef[]): FieldRef[] {
  return telling.filter((field) => fields.includes(field));
}
