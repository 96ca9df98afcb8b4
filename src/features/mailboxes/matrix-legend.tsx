import { makeStyles, tokens } from '@fluentui/react-components';
import { MatrixMark } from './matrix-mark';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export interface MatrixLegendProps {
  /** Marks of what is set; without, only of what is possible. */
  readonly isOfSettings: boolean;
  /** What a dash in the box stands for; `''` where there is none. */
  readonly mixed: string;
}

export function MatrixLegend({ isOfSettings, mixed }: MatrixLegendProps) {
  const styles = useStyles();
  return (
    <ul className={styles.legend} aria-label="Legend">
      {isOfSettings && (
        <li className={styles.entry}>
          <MatrixMark state isDefault={false} /> logged
        </li>
      )}
      {mixed && (
        <li className={styles.entry}>
          <MatrixMark state="mixed" isDefault={false} /> {mixed}
        </li>
      )}
      <li className={styles.entry}>
        <MatrixMark state={false} isDefault={false} /> can be logged
      </li>
      <li className={styles.entry}>
        <MatrixMark state={false} isDefault /> logged by default
      </li>
      <li className={styles.entry}>
        <MatrixMark state="never" isDefault={false} /> never logged
      </li>
    </ul>
  );
}
