import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  keys: {
    flexShrink: 0,
    whiteSpace: 'nowrap',
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** A key to press, or several together. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd className={useStyles().keys}>{keys}</kbd>;
}
