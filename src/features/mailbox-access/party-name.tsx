import { makeStyles, tokens } from '@fluentui/react-components';
import type { Party } from '~/domain/mailbox-access/access-change';
import { isRenamed } from '~/domain/mailbox-access/access-names';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  written: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Who it is, and what the record says where that is something else. */
export function PartyName({ party }: { readonly party: Party }) {
  const styles = useStyles();
  return (
    <span>
      <span className={styles.name}>
        <VisibleText text={party.name} />
      </span>
      {isRenamed(party) && (
        <span className={styles.written}>
          {' '}
          written as <VisibleText text={party.written} />
        </span>
      )}
    </span>
  );
}
