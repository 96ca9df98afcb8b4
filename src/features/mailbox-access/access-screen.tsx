import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { describeError } from '~/domain/errors/describe-error';
import { chooseChanges } from '~/domain/mailbox-access/access-criteria';
import type { RecordKey } from '~/domain/record/record-key';
import type { TimeZone } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { useSetState } from '~/records/use-set-state';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { useTimeZone } from '~/ui/time-zone';
import type { AccessParams, AccessParamsInput } from './access-params';
import { AccessSource } from './access-source';
import { ChangeFilters } from './change-filters';
import { ChangePanel, type RecordSlot } from './change-panel';
import { ChangeTable } from './change-table';
import { MailboxStory } from './mailbox-story';
import { UnloggedNotice } from './unlogged-notice';
import { useAccess } from './use-access';

const useStyles = makeStyles({
  body: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    minHeight: '420px',
    '@media print': { display: 'block', flexBasis: 'auto' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexGrow: 1,
    minWidth: 0,
  },
  // A story scrolls beside the panel; on a narrow screen the whole page does, unless the panel covers it.
  bodyOfStory: { '@media screen and (max-width: 900px)': { display: 'block', flex: '0 0 auto', minHeight: 0 } },
  bodyCovered: { '@media screen and (max-width: 900px)': { minHeight: '70dvh', flexGrow: 1 } },
  story: {
    overflowY: 'auto',
    // Keeps focus outlines from being cut off at the edges.
    padding: '2px',
    '@media (max-width: 900px)': { overflowY: 'visible' },
    '@media print': { overflowY: 'visible' },
  },
  beside: { paddingInlineEnd: tokens.spacingHorizontalL },
  covered: { '@media screen and (max-width: 900px)': { display: 'none' } },
});

export interface AccessScreenProps {
  readonly held: HeldRecordSet;
  readonly source: ReactNode;
  /** Where the records themselves can be seen. */
  readonly link: ReactNode;
  /** What was looked at, in words. */
  readonly description: ReactNode;
  readonly notices?: ReactNode;
  /** `undefined` where this browser may not run cmdlets. */
  readonly exchange: ExchangeAdmin | undefined;
  readonly params: Omit<AccessParams, 'in'>;
  onParams(change: AccessParamsInput, options: { readonly replace: boolean }): void;
  renderRecord(slot: RecordSlot & { readonly zone: TimeZone }): ReactNode;
}

/** The changes of access in a record set: of all mailboxes as a table, of one as its story. */
export function AccessScreen(props: AccessScreenProps) {
  const { held, exchange, params, onParams, renderRecord } = props;
  const { mailbox, person, kinds, service, record } = params;
  const styles = useStyles();
  const main = useRef<HTMLDivElement>(null);
  const [zone] = useTimeZone();
  const { data, error, isPlaceholderData, refetch } = useAccess(held);
  const isFilling = useSetState(held.set).coverage === 'filling';
  const changes = data?.changes ?? none;
  const chosen = useMemo(
    () => chooseChanges(changes, { mailbox, person, kinds, service }),
    [changes, mailbox, person, kinds, service],
  );

  const isOpen = record !== undefined;
  const open = (next: RecordKey) => onParams({ record: next }, { replace: isOpen });
  const close = () => onParams({ record: undefined }, { replace: false });
  const wasOpen = useRef<string>(undefined);
  // Back to the change, or to the table it stands in.
  useEffect(() => {
    if (record === undefined && wasOpen.current !== undefined) {
      const at = main.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(wasOpen.current)}"]`);
      (at ?? main.current?.querySelector<HTMLElement>('[role=grid]'))?.focus();
    }
    wasOpen.current = record;
  }, [record]);

  if (error) return <Failure {...describeError(error)} action={<Button onClick={() => refetch()}>Try again</Button>} />;
  const isEmpty = data !== undefined && changes.length === 0 && mailbox === '' && !isFilling && !isPlaceholderData;
  if (isEmpty)
    return (
      <>
        {props.notices}
        <EmptyState
          title="No change of access is in these records"
          advice={
            <>
              Nobody was given access to a mailbox in this time, and nobody lost any. Who had it before is not told by these
              records: try a longer range. Looked at: {props.description}
            </>
          }
        />
      </>
    );
  return (
    <>
      {props.notices}
      <UnloggedNotice
        changes={changes}
        zone={zone}
        onOpen={open}
        onShowAll={() => onParams({ kinds: ['bypass', 'auditing'] }, { replace: false })}
      />
      <ChangeFilters
        changes={changes}
        chosen={chosen}
        criteria={params}
        onCriteria={(change) => onParams({ ...change, record: undefined }, { replace: change.mailbox === undefined })}
      />
      <div className={mergeClasses(styles.body, mailbox !== '' && styles.bodyOfStory, isOpen && styles.bodyCovered)}>
        <div
          ref={main}
          className={mergeClasses(styles.main, mailbox !== '' && styles.story, isOpen && styles.beside, isOpen && styles.covered)}
          // Where nothing in a story can be pressed, the keyboard still scrolls it.
          {...(mailbox !== '' && { role: 'group', 'aria-label': `Access to ${mailbox}`, tabIndex: 0 })}
        >
          {mailbox !== '' && data ? (
            <MailboxStory
              mailbox={mailbox}
              changes={changes}
              shown={chosen.shown}
              withService={service}
              exchange={exchange}
              zone={zone}
              openRecord={record}
              onOpen={open}
            />
          ) : (
            <ChangeTable
              changes={data && chosen.shown}
              isBusy={isPlaceholderData}
              zone={zone}
              sort={params.sort}
              onSort={(sort) => onParams({ sort }, { replace: true })}
              openRecord={record}
              onOpen={open}
            />
          )}
        </div>
        {isOpen && data && (
          <ChangePanel
            held={held}
            // The notice and the list of who may see it lead to changes that are not among those shown, too.
            changes={chosen.shown.some((change) => change.record === record) ? chosen.shown : changes}
            record={record}
            takesFocus={mailbox !== ''}
            onMailbox={mailbox === '' ? (name) => onParams({ mailbox: name }, { replace: false }) : undefined}
            onStep={open}
            onClose={close}
            renderRecord={(slot) => renderRecord({ ...slot, zone })}
          />
        )}
      </div>
      <AccessSource set={held.set} source={props.source} link={props.link} unread={data?.unread ?? 0} />
    </>
  );
}

const none: readonly never[] = [];
