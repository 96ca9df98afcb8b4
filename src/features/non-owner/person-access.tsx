import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { type PersonAccess as Access, logonTypeText } from '~/domain/mailbox-access/non-owner-access';
import { activityOfAction } from '~/domain/mailbox-log/mailbox-search';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { some } from './access-columns';

const useStyles = makeStyles({
  person: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM, margin: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'break-word',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  number: { textAlign: 'end', paddingInlineEnd: 0 },
});

export interface PersonAccessProps {
  readonly access: Access;
  readonly zone: TimeZone;
  /** A link to the records. */
  readonly records: ReactNode;
}

/** What somebody did in a mailbox of another: how often, where, from where, and when. */
export function PersonAccess({ access, zone, records }: PersonAccessProps) {
  const styles = useStyles();
  const id = useId();
  const { person, logonTypes, isExternal, accesses, actions, folders, folderCount, addresses, addressCount, first, last } =
    access;
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Logon type', `${logonTypes.map(logonTypeText).join(', ')}${isExternal ? ', external' : ''}`],
    ['Accesses', formatNumber(accesses)],
    [`First (${zoneIdentifier(zone)})`, formatTime(first, zone)],
    [`Last (${zoneIdentifier(zone)})`, formatTime(last, zone)],
    ['Folders', some(folders, folderCount)],
    ['Addresses', some(addresses, addressCount)],
  ];
  return (
    <section className={styles.person} aria-labelledby={id}>
      <h3 id={id} className={styles.name}>
        <VisibleText text={person} />
      </h3>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
      <table className={styles.table} aria-label={`What ${person} did`}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
              Action
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
              Activity
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.number)}>
              Accesses
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ action, accesses }) => (
            <tr key={action}>
              <td className={styles.cell}>
                <VisibleText text={action} />
              </td>
              <td className={styles.cell}>{activityOfAction(action)}</td>
              <td className={mergeClasses(styles.cell, styles.number)}>{formatNumber(accesses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>{records}</div>
    </section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles();
  if (value === '') return null;
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <VisibleText text={value} />
      </dd>
    </>
  );
}
