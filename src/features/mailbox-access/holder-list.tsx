import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Holding } from '~/domain/mailbox-access/access-state';
import type { MailboxPermission } from '~/domain/mailbox-access/access-today';
import { accessKindNames } from '~/domain/mailbox-access/access-words';
import type { RecordKey } from '~/domain/record/record-key';
import { formatTime, type TimeZone } from '~/lib/time';
import { VisibleText } from '~/ui/visible-text';
import { PartyName } from './party-name';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // Narrow beside the record, too.
    containerType: 'inline-size',
  },
  holder: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    '@container (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  since: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
  gone: { display: 'block', marginBlockStart: tokens.spacingVerticalXXS },
});

export interface HolderListProps {
  readonly holdings: readonly Holding[];
  /** Those that Exchange does not have today. */
  readonly gone: ReadonlySet<Holding>;
  /** What Exchange has today, and no record granted. */
  readonly untold: readonly MailboxPermission[];
  readonly zone: TimeZone;
  onOpen(record: RecordKey): void;
}

/** Who may what, since when, and by whose hand. */
export function HolderList({ holdings, gone, untold, zone, onOpen }: HolderListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Who can see the mailbox">
      {holdings.map((holding) => (
        <li key={`${holding.since.key} ${holding.who.key} ${holding.folder}`} className={styles.holder}>
          <PartyName party={holding.who} />
          <span>
            {accessKindNames[holding.kind]}
            {holding.folder !== '' && (
              <>
                {' '}
                <VisibleText text={holding.folder} />
              </>
            )}
            <span className={styles.quiet}>
              {' '}
              <VisibleText text={holding.rights.join(', ')} />
            </span>
          </span>
          <Since holding={holding} isGone={gone.has(holding)} zone={zone} onOpen={onOpen} />
        </li>
      ))}
      {untold.map(({ user, rights }) => (
        <li key={`today ${user}`} className={styles.holder}>
          <PartyName party={{ written: user, name: user, key: user }} />
          <span>
            {accessKindNames.fullAccess}
            <span className={styles.quiet}>
              {' '}
              <VisibleText text={rights.join(', ')} />
            </span>
          </span>
          <span className={styles.quiet}>There today. Granted before these records begin, or in a way they do not tell.</span>
        </li>
      ))}
    </ul>
  );
}

interface SinceProps extends Pick<HolderListProps, 'zone' | 'onOpen'> {
  readonly holding: Holding;
  readonly isGone: boolean;
}

function Since({ holding: { since }, isGone, zone, onOpen }: SinceProps) {
  const styles = useStyles();
  return (
    <span className={styles.since}>
      Since{' '}
      <Link inline onClick={() => onOpen(since.record)}>
        {formatTime(since.time, zone)}
      </Link>
      {/* Somebody whose rights were changed may have had some before. */}
      {since.effect !== 'granted' && ' or before'}, by <VisibleText text={since.by || 'somebody the record does not name'} />
      {isGone && (
        <span className={styles.gone}>
          <Badge appearance="outline" color="warning">
            Not there today
          </Badge>{' '}
          <span className={styles.quiet}>Taken away after these records end, or in a way they do not tell.</span>
        </span>
      )}
    </span>
  );
}
