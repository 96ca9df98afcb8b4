import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { type EpochMs, formatTime, relativeTime, zoneName } from '~/lib/time';
import { copyWords, useCopy } from './use-copy';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto auto auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  name: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, userSelect: 'text' },
});

/** One instant in every way an investigation needs it, each of which can be copied. */
export function TimeCard({ time }: { time: EpochMs }) {
  const styles = useStyles();
  return (
    <dl className={styles.card}>
      <Line name="UTC" text={formatTime(time, 'utc')} />
      <Line name={zoneName('local', time)} text={formatTime(time, 'local')} />
      <Line name="Epoch, milliseconds" text={String(time)} />
      <dt className={styles.name}>From now</dt>
      <dd className={styles.text}>{relativeTime(time)}</dd>
    </dl>
  );
}

function Line({ name, text }: { name: string; text: string }) {
  const styles = useStyles();
  const [state, copy] = useCopy();
  const isCopied = state === 'copied';
  return (
    <div style={{ display: 'contents' }}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.text}>{text}</dd>
      <dd className={styles.text}>
        <Button
          size="small"
          appearance="subtle"
          icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
          aria-label={isCopied ? `${name} copied` : `Copy ${name}`}
          onClick={() => void copy(text)}
        />
        {state === 'refused' && <span role="status">{copyWords(state)}</span>}
      </dd>
    </div>
  );
}
