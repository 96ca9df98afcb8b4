import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import { largestResultSize, type MailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { formatNumber } from '~/lib/words';
import { Failure } from '~/ui/failure';
import type { LogReading } from './log-reading';

export interface ReadingOutcomeProps {
  readonly reading: LogReading;
  readonly search: MailboxSearch;
  /** Goes on with what is left and what failed. */
  onResume(): void;
}

/** What is missing from the entries, and why; nothing when all are there. */
export function ReadingOutcome({ reading: { state }, search, onResume }: ReadingOutcomeProps) {
  const { status, error, failed, cutShort, mailboxesDone, mailboxCount } = useSyncExternalStore(state.subscribe, state.get);
  const again = <Button onClick={onResume}>Try again</Button>;
  if (status === 'reading') return null;
  if (error !== undefined) return <Failure {...describeError(error)} action={again} />;
  const [first, ...others] = failed;
  return (
    <>
      {status === 'cancelled' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Reading was cancelled</MessageBarTitle>
            {mailboxesDone} of {mailboxCount} mailboxes were read.
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onResume}>Go on</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {first && (
        <Failure
          {...describeError(first.error)}
          {...(others.length > 0 && {
            title: `${failed.length} mailboxes could not be read: ${someOf(failed.map(({ mailbox }) => mailbox))}`,
            detail: `The first: ${describeError(first.error).detail}`,
          })}
          action={again}
        />
      )}
      {cutShort.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>There may be more</MessageBarTitle>
            {someOf(cutShort)} answered with as many entries as were asked for (
            {formatNumber(search.way === 'now' ? search.resultSize : largestResultSize)}).{' '}
            {search.way === 'now' && search.resultSize < largestResultSize
              ? 'Raise the result size.'
              : 'Search a shorter range of dates.'}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function someOf(mailboxes: readonly string[]): string {
  const shown = mailboxes.slice(0, 10).join(', ');
  return mailboxes.length > 10 ? `${shown} and ${mailboxes.length - 10} more` : shown;
}
