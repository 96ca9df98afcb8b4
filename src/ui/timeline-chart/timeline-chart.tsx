import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { type ReactNode, useState } from 'react';
import { zoneIdentifier } from '~/lib/time';
import { TimelineLegend } from './timeline-legend';
import { TimelinePlot, type TimelinePlotProps } from './timeline-plot';
import { TimelineTable } from './timeline-table';

const useStyles = makeStyles({
  chart: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    position: 'relative',
    // Beside open panels it is narrow on any screen.
    containerType: 'inline-size',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  tools: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  button: { minWidth: 'auto', '@media print': { display: 'none' } },
  label: { '@container (max-width: 960px)': { display: 'none' } },
});

export interface TimelineChartProps extends Omit<TimelinePlotProps, 'selection' | 'height'> {
  /** Those before the first edge or after the last are cut off there. */
  readonly selection?: TimelinePlotProps['selection'];
  /** Of the drawing, in pixels. */
  readonly height?: number;
  /** What can be done with the chart, before the legend. */
  readonly tools?: ReactNode;
}

/**
 * How many there are over time, in stacks of which the first is at the bottom; at most six. A drag, a click or the keyboard
 * selects whole slices: from an edge to before another. `edges` and `stacks` should be the same arrays until they change, so that
 * bars are not drawn again. Without slices there is no chart.
 */
export function TimelineChart({ selection, height = 88, tools, ...props }: TimelineChartProps) {
  const { edges, stacks, zone, label } = props;
  const styles = useStyles();
  const [isTableShown, setTableShown] = useState(false);
  if (edges.length < 2) return null;
  const tableWords = isTableShown ? 'Hide table' : 'Show as table';
  return (
    <div className={styles.chart}>
      <div className={styles.head}>
        {tools}
        {stacks.length > 1 && <TimelineLegend stacks={stacks} />}
        <div className={styles.tools}>
          <span>{zoneIdentifier(zone)}</span>
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            icon={<TableRegular />}
            aria-label={tableWords}
            title={tableWords}
            aria-expanded={isTableShown}
            onClick={() => setTableShown(!isTableShown)}
          >
            <span className={styles.label}>{tableWords}</span>
          </Button>
        </div>
      </div>
      <TimelinePlot {...props} selection={selection} height={height} />
      <TimelineTable edges={edges} stacks={stacks} zone={zone} label={label} isShown={isTableShown} />
    </div>
  );
}
