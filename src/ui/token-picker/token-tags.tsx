import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { formatNumber } from '~/lib/words';
import { useTokenPickerStyles } from './token-picker-styles';

/** A pasted list of hundreds is counted rather than shown, until asked for. */
const shownAtMost = 30;

export interface TokenTagsProps {
  readonly label: string;
  readonly values: readonly string[];
  labelOf(value: string): string;
  onRemove(value: string): void;
  /** Back to where one types. */
  onLeave(): void;
  focusTag(index: number): void;
}

export function TokenTags({ label, values, labelOf, onRemove, onLeave, focusTag }: TokenTagsProps) {
  const styles = useTokenPickerStyles();
  const [showsAll, setShowsAll] = useState(false);
  const hiddenCount = showsAll ? 0 : Math.max(0, values.length - shownAtMost);
  if (values.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={`${label}, chosen`}>
      {hiddenCount > 0 && (
        <li>
          <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>
            {formatNumber(hiddenCount)} more
          </button>
        </li>
      )}
      {values.slice(hiddenCount).map((value, index) => (
        <li key={value} className={styles.tag}>
          <span className={styles.tagText} title={labelOf(value)}>
            {labelOf(value)}
          </span>
          <button
            type="button"
            data-tag
            // Reached with the left arrow from the input, so that a long list is one stop of the Tab key.
            tabIndex={-1}
            className={styles.remove}
            aria-label={`Remove ${labelOf(value)}`}
            onClick={() => {
              onRemove(value);
              onLeave();
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowLeft') focusTag(Math.max(0, index - 1));
              else if (event.key === 'ArrowRight') focusTag(index + 1);
              else if (event.key === 'Escape') onLeave();
              else if (event.key === 'Backspace' || event.key === 'Delete') {
                onRemove(value);
                onLeave();
              } else return;
              event.preventDefault();
            }}
          >
            <DismissRegular />
          </button>
        </li>
      ))}
    </ul>
  );
}
