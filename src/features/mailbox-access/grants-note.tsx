import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AccessChange } from '~/domain/mailbox-access/access-change';
import { isAbout } from '~/domain/mailbox-access/access-state';
import { formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { useAccess } from './use-access';

const useStyles = makeStyles({ note: { margin: 0, color: tokens.colorNeutralForeground2 } });

export interface GrantsNoteProps {
  readonly held: HeldRecordSet;
  readonly mailbox: string;
  /** Where all changes of access to it are told. */
  readonly link: ReactNode;
}

/** Whether the records themselves tell why somebody could open a mailbox. */
export function GrantsNote({ held, mailbox, link }: GrantsNoteProps) {
  const styles = useStyles();
  const { data } = useAccess(held);
  const grants = data?.changes.filter((change) => isGrant(change) && isAbout(change, mailbox)).length;
  return (
    <p className={styles.note}>
      {grants === 0 && 'No grant of access to it is among these records: it was given before them, or in another way. '}
      {grants === 1 && 'A grant of access to it is among these records. '}
      {grants !== undefined && grants > 1 && `${formatNumber(grants)} grants of access to it are among these records. `}
      {link}
    </p>
  );
}

function isGrant({ kind, effect, isFailed }: AccessChange): boolean {
  return !isFailed && kind !== 'bypass' && kind !== 'auditing' && (effect === 'granted' || effect === 'replaced');
}
