import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { searchesQuery } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { describeError } from '~/domain/errors/describe-error';
import type { AuditQuery } from '~/domain/query/audit-query';
import { formatNumber } from '~/lib/words';
import { CommandButton } from '~/ui/command-button';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { useSearchJournal } from './search-journal';
import { filterRows, type RowSort, type SearchRow, sortRows, toRows } from './search-rows';
import { SearchTable } from './search-table';
import { useDeleteSearch } from './use-delete-search';
import { useFinishTimes } from './use-finish-times';

const DeleteDialog = lazy(() => import('./delete-dialog').then(({ DeleteDialog }) => ({ default: DeleteDialog })));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0, containerType: 'inline-size' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: {
    margin: 0,
    marginInlineEnd: 'auto',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase300 },
  filter: { flex: '1 1 120px', minWidth: 0, maxWidth: '220px', '& input': { minWidth: 0 } },
});

export interface SearchesProps {
  readonly graph: GraphClient;
  onOpen(searchId: string): void;
  /** Fill the form with the criteria of a search. */
  onCopy(query: AuditQuery): void;
  /** It is gone from the service, and so are its records. */
  onDeleted(searchId: string): void;
}

/** Past and running searches of the tenant. It keeps itself up to date while any of them runs. */
export function Searches({ graph, onOpen, onCopy, onDeleted }: SearchesProps) {
  const styles = useStyles();
  const { data, error, isPending, isFetching, refetch } = useQuery(searchesQuery(graph));
  const { journal, remember, forget } = useSearchJournal();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<RowSort>({ column: 'created', descending: true });
  const [asked, setAsked] = useState<SearchRow>();
  const title = useRef<HTMLHeadingElement>(null);
  const deletion = useDeleteSearch(graph, (id) => {
    forget(id);
    onDeleted(id);
    title.current?.focus();
  });
  useFinishTimes(data, remember);

  const all = toRows(data ?? [], journal);
  const rows = sortRows(filterRows(all, text), sort, Date.now());
  const unfinished = all.filter(({ isFinal }) => !isFinal).length;

  return (
    <section className={styles.root} aria-labelledby="searches-title">
      <div className={styles.head}>
        <h2 id="searches-title" ref={title} tabIndex={-1} className={styles.title}>
          Searches <span className={styles.count}>{data && countWords(rows.length, all.length, unfinished)}</span>
        </h2>
        {all.length > 0 && (
          <Input
            className={styles.filter}
            type="search"
            aria-label="Filter searches"
            placeholder="Filter searches"
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        )}
        <CommandButton
          command="Refresh the list of searches"
          icon={<ArrowClockwiseRegular />}
          aria-label="Refresh"
          title="Refresh"
          disabledFocusable={isFetching}
          onClick={() => void refetch()}
        />
      </div>
      {error && <Failure {...describeError(error)} action={<Button onClick={() => void refetch()}>Try again</Button>} />}
      {deletion.error && <Failure {...describeError(deletion.error)} />}
      {data && all.length === 0 ? (
        <EmptyState
          title="No searches yet"
          advice="Searches are kept here for 30 days, also those made in Purview. Start one with the form."
        />
      ) : (
        (isPending || data) && (
          <SearchTable
            rows={isPending ? undefined : rows}
            sort={sort}
            onSort={setSort}
            onOpen={onOpen}
            onCopy={onCopy}
            onDelete={setAsked}
          />
        )
      )}
      {data && all.length > 0 && rows.length === 0 && (
        <EmptyState
          title="No search matches"
          advice={`None of ${all.length} searches has “${text}” in its name, criteria, status or author.`}
        />
      )}
      {asked && (
        <Suspense>
          <DeleteDialog
            name={asked.name}
            isRunning={!asked.isFinal}
            onDelete={() => deletion.remove(asked.search.id)}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

function countWords(shown: number, all: number, unfinished: number): string {
  const count = shown === all ? formatNumber(all) : `${formatNumber(shown)} of ${formatNumber(all)}`;
  return unfinished > 0 ? `${count}, ${unfinished} unfinished` : count;
}
