import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { expanderMark } from './row-tree';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    verticalAlign: 'top',
    width: '24px',
    height: 'calc(var(--grid-row) - 1px)',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    marginInlineEnd: tokens.spacingHorizontalXXS,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    fontSize: '16px',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
});

/** For the pointer: the row itself says whether it is open, and the arrow keys do the same. */
export function RowExpander({ isOpen }: { readonly isOpen: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.root} aria-hidden {...{ [expanderMark]: '' }}>
      {isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
    </span>
  );
}
