import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { ZoomOutRegular } from '@fluentui/react-icons/svg/zoom-out';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { timeRangeOf, widened, withTimeRange } from '~/domain/view/change-filters';
import type { Narrowing } from '~/records/narrowing';
import { overviewQuery } from '~/records/overview-query';
import { MenuButton } from '~/ui/menu-button';
import { TimelineChart } from '~/ui/timeline-chart/timeline-chart';
import { narrowScreen, useMedia } from '~/ui/use-media';
import { useStoredSwitch } from '~/ui/use-stored-switch';

const useStyles = makeStyles({
  root: { flexShrink: 0, '@media print': { display: 'none' } },
  by: {
    minWidth: 0,
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  none: { display: 'flex', alignItems: 'start', minHeight: '132px' },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
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
  const isNarrow = useMedia(narrowScreen);
  const [isOpen, setOpen] = useStoredSwitch('timeline-open', !isNarrow);
  const { data } = useQuery(
    overviewQuery(held, isOpen ? shown : undefined, {
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
  const toggle = (
    <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
      Timeline
    </button>
  );
  const tools = (
    <>
      {toggle}
      <MenuButton
        appearance="subtle"
        className={styles.by}
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
    </>
  );
  if (!isOpen) return <div className={styles.root}>{toggle}</div>;
  return (
    <div className={styles.root}>
      {timeline ? (
        <TimelineChart
          label="Records over time"
          edges={timeline.edges}
          stacks={stacks}
          zone={zone}
          tools={tools}
          onSelect={(selected) => onFilters(withTimeRange(filters, selected))}
        />
      ) : (
        // Nothing moves when it comes.
        <div className={styles.none}>{tools}</div>
      )}
    </div>
  );
}

const telling: readonly FieldRef[] = ['recordType', 'operation', 'user', 'result', 'ip', 'workload', 'path:LogonType'];

function stackFields(fields: readonly FieldRef[]): FieldRef[] {
  return telling.filter((field) => fields.includes(field));
}
