import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { AccessType } from '~/domain/mailbox-access/mailbox-access-params';
import {
  accessFilters,
  actionGrouping,
  type PersonAccess as Person,
  personGrouping,
  toPeople,
} from '~/domain/mailbox-access/non-owner-access';
import type { Filter } from '~/domain/view/filter';
import { growthStage } from '~/lib/growth';
import type { TimeZone } from '~/lib/time';
import { counted, formatNumber, plural } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { readGroups } from '~/records/read-whole';
import { useSetState } from '~/records/use-set-state';
import { Failure } from '~/ui/failure';
import { SidePanel } from '~/ui/side-panel';
import { useCommand } from '~/ui/use-command';
import { VisibleText } from '~/ui/visible-text';
import { PersonAccess } from './person-access';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const peopleAtOnce = 20;

export interface MailboxPanelProps {
  readonly held: HeldRecordSet;
  readonly access: AccessType;
  readonly mailbox: string;
  /** All there were, also by nobody the records name. */
  readonly accesses: number;
  readonly zone: TimeZone;
  /** It was opened by keyboard. */
  readonly takesFocus: boolean;
  onClose(): void;
  /** A link to the records that pass. */
  renderRecordsLink(filters: Filter[], label: string): ReactNode;
  /** Why somebody may have access to it. */
  renderExplanation(mailbox: string): ReactNode;
}

/** Who was in one mailbox, and what each of them did there. */
export function MailboxPanel(props: MailboxPanelProps) {
  const { held, access, mailbox, accesses, zone, takesFocus } = props;
  const { onClose, renderRecordsLink, renderExplanation } = props;
  const styles = useStyles();
  const [shown, setShown] = useState(peopleAtOnce);
  const { records, coverage } = useSetState(held.set);
  const { data: people, error } = useQuery({
    ...inThisBrowser,
    queryKey: ['people in a mailbox', held.id, access, mailbox, growthStage(records, coverage === 'filling')],
    queryFn: async ({ signal }) =>
      toPeople(
        await readGroups(held.set, personGrouping(access, mailbox), signal),
        await readGroups(held.set, actionGrouping(access, mailbox), signal),
      ),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
  useCommand({ keys: 'Escape', label: 'Close the mailbox' }, onClose);
  const label = `Access to ${mailbox}`;
  return (
    <SidePanel label={label} takesFocus={takesFocus} onClose={onClose}>
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 className={styles.title}>
            <VisibleText text={mailbox} />
          </h2>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />
        </div>
        <p className={styles.line} role="status">
          {people ? summary(people, accesses) : error ? '' : 'Reading…'}
        </p>
        {renderExplanation(mailbox)}
        {error && <Failure {...describeError(error)} />}
        {people?.slice(0, shown).map((person) => (
          <PersonAccess
            key={person.person}
            access={person}
            zone={zone}
            records={renderRecordsLink(
              accessFilters(access, { mailboxes: [mailbox], person: person.person }),
              `Show the ${plural(person.records, 'record', `${formatNumber(person.records)} records`)}`,
            )}
          />
        ))}
        {people && people.length > shown && (
          <div>
            <Button size="small" onClick={() => setShown(shown + peopleAtOnce)}>
              Show more of {formatNumber(people.length)} people
            </Button>
          </div>
        )}
      </div>
    </SidePanel>
  );
}

function summary(people: readonly Person[], outOf: number): string {
  if (people.length === 0 && outOf === 0)
    return 'Nobody but the owner was in it, as far as these records and this type of access tell.';
  const accesses = people.reduce((sum, person) => sum + person.accesses, 0);
  const told = `${counted(accesses, 'access', 'accesses')} by ${counted(people.length, 'person', 'people')}`;
  return accesses < outOf ? `${told}, ${formatNumber(outOf - accesses)} more whose records name nobody` : told;
}
