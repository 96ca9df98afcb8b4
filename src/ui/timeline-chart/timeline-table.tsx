import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { type EpochMs, formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { type TimelineStack, totalOf } from './timeline-stack';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  shown: {
    maxHeight: '240px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { maxHeight: 'none' },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
      textAlign: 'end',
      whiteSpace: 'nowrap',
    },
    '& th[scope=row], & th:nth-child(-n+2), & td:nth-child(2)': { textAlign: 'start', fontWeight: tokens.fontWeightRegular },
    '& thead th': {
      position: 'sticky',
      top: 0,
      fontWeight: tokens.fontWeightSemibold,
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke2}`,
    },
  },
});

export interface TimelineTableProps {
  readonly edges: readonly EpochMs[];
  readonly stacks: readonly TimelineStack[];
  readonly zone: TimeZone;
  readonly label: string;
  /** Else it is there for screen readers alone. */
  readonly isShown: boolean;
}

/** The same as the chart, without what is empty. */
export const TimelineTable = memo(function TimelineTable({ edges, stacks, zone, label, isShown }: TimelineTableProps) {
  const styles = useStyles();
  const zoneName = zoneIdentifier(zone);
  const rows = edges.slice(1).flatMap((end, slice) => {
    const total = totalOf(stacks, { first: slice, last: slice });
    return total === 0 ? [] : [{ slice, start: edges[slice] ?? 0, end, total }];
  });
  return (
    // The keyboard scrolls what has the focus.
    <section
      className={isShown ? styles.shown : styles.hidden}
      aria-label={`${label}, as a table`}
      tabIndex={isShown ? 0 : undefined}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Start ({zoneName})</th>
            <th scope="col">End ({zoneName})</th>
            <th scope="col">Total</th>
            {stacks.length > 1 &&
              stacks.map((stack, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stack is its place
                <th key={index} scope="col">
                  <VisibleText text={stack.label} />
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slice, start, end, total }) => (
            <tr key={start}>
              <th scope="row">{formatTime(start, zone)}</th>
              <td>{formatTime(end, zone)}</td>
              <td>{formatNumber(total)}</td>
              {stacks.length > 1 &&
                stacks.map((stack, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stack is its place
                  <td key={index}>{formatNumber(stack.counts[slice] ?? 0)}</td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
