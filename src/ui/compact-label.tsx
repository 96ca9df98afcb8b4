import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Still the name of the button. Takes back the gap between it and the icon.
  label: {
    '@media (max-width: 640px)': {
      width: 0,
      height: '1px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    },
  },
});

/** Of a button with an icon at the head of a page: on a narrow screen the icon alone is seen. */
export function CompactLabel({ children }: { readonly children: string }) {
  const styles = useStyles();
  return <span className={styles.label}>{children}</span>;
}
