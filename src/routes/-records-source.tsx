import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { searchQuery } from '~/api/audit-searches';
import { tenantLabel } from '~/api/config';
import { describePeriod, describeRange } from '~/domain/query/describe-query';
import { inFiles } from '~/domain/record/records-source';
import type { Filter } from '~/domain/view/filter';
import { fileOpeningOf } from '~/features/files/open-files';
import { useFileSet } from '~/features/files/use-file-set';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { SearchStages } from '~/features/filling/search-stages';
import { LinkButton, TextLink } from '~/features/frame/link-button';
import { useKeeping } from '~/features/kept/use-keeping';
import { useStartSearch } from '~/features/search/use-start-search';
import { useSearchJournal } from '~/features/searches/search-journal';
import { useFinishTimes } from '~/features/searches/use-finish-times';
import { ownValue } from '~/lib/own-value';
import { type HeldRecordSet, recordSets } from '~/records/held-record-sets';
import type { KeptSets } from '~/records/kept-sets';
import { EmptyState } from '~/ui/empty-state';
import { useTimeZone } from '~/ui/time-zone';

/** Records that a page makes something of, and what it has to say about them. */
export interface SourceRecords {
  readonly held: HeldRecordSet;
  readonly notices: ReactNode;
  /** Of when they are, or of which files. */
  readonly description: string;
  readonly source: string;
  renderRecordsLink(filters: readonly Filter[], label: string): ReactNode;
}

/** For pages that make a search of their own; `source` is its id, or stands for the opened files. */
export function useSourceSearch(source: string | undefined, onStarted: (searchId: string) => void) {
  const { graph, config, account } = useRouteContext({ from: '__root__' });
  const { remember } = useSearchJournal();
  const [zone] = useTimeZone();
  const isSearch = source !== undefined && source !== inFiles;
  const { data: search } = useQuery({ ...searchQuery(graph, source ?? ''), enabled: isSearch });
  const starting = useStartSearch(graph, ({ id }) => {
    remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
    onStarted(id);
  });
  useFinishTimes(
    useMemo(() => search && [search], [search]),
    remember,
  );
  const { start = '', end = '' } = search?.query ?? {};
  return {
    /** When the records are from, in words. */
    period: isSearch ? describeRange(start, end, zone, Date.now()) : 'The opened files',
    /** For the form that asks for it. */
    form: {
      query: search?.query,
      retentionDays: config.retentionDays,
      isSending: starting.isPending,
      error: starting.error,
      onSearch: starting.start,
    },
    /** `files` while there are opened files that are not looked at. */
    other: source !== inFiles && recordSets.find(inFiles) ? inFiles : undefined,
  };
}

export interface RecordsSourceProps {
  readonly source: string | undefined;
  /** What a search would show, while there is none. */
  readonly nothingYet: string;
  /** What a file would show, while none is open. */
  readonly noFile: string;
  onCancelled(): void;
  renderRecords(records: SourceRecords): ReactNode;
}

/** What a page makes of the records of a search or of the opened files, or why there are none. */
export function RecordsSource({ source, nothingYet, noFile, onCancelled, renderRecords }: RecordsSourceProps) {
  const { graph, config, kept } = useRouteContext({ from: '__root__' });
  const { keep } = useKeeping(kept);
  const { journal, remember } = useSearchJournal();
  if (source === undefined) return <EmptyState title="Nothing searched yet" advice={nothingYet} />;
  if (source === inFiles) return <RecordsInFiles keep={keep} noFile={noFile} renderRecords={renderRecords} />;
  return (
    <SearchStages
      key={source}
      graph={graph}
      searchId={source}
      startedAt={ownValue(journal, source)?.createdAt}
      retentionDays={config.retentionDays}
      keep={keep}
      onCompleted={(recordCount) => remember({ [source]: { recordCount } })}
      onCancelled={onCancelled}
      renderWaiting={(content) => content}
      renderFilled={({ search, held, notices }) =>
        renderRecords({
          held,
          notices,
          description: describePeriod(search.query.start, search.query.end),
          source: `Microsoft Graph, ${tenantLabel(config)}`,
          renderRecordsLink: (filters, label) => (
            <TextLink to="/search/$searchId" params={{ searchId: source }} search={{ filters }}>
              {label}
            </TextLink>
          ),
        })
      }
    />
  );
}

interface RecordsInFilesProps extends Pick<RecordsSourceProps, 'noFile' | 'renderRecords'> {
  readonly keep: KeptSets['keep'] | undefined;
}

function RecordsInFiles({ keep, noFile, renderRecords }: RecordsInFilesProps) {
  const { held } = useFileSet(keep);
  if (held) return <FileRecords key={held.id} held={held} renderRecords={renderRecords} />;
  return <EmptyState title="No file is open" advice={noFile} action={<LinkButton to="/files">Open a file</LinkButton>} />;
}

function FileRecords({ held, renderRecords }: Pick<RecordsSourceProps, 'renderRecords'> & { readonly held: HeldRecordSet }) {
  const files = useOpenedFiles(fileOpeningOf(held), { onFiles: () => {}, onClose: () => {} });
  return renderRecords({
    held,
    notices: files.notices,
    description: files.title,
    source: files.source,
    renderRecordsLink: (filters, label) => (
      <TextLink to="/files" search={{ filters }}>
        {label}
      </TextLink>
    ),
  });
}
