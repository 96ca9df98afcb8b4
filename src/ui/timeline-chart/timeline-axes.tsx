import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { EpochMs, TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { axisLabels } from './slice-words';
import { digitWidth, type TimelineLayout } from './timeline-layout';

const useStyles = makeStyles({
  text: {
    fill: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    fontFamily: tokens.fontFamilyBase,
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  grid: { stroke: tokens.colorNeutralStroke3, '@media (forced-colors: active)': { stroke: 'CanvasText', strokeOpacity: 0.3 } },
  axis: { stroke: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
});

export interface TimelineAxesProps {
  readonly edges: readonly EpochMs[];
  readonly zone: TimeZone;
  readonly layout: TimelineLayout;
}

/** Room for the longest label, a day with its time, and for a look at where it ends. */
const labelWidth = 100;

/** Lines and labels, under the bars. */
export const TimelineAxes = memo(function TimelineAxes({ edges, zone, layout }: TimelineAxesProps) {
  const styles = useStyles();
  const { left, right, bottom, width, ticks, x, y } = layout;
  return (
    <g shapeRendering="crispEdges">
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? styles.axis : styles.grid} x1={left} x2={right} y1={y(tick) + 0.5} y2={y(tick) + 0.5} />
          <text className={styles.text} x={left - 5} y={y(tick)} dy="0.35em" textAnchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {axisLabels(edges, zone, Math.max(1, Math.floor((right - left) / labelWidth))).map(({ at, text }) => (
        <g key={at}>
          <line className={styles.axis} x1={x(at) + 0.5} x2={x(at) + 0.5} y1={bottom} y2={bottom + 5} />
          <text className={styles.text} x={Math.min(x(at), width - text.length * digitWidth)} y={bottom + 15}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
});
