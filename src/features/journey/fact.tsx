import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '1px',
    margin: 0,
    flexShrink: 0,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // Shows through the gaps as thin rules, however the tiles wrap.
    backgroundColor: tokens.colorNeutralStroke2,
  },
  fact: {
    display: 'flex',
    flexDirection: 'column',
    // Fills its line, so that no gap is left where the last line is short.
    flex: '1 1 230px',
    '@media (max-width: 640px)': { flexBasis: '140px' },
    '@media print': { flexBasis: '150px' },
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    breakInside: 'avoid',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  none: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  failure: { color: tokens.colorStatusDangerForeground3 },
  icon: { marginInlineEnd: tokens.spacingHorizontalXS, fontSize: '16px', lineHeight: 0, verticalAlign: '-3px' },
  about: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

/** Thin rules between the facts, however they wrap. */
export function Facts({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label="At a glance">
      <dl className={styles.facts}>{children}</dl>
    </section>
  );
}

export interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly isNone: boolean;
  readonly isFailure?: boolean;
  readonly icon?: ReactNode;
  readonly about?: ReactNode;
}

export function Fact({ label, value, isNone, isFailure = false, icon, about }: FactProps) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, isNone && styles.none, isFailure && styles.failure)}>
        {(icon || isFailure) && <span className={styles.icon}>{icon ?? <ErrorCircleRegular aria-hidden />}</span>}
        {value}
      </dd>
      {about && <dd className={styles.about}>{about}</dd>}
    </div>
  );
}
