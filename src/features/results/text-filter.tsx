import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '~/ui/use-shortcut';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, flex: '1 1 260px' },
  box: { flex: '1 1 240px', maxWidth: '560px' },
  progress: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

const restMs = 200;

export interface TextFilterProps {
  readonly text: string;
  onText(text: string): void;
  /** How far the search through the records has come; `undefined` when it is through. */
  readonly progress: { readonly searched: number; readonly outOf: number } | undefined;
}

export function TextFilter({ text, onText, progress }: TextFilterProps) {
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What is typed runs ahead of what is searched for; `from` tells a change made elsewhere from an echo.
  const [typed, setTyped] = useState({ text, from: text });
  if (typed.from !== text) setTyped({ text: typed.text.trim() === text ? typed.text : text, from: text });
  useShortcut({ keys: '/', label: 'Search in these records' }, () => box.current?.focus());
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: string, delayMs: number) => {
    setTyped({ text: next, from: text });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onText(next.trim()), delayMs);
  };
  return (
    <div className={styles.root}>
      <SearchBox
        ref={box}
        className={styles.box}
        aria-label="Search in these records"
        placeholder="Search in these records"
        value={typed.text}
        onChange={(_, { value }) => change(value, value === '' ? 0 : restMs)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') change(typed.text, 0);
          if (event.key !== 'Escape' || typed.text === '') return;
          event.preventDefault();
          change('', 0);
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
