import { makeStyles, tokens } from '@fluentui/react-components';
import { type PointerEvent, useCallback, useId, useMemo, useRef } from 'react';
import type { EpochMs, TimeZone } from '~/lib/time';
import { sliceWords } from './slice-words';
import { TimelineAxes } from './timeline-axes';
import { TimelineBars } from './timeline-bars';
import { layOut, sliceAtX } from './timeline-layout';
import type { SliceRange, TimelineStack } from './timeline-stack';
import { TimelineTip } from './timeline-tip';
import { useSlicePicking } from './use-slice-picking';
import { useWidth } from './use-width';

const useStyles = makeStyles({
  plot: {
    position: 'relative',
    minWidth: 0,
    cursor: 'crosshair',
    userSelect: 'none',
    touchAction: 'pan-y',
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // Shrinks on paper, where nobody measures.
  drawing: { display: 'block', maxWidth: '100%', height: 'auto' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  looked: {
    fill: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { fill: 'none', stroke: 'Highlight' },
    '@media print': { display: 'none' },
  },
  selected: {
    fill: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { fill: 'none' },
  },
  side: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
});

export interface TimelinePlotProps {
  readonly edges: readonly EpochMs[];
  readonly stacks: readonly TimelineStack[];
  readonly zone: TimeZone;
  readonly selection: { readonly from: EpochMs; readonly to: EpochMs } | undefined;
  onSelect(range: { from: EpochMs; to: EpochMs }): void;
  readonly label: string;
  readonly height: number;
}

/** The drawing, operated like a slider whose values are slices: screen readers say its value whenever that changes. */
export function TimelinePlot({ edges, stacks, zone, selection, onSelect, label, height }: TimelinePlotProps) {
  const styles = useStyles();
  const helpId = useId();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const layout = useMemo(() => layOut(edges, stacks, width, height), [edges, stacks, width, height]);
  const { left, right, top, bottom, x } = layout;
  const slices = edges.length - 1;

  const spanOf = ({ first, last }: SliceRange) => ({ from: edges[first] ?? 0, to: edges[last + 1] ?? 0 });
  const picking = useSlicePicking({
    edges,
    start: selection?.from,
    sliceAt: ({ clientX, currentTarget }: PointerEvent) =>
      sliceAtX(layout, clientX - currentTarget.getBoundingClientRect().left, slices),
    onPick: (range) => onSelect(spanOf(range)),
  });
  const { range, slice, isDrawing, isLooking } = picking;

  const rectOf = useCallback(
    ({ first, last }: SliceRange) => {
      const page = plot.current?.getBoundingClientRect() ?? new DOMRect();
      const from = x(edges[first] ?? 0);
      return new DOMRect(page.x + from, page.y, x(edges[last + 1] ?? 0) - from, page.height);
    },
    [edges, x],
  );

  const looked = spanOf(range);
  const shown = isDrawing ? looked : selection;
  const isSelected = selection !== undefined && looked.from >= selection.from && looked.to <= selection.to;
  return (
    <div
      ref={plot}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={slices}
      aria-valuenow={slice + 1}
      aria-valuetext={`${sliceWords(edges, stacks, range, zone)}${isSelected ? ', selected' : ''}`}
      aria-describedby={helpId}
      className={styles.plot}
      style={{ minHeight: height }}
      {...picking.handlers}
    >
      <span id={helpId} className={styles.hidden}>
        Left, right, Home and End go from slice to slice, with Shift they draw a range. Enter selects, Escape drops the range.
      </span>
      {width > 0 && (
        <svg aria-hidden className={styles.drawing} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {shown && <Band className={styles.selected} from={x(shown.from)} to={x(shown.to)} top={top} bottom={bottom} />}
          {isLooking && !isDrawing && (
            <Band className={styles.looked} from={x(looked.from)} to={x(looked.to)} top={top} bottom={bottom} />
          )}
          <TimelineAxes edges={edges} zone={zone} layout={layout} />
          <TimelineBars edges={edges} stacks={stacks} layout={layout} />
          {shown &&
            [x(shown.from), x(shown.to)].map(
              (at, side) =>
                // A side that lies beyond the chart is none.
                isWithin(side === 0 ? shown.from : shown.to, edges) && (
                  <line
                    key={side === 0 ? 'from' : 'to'}
                    className={styles.side}
                    x1={Math.min(Math.max(at, left + 1), right - 1)}
                    x2={Math.min(Math.max(at, left + 1), right - 1)}
                    y1={0}
                    y2={bottom}
                  />
                ),
            )}
        </svg>
      )}
      {isLooking && <TimelineTip edges={edges} stacks={stacks} zone={zone} range={range} rectOf={rectOf} onHide={picking.hide} />}
    </div>
  );
}

interface BandProps {
  readonly className: string;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

function Band({ className, from, to, top, bottom }: BandProps) {
  return <rect className={className} x={from} width={to - from} y={top} height={bottom - top} />;
}

function isWithin(time: EpochMs, edges: readonly EpochMs[]): boolean {
  return time >= (edges[0] ?? 0) && time <= (edges.at(-1) ?? 0);
}
