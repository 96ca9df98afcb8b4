import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { type DateRange, type Range, rangeEnding, rangeLabel, ranges } from '~/lib/date-range';

const useStyles = makeStyles({
  chips: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto' },
});

export function RangeChips({ range, onRange }: { range: Range | undefined; onRange(range: DateRange): void }) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out across the grid in every browser
    <div role="group" aria-label="Range that ends now" className={styles.chips}>
      {ranges.map((each) => (
        <ToggleButton
          key={each}
          className={styles.chip}
          size="small"
          shape="circular"
          checked={each === range}
          onClick={() => onRange(rangeEnding(each, Date.now()))}
        >
          {rangeLabel(each)}
        </ToggleButton>
      ))}
    </div>
  );
}
