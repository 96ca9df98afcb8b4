import { makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { Fragment, useMemo } from 'react';
import type { EpochMs, TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { spanWords } from './slice-words';
import { useStackColors } from './stack-colors';
import { Swatch } from './timeline-legend';
import { countOf, type SliceRange, type TimelineStack, totalOf } from './timeline-stack';

const useStyles = makeStyles({
  tip: { maxWidth: 'min(360px, 90vw)' },
  content: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  time: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
  wide: { gridColumn: '1 / span 2', fontWeight: tokens.fontWeightSemibold },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', overflowWrap: 'anywhere' },
  number: { textAlign: 'end' },
  total: { textAlign: 'end', fontWeight: tokens.fontWeightSemibold },
});

export interface TimelineTipProps {
  readonly edges: readonly EpochMs[];
  readonly stacks: readonly TimelineStack[];
  readonly zone: TimeZone;
  readonly range: SliceRange;
  /** Where on the screen the slices are, when it is asked. */
  rectOf(range: SliceRange): DOMRect;
  onHide(): void;
}

/** What there is in some slices. It is for the eyes: the chart says the same as its value. */
export function TimelineTip({ edges, stacks, zone, range, rectOf, onHide }: TimelineTipProps) {
  const styles = useStyles();
  const colors = useStackColors(stacks);
  const { first, last } = range;
  // Fluent places the tip again for another target.
  const target = useMemo(() => ({ getBoundingClientRect: () => rectOf({ first, last }) }), [rectOf, first, last]);
  return (
    <Tooltip
      visible
      relationship="inaccessible"
      positioning={{ target, position: 'below' }}
      onVisibleChange={(_, { visible }) => !visible && onHide()}
      content={{
        className: styles.tip,
        children: (
          <div className={styles.content}>
            <span className={styles.time}>{spanWords(edges[first] ?? 0, edges[last + 1] ?? 0, zone)}</span>
            <span className={styles.wide}>Total</span>
            <span className={styles.total}>{formatNumber(totalOf(stacks, range))}</span>
            {stacks.length > 1 &&
              stacks.map((stack, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stack is its place
                <Fragment key={index}>
                  <Swatch className={colors[index]} />
                  <span className={styles.label}>
                    <VisibleText text={stack.label} />
                  </span>
                  <span className={styles.number}>{formatNumber(countOf(stack, range))}</span>
                </Fragment>
              ))}
          </div>
        ),
      }}
    />
  );
}
