import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '~/lib/words';

const useStyles = makeStyles({
  number: { position: 'relative', display: 'block', textAlign: 'end' },
  bar: {
    position: 'absolute',
    insetInlineStart: 0,
    bottom: '1px',
    height: '2px',
    backgroundColor: tokens.colorNeutralStroke1,
    forcedColorAdjust: 'none',
  },
});

export interface GroupCountProps {
  readonly count: number;
  /** 0 to 1; drawn as a bar where there is one. */
  readonly share?: number | undefined;
}

export function GroupCount({ count, share }: GroupCountProps) {
  const styles = useStyles();
  return (
    <span className={styles.number}>
      {formatNumber(count)}
      {share !== undefined && <span className={styles.bar} style={{ width: `${Math.min(100, share * 100)}%` }} aria-hidden />}
    </span>
  );
}
