import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useId, useState } from 'react';

const useStyles = makeStyles({
  head: { gridColumn: '1 / -1', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  inside: { display: 'contents' },
});

export interface MoreCriteriaProps {
  /** How many of the fields inside are filled in. */
  readonly filled: number;
  readonly children: ReactNode;
}

/** Opens by itself when the address or a copied search fills something inside; closed by hand it says how much is. */
export function MoreCriteria({ filled, children }: MoreCriteriaProps) {
  const styles = useStyles();
  const id = useId();
  const [{ isOpen, seen }, setState] = useState({ isOpen: filled > 0, seen: filled });
  if (filled !== seen) setState({ isOpen: isOpen || filled > seen, seen: filled });
  return (
    <>
      <div className={styles.head}>
        <Button
          type="button"
          appearance="transparent"
          size="small"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setState({ isOpen: !isOpen, seen: filled })}
        >
          {filled > 0 ? `More criteria (${filled} filled)` : 'More criteria'}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      )}
    </>
  );
}
