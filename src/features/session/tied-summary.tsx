import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { FieldCounts } from '~/domain/view/overview';
import type { Pivot } from '~/domain/view/surroundings';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { counted, formatNumber } from '~/lib/words';
import type { TiedSummary } from './use-tied-records';

const useStyles = makeStyles({
  head: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bar: { flexShrink: 0, overflowWrap: 'anywhere' },
});

export interface TiedSummaryProps {
  readonly summary: TiedSummary;
  readonly tie: Pivot;
  readonly zone: TimeZone;
}

/** How many there are and from when to when; who, from where and with what, where that is more than one. */
export function TiedSummaryLines({ summary, tie, zone }: TiedSummaryProps) {
  const styles = useStyles();
  const { count, first, last, addresses, users, clients } = summary;
  const isUsedTwice = tie.name === 'session' && addresses !== undefined && addresses.distinct > 1;
  const span =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? `, at ${formatTime(first, zone)}`
        : `, ${formatTime(first, zone)} to ${formatTime(last, zone)}`;
  return (
    <>
      <p className={styles.head}>
        {counted(count, 'record')}
        {span} {zoneIdentifier(zone)}
      </p>
      {isUsedTwice && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>One session, {formatNumber(addresses.distinct)} addresses</MessageBarTitle>
            {named(addresses)}. A session that is used from several addresses is the sign of a stolen token, unless its user
            changed networks.
          </MessageBarBody>
        </MessageBar>
      )}
      {addresses && !isUsedTwice && <Several counts={addresses} one="address" many="addresses" />}
      {users && <Several counts={users} one="user" many="users" />}
      {clients && <Several counts={clients} one="client" many="clients" />}
    </>
  );
}

function Several({ counts, one, many }: { readonly counts: FieldCounts; readonly one: string; readonly many: string }) {
  const styles = useStyles();
  if (counts.distinct < 2) return null;
  return (
    <p className={styles.line}>
      {counted(counts.distinct, one, many)}: {named(counts)}
    </p>
  );
}

function named({ values, distinct }: FieldCounts): string {
  const others = distinct - values.length;
  const names = values.map(({ value, count }) => `${visibleText(value)} (${formatNumber(count)})`);
  return `${names.join(', ')}${others > 0 ? ` and ${formatNumber(others)} more` : ''}`;
}
