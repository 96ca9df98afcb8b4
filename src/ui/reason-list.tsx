import { makeStyles, tokens } from '@fluentui/react-components';
import { VisibleText } from './visible-text';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
  reason: { color: tokens.colorNeutralForeground2 },
});

export interface ReasonListProps {
  readonly lines: readonly { readonly what: string; readonly reasons: readonly string[] }[];
}

/** Things by name, each with what there is to say about it. */
export function ReasonList({ lines }: ReasonListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map(({ what, reasons }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name
        <li key={at}>
          <VisibleText text={what} />
          {reasons.map((reason) => (
            <div key={reason} className={styles.reason}>
              <VisibleText text={reason} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
