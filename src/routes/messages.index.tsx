import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { inFiles } from '~/domain/record/records-source';
import { LinkButton } from '~/features/frame/link-button';
import { MessageLinks } from '~/features/frame/message-links';
import { AuditSource } from '~/features/messages/audit-source';
import { MessagesPage } from '~/features/messages/messages-page';
import { defaultMessagesParams, type MessagesParamsInput, parseMessagesParams } from '~/features/messages/messages-params';
import { TrackedMessages } from '~/features/messages/tracked-messages';
import { NoMessages, TrackingNotice } from '~/features/messages/tracking-notice';
import { useExpectedMethods } from '~/features/messages/use-expected-methods';
import { RecordsSource, useSourceSearch } from './-records-source';

export const Route = createFileRoute('/messages/')({
  validateSearch: (search: MessagesParamsInput & SearchSchemaInput) => parseMessagesParams(search),
  search: { middlewares: [stripSearchParams(defaultMessagesParams)] },
  component: MessagesRoute,
});

function MessagesRoute() {
  const { in: source, ...params } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { exchange } = Route.useRouteContext();
  const { form, period, other } = useSourceSearch(source, (id) => void navigate({ search: (last) => ({ ...last, in: id }) }));
  const expectedMethods = useExpectedMethods(exchange);
  const setUp = (
    <LinkButton to="/messages/set-up" search={{ ...params, in: source }}>
      Tracking set-up
    </LinkButton>
  );
  return (
    <MessagesPage
      {...form}
      searched={source}
      period={period}
      criteria={params}
      links={<MessageLinks />}
      actions={
        <>
          {source && (
            <LinkButton to="/messages" search={{}}>
              New search
            </LinkButton>
          )}
          {other && (
            <LinkButton to="/messages" search={{ in: other }}>
              Look in the opened files
            </LinkButton>
          )}
        </>
      }
    >
      <TrackingNotice exchange={exchange} setUp={setUp} />
      <RecordsSource
        source={source}
        nothingYet="Choose a range of time and press Search. What each recipient did with each message is put together from the visits to the portal that were recorded."
        noFile="Open an exported audit log to see the encrypted messages in it, or search above."
        onCancelled={() => void navigate({ search: (last) => ({ ...last, in: undefined }) })}
        renderRecords={({ held, notices, description, source: origin, renderRecordsLink }) => (
          <TrackedMessages
            key={held.id}
            held={held}
            notices={notices}
            empty={<NoMessages exchange={source === inFiles ? undefined : exchange} setUp={setUp} description={description} />}
            about={<AuditSource set={held.set} source={origin} link={renderRecordsLink([], 'Show the records')} />}
            criteria={params}
            onCriteria={(change) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true })}
            sort={params.sort}
            onSort={(sort) => void navigate({ search: (last) => ({ ...last, sort }), replace: true })}
            expectedMethods={expectedMethods}
            lastOpened={params.at}
            onOpen={async (messageId) => {
              // Where to come back to, by whichever way.
              await navigate({ search: (last) => ({ ...last, at: messageId }), replace: true });
              await navigate({ to: '/messages/$messageId', params: { messageId }, search: (last) => last });
            }}
          />
        )}
      />
    </MessagesPage>
  );
}
