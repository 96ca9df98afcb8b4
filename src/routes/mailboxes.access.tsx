import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { LinkButton } from '~/features/frame/link-button';
import { MailboxLinks } from '~/features/frame/mailbox-links';
import { AccessPage } from '~/features/mailbox-access/access-page';
import { type AccessParamsInput, defaultAccessParams, parseAccessParams } from '~/features/mailbox-access/access-params';
import { AccessScreen } from '~/features/mailbox-access/access-screen';
import { RecordDetails } from '~/features/record/record-details';
import { RecordsSource, useSourceSearch } from './-records-source';

export const Route = createFileRoute('/mailboxes/access')({
  validateSearch: (search: AccessParamsInput & SearchSchemaInput) => parseAccessParams(search),
  search: { middlewares: [stripSearchParams(defaultAccessParams)] },
  component: AccessRoute,
});

function AccessRoute() {
  const { in: source, ...params } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { exchange } = Route.useRouteContext();
  const { form, period, other } = useSourceSearch(
    source,
    (id) => void navigate({ search: (last) => ({ ...last, in: id, record: undefined }) }),
  );
  return (
    <AccessPage
      {...form}
      searched={source}
      period={period}
      criteria={params}
      links={<MailboxLinks />}
      actions={
        <>
          {source && (
            <LinkButton to="/mailboxes/access" search={{}}>
              New search
            </LinkButton>
          )}
          {other && (
            <LinkButton to="/mailboxes/access" search={{ ...params, in: other, record: undefined }}>
              Look in the opened files
            </LinkButton>
          )}
        </>
      }
    >
      <RecordsSource
        source={source}
        nothingYet="Choose a range of time and press Search. What administrators and owners changed about who may open a mailbox, send for it or go unlogged is put together from the records."
        noFile="Open an exported audit log to see the changes of access in it, or search above."
        onCancelled={() => void navigate({ search: (last) => ({ ...last, in: undefined }) })}
        renderRecords={({ renderRecordsLink, ...records }) => (
          <AccessScreen
            {...records}
            key={records.held.id}
            exchange={exchange}
            params={params}
            onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
            link={renderRecordsLink([], 'Show the records')}
            renderRecord={(slot) => <RecordDetails {...slot} />}
          />
        )}
      />
    </AccessPage>
  );
}
