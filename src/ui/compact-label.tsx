import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Still the name of the button.
  label: {
    '@media (max-width: 640px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
});

/** Of a button with an icon at the head of a page: on a narrow screen the icon alone is seen. */
export function CompactLabel({ children }: { readonly children: string }) {
  const styles = useStyles();
  return (
    <span className={styles.label} title={children}>
      {children}
    </span>
  );
}
