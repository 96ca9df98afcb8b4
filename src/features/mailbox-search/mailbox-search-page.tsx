import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { mailboxesQuery } from '~/api/mailboxes';
import { describeError } from '~/domain/errors/describe-error';
import { ApiError } from '~/domain/errors/errors';
import { supportsAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { type MailboxSearch, nameOfMailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { Failure } from '~/ui/failure';
import { Page } from '~/ui/page';
import { ActionTable } from './action-table';
import { BackgroundSearches } from './background-searches';
import type { MailboxSearchParams } from './mailbox-search-params';
import { useRememberedSearches } from './remembered-searches';
import { SearchForm } from './search-form';
import { useStartMailboxSearch } from './use-start-mailbox-search';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 880px)',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
    '@media (min-width: 1500px)': { gridTemplateColumns: 'minmax(480px, 880px) minmax(0, 1fr)' },
  },
  note: { maxWidth: '120ch', flexShrink: 0 },
});

export interface MailboxSearchPageProps {
  /** Absent where cmdlets cannot be run from here. */
  readonly exchange: PagedExchangeAdmin | undefined;
  /** User principal name of who searches. */
  readonly user: string;
  readonly params: MailboxSearchParams;
  onParams(params: MailboxSearchParams): void;
  onOpen(searchId: string): void;
  /** Links to the other pages of mailbox auditing. */
  readonly links: ReactNode;
  /** A link to the unified audit log. */
  readonly unifiedLog: ReactNode;
  /** A link to where the mailed XML is opened. */
  readonly openFile: ReactNode;
}

/** The mailbox audit log, searched now or in the background. */
export function MailboxSearchPage({ exchange, links, unifiedLog, openFile, ...props }: MailboxSearchPageProps) {
  const styles = useStyles();
  return (
    <Page title="Mailbox audit search" about="The log each mailbox keeps of who was in it and what they did.">
      {links}
      <MessageBar layout="multiline" className={styles.note}>
        <MessageBarBody>
          <MessageBarTitle>Legacy cmdlets</MessageBarTitle>
          Microsoft has announced their end. Each mailbox answers only as far back as its age limit, 90 days unless changed. The
          unified audit log knows more: {unifiedLog}.
        </MessageBarBody>
      </MessageBar>
      {exchange ? (
        <div className={styles.columns}>
          <KnownSearch exchange={exchange} {...props} />
          <BackgroundSearches exchange={exchange} onOpen={props.onOpen} />
        </div>
      ) : (
        <div className={styles.columns}>
          <SearchForm
            {...props}
            mailboxes={[]}
            onSearch={undefined}
            isSending={false}
            outcome={
              <div>
                This portal is not set up to ask Exchange: run the PowerShell below. The XML that a search in the background mails
                is read on {openFile}.
              </div>
            }
          />
        </div>
      )}
      <ActionTable />
    </Page>
  );
}

type KnownSearchProps = Pick<MailboxSearchPageProps, 'user' | 'params' | 'onParams' | 'onOpen'> & {
  readonly exchange: PagedExchangeAdmin;
};

function KnownSearch({ exchange, user, params, onParams, onOpen }: KnownSearchProps) {
  const { data: mailboxes = [] } = useQuery(mailboxesQuery(exchange));
  const { remember } = useRememberedSearches();
  const starting = useStartMailboxSearch(exchange, (id, search) => {
    remember({ [id]: { search, startedAt: Date.now(), startedBy: user } });
  });
  const searchNow = (search: MailboxSearch) => {
    const id = crypto.randomUUID();
    remember({ [id]: { search, startedAt: Date.now(), startedBy: user } });
    onOpen(id);
  };
  return (
    <SearchForm
      params={params}
      onParams={onParams}
      mailboxes={mailboxes
        .filter(supportsAuditing)
        .map(({ address, name }) => ({ value: address, label: address, detail: name }))}
      onSearch={(search) => (search.way === 'now' ? searchNow(search) : starting.start(search))}
      isSending={starting.isPending}
      outcome={
        <>
          {starting.error && <Failure {...describeFailure(starting.error)} />}
          <div role="status">
            {starting.started &&
              `Started “${nameOfMailboxSearch(starting.started.search)}”. It goes on when this page is closed.`}
          </div>
        </>
      }
    />
  );
}

function describeFailure(error: Error) {
  const words = describeError(error);
  const isLost = error instanceof ApiError && error.isAnswerLost;
  return isLost ? { ...words, advice: `${words.advice} It may have been started all the same: look at the list first.` } : words;
}
