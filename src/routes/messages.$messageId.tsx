import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { createFileRoute, Navigate, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { tenantLabel } from '~/api/config';
import { describeError } from '~/domain/errors/describe-error';
import { messagesQueryAgain, withBrackets } from '~/domain/messages/encrypted-messages';
import { type RecordKey, recordKeySchema } from '~/domain/record/record-key';
import { inFiles } from '~/domain/record/records-source';
import { fileOpeningOf } from '~/features/files/open-files';
import { useFileSet } from '~/features/files/use-file-set';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { SearchStages } from '~/features/filling/search-stages';
import { BackLink } from '~/features/frame/link-button';
import { JourneyScreen, type JourneyScreenProps } from '~/features/journey/journey-screen';
import { useKeeping } from '~/features/kept/use-keeping';
import { defaultMessagesParams, messagesParamsSchema } from '~/features/messages/messages-params';
import { RecordDetails, type RecordDetailsProps } from '~/features/record/record-details';
import { useStartSearch } from '~/features/search/use-start-search';
import { useSearchJournal } from '~/features/searches/search-journal';
import { ownValue } from '~/lib/own-value';
import { CompactLabel } from '~/ui/compact-label';
import { Failure } from '~/ui/failure';
import { Page } from '~/ui/page';
import { useTimeZone } from '~/ui/time-zone';
import { JourneyAgain } from './-journey-again';

/** With the criteria of the list, for the way back to it. `record`: the event that is open. */
const schema = z.extend(messagesParamsSchema, { record: z.catch(z.optional(recordKeySchema), undefined) });

export const Route = createFileRoute('/messages/$messageId')({
  validateSearch: (search: Partial<z.infer<typeof schema>> & SearchSchemaInput) => schema.parse(search),
  search: { middlewares: [stripSearchParams(defaultMessagesParams)] },
  component: MessageRoute,
});

function MessageRoute() {
  const { messageId: written } = Route.useParams();
  const { record, ...list } = Route.useSearch();
  const source = list.in ?? '';
  const navigate = useNavigate({ from: Route.fullPath });
  const { graph, config, exchange, account, kept } = Route.useRouteContext();
  const { keep } = useKeeping(kept);
  const { journal, remember } = useSearchJournal();
  // The search that takes the place of the one that is shown, once all its records are here.
  const [next, setNext] = useState<string>();
  const starting = useStartSearch(graph, ({ id }) => {
    remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
    setNext(id);
  });
  const again = useRef<HTMLButtonElement>(null);
  const shownSource = useRef(source);
  // The button that was pressed went with what it stood beside. Whoever comes from another page begins at the top.
  useEffect(() => {
    const isAnother = shownSource.current !== source;
    shownSource.current = source;
    if (isAnother && document.activeElement === document.body) again.current?.focus({ preventScroll: true });
  }, [source]);
  const [zone] = useTimeZone();
  const messageId = withBrackets(written);
  const isInFiles = source === inFiles;
  const { held: opened } = useFileSet(isInFiles ? keep : undefined);
  const files = isInFiles ? opened : undefined;
  const before = (
    <BackLink to="/messages" search={{ ...list, at: messageId }}>
      Tracked messages
    </BackLink>
  );
  const shared = {
    messageId,
    zone,
    before,
    exchange,
    params: { record },
    onParams: (change: { readonly record?: RecordKey | undefined }, { replace }: { readonly replace: boolean }) =>
      void navigate({ search: (last) => ({ ...last, ...change }), replace }),
    renderRecord: (slot: RecordDetailsProps) => <RecordDetails {...slot} />,
  };
  // Without records to look in, or with files that are no longer open, they have to be found first.
  if (source === '' || (isInFiles && !files)) return <Navigate to="/messages" search={{ id: messageId }} replace />;
  if (files) return <JourneyInFiles {...shared} key={files.id} held={files} />;
  return (
    <SearchStages
      key={source}
      graph={graph}
      searchId={source}
      startedAt={ownValue(journal, source)?.createdAt}
      retentionDays={config.retentionDays}
      keep={keep}
      onCancelled={() => void navigate({ to: '/messages', search: { id: messageId } })}
      renderWaiting={(content) => (
        <Page title="Encrypted message" before={before} context={messageId}>
          {content}
        </Page>
      )}
      renderFilled={({ search, held, notices }) => (
        <JourneyScreen
          {...shared}
          actions={
            <Button
              ref={again}
              icon={<ArrowClockwiseRegular />}
              disabledFocusable={starting.isPending || next !== undefined}
              onClick={() => starting.start(messagesQueryAgain(search.query, Date.now()))}
            >
              <CompactLabel>Search again</CompactLabel>
            </Button>
          }
          key={held.id}
          held={held}
          notices={
            <>
              {starting.error && <Failure {...describeError(starting.error)} />}
              {next !== undefined && (
                <JourneyAgain
                  key={next}
                  graph={graph}
                  searchId={next}
                  startedAt={ownValue(journal, next)?.createdAt}
                  retentionDays={config.retentionDays}
                  keep={keep}
                  messageId={messageId}
                  onCancelled={() => setNext(undefined)}
                  onRead={() => {
                    setNext(undefined);
                    void navigate({ search: (last) => ({ ...last, in: next, record: undefined }), replace: true });
                  }}
                />
              )}
              {notices}
            </>
          }
          source={`Microsoft Graph, ${tenantLabel(config)}`}
        />
      )}
    />
  );
}

type JourneyInFilesProps = Omit<JourneyScreenProps, 'source' | 'notices'>;

function JourneyInFiles(props: JourneyInFilesProps) {
  const files = useOpenedFiles(fileOpeningOf(props.held), { onFiles: () => {}, onClose: () => {} });
  return <JourneyScreen {...props} notices={files.notices} source={files.source} />;
}
