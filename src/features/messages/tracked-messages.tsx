import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { MessageCriteria } from '~/domain/messages/message-criteria';
import { messageGrouping, toTrackedMessage } from '~/domain/messages/tracked-message';
import type { Filter } from '~/domain/view/filter';
import { zoneIdentifier } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { groupsQuery } from '~/records/record-queries';
import { useSetState } from '~/records/use-set-state';
import { Failure } from '~/ui/failure';
import type { DataSort } from '~/ui/grid/data-column';
import { useTimeZone } from '~/ui/time-zone';
import { CriteriaFields } from './criteria-fields';
import { FailedSignInList } from './failed-sign-in-list';
import { MessageList } from './message-list';
import { QuestionBar } from './question-bar';

const useStyles = makeStyles({ about: { color: tokens.colorNeutralForeground2 } });

export interface TrackedMessagesProps {
  readonly held: HeldRecordSet;
  /** Where the records come from, and how complete they are. */
  readonly about: ReactNode;
  readonly notices?: ReactNode;
  /** Instead of the list when nobody visited the portal. */
  readonly empty: ReactNode;
  readonly criteria: MessageCriteria;
  onCriteria(change: Partial<MessageCriteria>): void;
  readonly sort: DataSort | undefined;
  onSort(sort: DataSort): void;
  /** Sign-in methods the set-up allows. */
  readonly expectedMethods: readonly string[];
  /** The message one came back from. */
  readonly lastOpened: string | undefined;
  onOpen(messageId: string): void;
}

/** The encrypted messages among the records of a set, one row each. */
export function TrackedMessages(props: TrackedMessagesProps) {
  const { held, criteria, onCriteria, expectedMethods } = props;
  const styles = useStyles();
  const [zone] = useTimeZone();
  const { from, to } = criteria;
  const grouping = useMemo(() => {
    const outsideHours: Filter = { field: 'time', op: 'outsideHours', from, to, zone: zoneIdentifier(zone) };
    return messageGrouping(outsideHours);
  }, [from, to, zone]);
  const state = useSetState(held.set);
  const groups = useQuery({
    ...groupsQuery(held, { grouping, read: toTrackedMessage }, state),
    placeholderData: keepPreviousData,
  });
  if (groups.error) {
    return <Failure {...describeError(groups.error)} action={<Button onClick={() => groups.refetch()}>Try again</Button>} />;
  }
  const allowed = criteria.allowed ?? expectedMethods;
  const isBusy = groups.isPlaceholderData;
  const isEmpty = groups.data?.length === 0 && state.coverage !== 'filling' && !isBusy;
  const isByRecipient = criteria.question === 'failedSignIns';
  return (
    <>
      {props.notices}
      {isEmpty ? (
        props.empty
      ) : (
        <>
          <QuestionBar
            criteria={criteria}
            onCriteria={onCriteria}
            messages={groups.data ?? []}
            allowed={allowed}
            allowedBy={criteria.allowed ? '' : 'As the tracking set-up allows them.'}
          />
          <CriteriaFields criteria={criteria} onCriteria={onCriteria} isRecipientAlone={isByRecipient} />
          {isByRecipient ? (
            <FailedSignInList
              {...props}
              recipient={criteria.recipient}
              onOpen={(recipient) => onCriteria({ recipient, question: '', outcome: 'failedSignIn' })}
            />
          ) : (
            <MessageList {...props} messages={groups.data} isBusy={isBusy} allowed={allowed} />
          )}
          <div className={styles.about}>{props.about}</div>
        </>
      )}
    </>
  );
}
