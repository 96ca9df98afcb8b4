import { makeStyles, tokens } from '@fluentui/react-components';
import { VisibleText } from '~/ui/visible-text';
import { useStackColors } from './stack-colors';
import type { TimelineStack } from './timeline-stack';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    minWidth: 0,
    // There it would be taller than the bars; what is pointed at, and the table, name the colours.
    '@container (max-width: 480px)': { display: 'none' },
  },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  text: { maxWidth: '200px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What the colours mean. */
export function TimelineLegend({ stacks }: { readonly stacks: readonly TimelineStack[] }) {
  const styles = useStyles();
  const colors = useStackColors(stacks);
  return (
    <ul className={styles.list}>
      {stacks.map(({ label }, stack) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stack is its place
        <li key={stack} className={styles.item}>
          <Swatch className={colors[stack]} />
          <span className={styles.text}>
            <VisibleText text={label} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Drawn, not a background: those are not printed. */
export function Swatch({ className }: { readonly className: string | undefined }) {
  return (
    <svg aria-hidden width={10} height={10} style={{ flexShrink: 0 }}>
      <rect className={className} width={10} height={10} rx={2} />
    </svg>
  );
}
