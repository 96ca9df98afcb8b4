import { memo } from 'react';
import type { EpochMs } from '~/lib/time';
import { useStackColors } from './stack-colors';
import type { TimelineLayout } from './timeline-layout';
import type { TimelineStack } from './timeline-stack';

export interface TimelineBarsProps {
  readonly edges: readonly EpochMs[];
  readonly stacks: readonly TimelineStack[];
  readonly layout: TimelineLayout;
}

/** One path for each stack. Drawn again only when what is counted changes, or the width. */
export const TimelineBars = memo(function TimelineBars({ edges, stacks, layout }: TimelineBarsProps) {
  const colors = useStackColors(stacks);
  return pathsOf(edges, stacks, layout).map((path, stack) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stack is its place
    <path key={stack} className={colors[stack]} d={path} shapeRendering="crispEdges" />
  ));
});

/** The least height of a part, so that one among thousands is seen. */
const leastHeight = 1;
/** From this height on, a part is set off from the one below. */
const setOffHeight = 3;

function pathsOf(edges: readonly EpochMs[], stacks: readonly TimelineStack[], { x, y, bottom }: TimelineLayout): string[] {
  const paths = stacks.map(() => '');
  for (let slice = 0; slice < edges.length - 1; slice++) {
    const left = x(edges[slice] ?? 0);
    const full = x(edges[slice + 1] ?? 0) - left;
    const width = full > 3 ? full - 1 : full;
    let below = 0;
    let base = bottom;
    for (const [stack, { counts }] of stacks.entries()) {
      const count = counts[slice] ?? 0;
      if (count === 0) continue;
      below += count;
      const top = Math.min(Math.round(y(below)), base - (base === bottom ? 2 : leastHeight));
      const height = base - top - (base < bottom && base - top >= setOffHeight ? 1 : 0);
      paths[stack] += `M${left} ${top}h${width}v${height}h${-width}z`;
      base = top;
    }
  }
  return paths;
}
