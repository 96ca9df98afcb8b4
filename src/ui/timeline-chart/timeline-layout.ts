import { scaleLinear } from 'd3-scale';
import type { EpochMs } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import type { TimelineStack } from './timeline-stack';

const topSpace = 8;
const labelSpace = 18;
/** A digit of the smallest font, rather too wide. */
export const digitWidth = 6;

/** Where what is drawn, in pixels. All slices are equally wide, also the months and the days on which clocks change. */
export interface TimelineLayout {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  /** Of a time, which may be within a slice; those before and after the chart are at its sides. */
  x(time: EpochMs): number;
  y(count: number): number;
}

export function layOut(
  edges: readonly EpochMs[],
  stacks: readonly TimelineStack[],
  width: number,
  height: number,
): TimelineLayout {
  const totals = edges.slice(1).map((_, slice) => stacks.reduce((sum, { counts }) => sum + (counts[slice] ?? 0), 0));
  const bottom = height - labelSpace;
  const y = scaleLinear([0, Math.max(1, ...totals)], [bottom, topSpace]).nice(2);
  const most = y.domain()[1] ?? 1;
  const ticks = [0, most / 2, most].filter(Number.isInteger);
  const left = digitWidth * Math.max(...ticks.map((tick) => formatNumber(tick).length)) + 8;
  const right = Math.max(left + 1, width - 1);
  const sliceWidth = (right - left) / (edges.length - 1);
  const x = scaleLinear(
    edges,
    edges.map((_, edge) => Math.round(left + edge * sliceWidth)),
  ).clamp(true);
  return { width, left, right, top: topSpace, bottom, ticks, x, y };
}

/** The slice at a place; beside the chart the first or the last. */
export function sliceAtX({ left, right }: TimelineLayout, x: number, slices: number): number {
  return Math.min(slices - 1, Math.max(0, Math.floor(((x - left) / (right - left)) * slices)));
}

/** The slice of a time, or the one nearest to it. */
export function sliceAtTime(edges: readonly EpochMs[], time: EpochMs): number {
  const slice = edges.findLastIndex((edge) => edge <= time);
  return Math.max(0, Math.min(slice, edges.length - 2));
}
