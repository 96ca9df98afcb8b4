import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { ExportButton } from '~/features/export/export-button';
import { LinkButton, TextLink } from '~/features/frame/link-button';
import { MailboxLinks } from '~/features/frame/mailbox-links';
import { AccessForm } from '~/features/mailbox-access/access-form';
import { GrantsNote } from '~/features/mailbox-access/grants-note';
import { AccessReport } from '~/features/non-owner/access-report';
import { NonOwnerPage } from '~/features/non-owner/non-owner-page';
import { defaultNonOwnerParams, type NonOwnerParamsInput, parseNonOwnerParams } from '~/features/non-owner/non-owner-params';
import { RecordsSource, useSourceSearch } from './-records-source';

export const Route = createFileRoute('/mailboxes/non-owner')({
  validateSearch: (search: NonOwnerParamsInput & SearchSchemaInput) => parseNonOwnerParams(search),
  search: { middlewares: [stripSearchParams(defaultNonOwnerParams)] },
  component: NonOwnerRoute,
});

function NonOwnerRoute() {
  const { in: source, ...params } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { form, period, other } = useSourceSearch(
    source,
    (id) => void navigate({ search: (last) => ({ ...last, in: id, mailbox: '' }) }),
  );
  return (
    <NonOwnerPage
      searched={source}
      period={period}
      criteria={params}
      links={<MailboxLinks />}
      actions={
        <>
          {source && (
            <LinkButton to="/mailboxes/non-owner" search={{}}>
              New search
            </LinkButton>
          )}
          {other && (
            <LinkButton to="/mailboxes/non-owner" search={{ ...params, in: other, mailbox: '' }}>
              Look in the opened files
            </LinkButton>
          )}
        </>
      }
      form={<AccessForm {...form} />}
    >
      <RecordsSource
        source={source}
        nothingYet="Choose a range of time and press Search. The report is put together from what delegates and administrators did in mailboxes; records of a search or of opened files serve as well."
        noFile="Open an exported audit log, or the XML of a mailbox audit search, to see who was in which mailbox, or search above."
        onCancelled={() => void navigate({ search: (last) => ({ ...last, in: undefined }) })}
        renderRecords={(records) => (
          <AccessReport
            {...records}
            key={records.held.id}
            params={params}
            onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
            settings={<LinkButton to="/mailboxes">Mailbox auditing settings</LinkButton>}
            renderExport={(slot) => <ExportButton {...slot} isMailboxLog label="Export records" />}
            renderExplanation={(mailbox) => (
              <GrantsNote
                {...records}
                mailbox={mailbox}
                link={
                  <TextLink to="/mailboxes/access" search={{ in: source, mailbox }}>
                    Who can see this mailbox
                  </TextLink>
                }
              />
            )}
          />
        )}
      />
    </NonOwnerPage>
  );
}
