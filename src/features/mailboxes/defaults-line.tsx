import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { LogonType } from '~/domain/mailbox-auditing/mailbox-actions';
import type { LogonEdit } from '~/domain/mailbox-auditing/mailbox-changes';

const useStyles = makeStyles({
  line: { fontWeight: tokens.fontWeightRegular, textWrap: 'balance' },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'start' },
});

export interface DefaultsLineProps {
  readonly logon: LogonType;
  /** The list of at least one mailbox is not Microsoft’s. */
  readonly isOwn: boolean;
  readonly wanted: LogonEdit;
  onWanted(wanted: LogonEdit): void;
}

/** Whose list it is, and the way back to Microsoft’s. */
export function DefaultsLine({ logon, isOwn, wanted, onWanted }: DefaultsLineProps) {
  const styles = useStyles();
  if (!isOwn && wanted !== 'defaults' && Object.keys(wanted).length === 0) return <div className={styles.line}>default</div>;
  const isRestored = wanted === 'defaults';
  return (
    <div className={styles.line}>
      {isRestored && 'default again '}
      <Link
        as="button"
        className={styles.link}
        aria-label={isRestored ? `Keep the list of ${logon}` : `Restore Microsoft’s defaults for ${logon}`}
        onClick={() => onWanted(isRestored || !isOwn ? {} : 'defaults')}
      >
        {isRestored ? 'Undo' : 'Restore defaults'}
      </Link>
    </div>
  );
}
