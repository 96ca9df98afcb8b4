import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: {
    paddingInline: tokens.spacingHorizontalSNudge,
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  isNew: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** That a value is new or rare for the user of the record. */
export function SeenMark({ mark }: { readonly mark: string }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.mark, mark === 'New' && styles.isNew)}>{mark}</span>;
}
