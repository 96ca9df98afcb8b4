import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '~/lib/words';
import { FilterBox } from '~/ui/filter-box';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    flex: '1 1 180px',
    minWidth: 0,
  },
  box: { flex: '1 1 160px', minWidth: 0, maxWidth: '560px' },
  progress: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface TextFilterProps {
  readonly text: string;
  onText(text: string): void;
  /** How far the search through the records has come; `undefined` when it is through. */
  readonly progress: { readonly searched: number; readonly outOf: number } | undefined;
}

export function TextFilter({ text, onText, progress }: TextFilterProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <FilterBox
        className={styles.box}
        label="Search in these records"
        placeholder="Search in these records"
        text={text}
        onText={onText}
      />
      {progress && (
        <span className={styles.progress}>
          searched {formatNumber(progress.searched)} of {formatNumber(progress.outOf)}
        </span>
      )}
    </div>
  );
}
