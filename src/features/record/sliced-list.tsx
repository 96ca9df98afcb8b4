import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode, startTransition, useEffect, useRef, useState } from 'react';

const useStyles = makeStyles({ more: { margin: `${tokens.spacingVerticalM} 0` } });

export interface SlicedListProps {
  readonly count: number;
  /** Draws everything at once, for paper. */
  readonly isWhole: boolean;
  readonly what: string;
  readonly children: (position: number) => ReactNode;
}

/** Draws the first slice, and the next one whenever the end comes near: a click never waits for thousands of rows. */
export function SlicedList({ count, isWhole, what, children }: SlicedListProps) {
  const styles = useStyles();
  const [drawn, setDrawn] = useState(1);
  const end = useRef<HTMLDivElement>(null);
  const shown = isWhole ? count : Math.min(drawn, count);

  useEffect(() => {
    if (shown >= count || !end.current) return;
    // Observed anew for every slice: an end that stays in sight is told only once.
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && startTransition(() => setDrawn(shown + 1)), {
      rootMargin: '400px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, count]);

  return (
    <>
      {Array.from({ length: shown }, (_, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slices are nothing but their positions
        <Fragment key={position}>{children(position)}</Fragment>
      ))}
      {shown < count && (
        <div ref={end} className={styles.more}>
          <Button size="small" onClick={() => setDrawn(shown + 1)}>
            Show more {what}
          </Button>
        </div>
      )}
    </>
  );
}
