import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '1100px' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export interface EntryListProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  keyOf(entry: Entry): string;
  /** A link, mostly. */
  renderName(entry: Entry): ReactNode;
  factsOf(entry: Entry): string;
  renderActions(entry: Entry): ReactNode;
}

/** Named things, a line each: what there is to know of it, and what can be done with it. */
export function EntryList<Entry>(props: EntryListProps<Entry>) {
  const { label, entries, keyOf, renderName, factsOf, renderActions } = props;
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={keyOf(entry)} className={styles.entry}>
          <div className={styles.words}>
            {renderName(entry)}
            <div className={styles.facts}>{factsOf(entry)}</div>
          </div>
          <div className={styles.actions}>{renderActions(entry)}</div>
        </li>
      ))}
    </ul>
  );
}
