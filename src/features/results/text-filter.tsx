import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useShortcut } from '~/ui/use-shortcut';
import { useTypedText } from '~/ui/use-typed-text';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, flex: '1 1 260px' },
  box: { flex: '1 1 240px', maxWidth: '560px' },
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
  const box = useRef<HTMLInputElement>(null);
  const { typed, type, tellNow } = useTypedText(text, onText);
  useShortcut({ keys: '/', label: 'Search in these records' }, () => box.current?.focus());
  return (
    <div className={styles.root}>
      <SearchBox
        ref={box}
        className={styles.box}
        aria-label="Search in these records"
        placeholder="Search in these records"
        value={typed}
        onChange={(_, { value }) => type(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') tellNow();
          if (event.key !== 'Escape' || typed === '') return;
          event.preventDefault();
          type('');
        }}
      />
      {progress && (
        <span className={styles.progress}>
          searched {progress.searched.toLocaleString('en-US')} of {progress.outOf.toLocaleString('en-US')}
        </span>
      )}
    </div>
  );
}
