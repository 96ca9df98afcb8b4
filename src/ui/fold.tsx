import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  toggle: { justifyContent: 'start', textAlign: 'start', paddingInline: tokens.spacingHorizontalXS, minWidth: 0 },
});

export interface FoldProps {
  readonly label: string;
  /** Where several have the same label. */
  readonly of?: string;
  readonly isHeading?: boolean;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** What is seen once it is asked for. */
export function Fold({ label, of, isHeading = false, isOpenAtFirst = false, children }: FoldProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const toggle = (
    <Button
      size="small"
      appearance="subtle"
      className={styles.toggle}
      aria-expanded={isOpen}
      aria-label={of && `${label}: ${of}`}
      icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
      onClick={() => setOpen(!isOpen)}
    >
      {label}
    </Button>
  );
  return (
    <div>
      {isHeading ? <h3 className={styles.heading}>{toggle}</h3> : toggle}
      {isOpen && children}
    </div>
  );
}
