import { type EpochMs, formatTime, type TimeZone } from '~/lib/time';
import { timeSlices } from '~/lib/time-slices';
import { formatNumber } from '~/lib/words';
import { countOf, type SliceRange, type TimelineStack, totalOf } from './timeline-stack';

/** `2026-11-14 09:00 to 10:00`: seconds and the second day only where they say something. */
export function spanWords(from: EpochMs, to: EpochMs, zone: TimeZone): string {
  const times = [formatTime(from, zone), formatTime(to, zone)];
  const [start = '', end = ''] = times.every(hasNoSeconds) ? times.map((time) => time.replace(noSeconds, '')) : times;
  return `${start} to ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}

const noSeconds = /(?<=:\d\d):00/;
const hasNoSeconds = (time: string) => noSeconds.test(time);

/** When, how many in all and how many of which: what the tooltip shows, for those who hear it. */
export function sliceWords(
  edges: readonly EpochMs[],
  stacks: readonly TimelineStack[],
  range: SliceRange,
  zone: TimeZone,
): string {
  const slices = range.last - range.first + 1;
  const parts = stacks.length > 1 ? stacks.map((stack) => `${stack.label} ${formatNumber(countOf(stack, range))}`) : [];
  return [
    ...(slices > 1 ? [`${formatNumber(slices)} slices`] : []),
    spanWords(edges[range.first] ?? 0, edges[range.last + 1] ?? 0, zone),
    `${formatNumber(totalOf(stacks, range))} in total`,
    ...parts,
  ].join(', ');
}

export interface AxisLabel {
  readonly at: EpochMs;
  readonly text: string;
}

/** Round times between the first edge and the last, as short as their distance allows; the day only where it is another one. */
export function axisLabels(edges: readonly EpochMs[], zone: TimeZone, atMost: number): AxisLabel[] {
  const { times, unit } = roundTimes(edges, zone, atMost);
  let lastDay = '';
  return times.map((at) => {
    const shown = formatTime(at, zone);
    const day = shown.slice(0, 10);
    if (unit === 'year') return { at, text: day.slice(0, 4) };
    if (unit === 'month') return { at, text: day.slice(0, 7) };
    if (unit === 'week' || unit === 'day') return { at, text: day };
    const clock = unit === 'second' ? shown.slice(11, 19) : shown.slice(11, 16);
    const isNewDay = day !== lastDay;
    lastDay = day;
    return { at, text: !isNewDay ? clock : isMidnight(clock) ? day : `${day} ${clock}` };
  });
}

const isMidnight = (clock: string) => /^[0:]+$/.test(clock);
/** No unit is cut into more of the next, but for years. */
const mostInOne = 7;

function roundTimes(edges: readonly EpochMs[], zone: TimeZone, atMost: number) {
  const from = edges[0] ?? 0;
  const end = edges.at(-1) ?? 0;
  const cut = (slices: number) => {
    const { edges: times, unit } = timeSlices(from, end - 1, slices, zone);
    return { times: times.filter((at) => at >= from && at < end), unit };
  };
  const round = cut(atMost);
  if (round.times.length > 1) return round;
  // Three weeks may have no first of a month, and too many Mondays for a narrow screen: every other does.
  const { times, unit } = cut(atMost * mostInOne);
  const each = Math.ceil(times.length / atMost);
  return { times: times.filter((_, index) => index % each === 0), unit };
}
