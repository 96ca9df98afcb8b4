import { Button, Checkbox, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteSearch, type Search } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { describeError } from '~/domain/errors/describe-error';
import { type EpochMs, formatDuration } from '~/lib/time';
import { Failure } from '~/ui/failure';
import { notifyWhenDone } from './notify-when-done';
import { useNow } from './use-now';
import { waitingSince } from './waiting-since';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM, maxWidth: '640px' },
  status: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, textWrap: 'pretty' },
  time: { fontVariantNumeric: 'tabular-nums' },
});

const statusWords: Partial<Record<Search['status'], string>> = { notStarted: 'Queued', running: 'In progress' };

export interface SearchRunningProps {
  readonly graph: GraphClient;
  readonly search: Search;
  /** Graph does not tell; known when the search was started in this browser. */
  readonly startedAt: EpochMs | undefined;
  onCancelled(): void;
}

export function SearchRunning({ graph, search, startedAt, onCancelled }: SearchRunningProps) {
  const styles = useStyles();
  const queryClient = useQueryClient();
  const now = useNow(true);
  const cancel = useMutation({
    mutationFn: () => deleteSearch(graph, search.id),
    onSuccess: async () => {
      onCancelled();
      await queryClient.invalidateQueries({ queryKey: ['searches'], exact: true });
    },
  });
  const since = startedAt ?? waitingSince(search.id);
  return (
    <section className={styles.root} aria-label="Status of the search">
      <p className={styles.status} role="status">
        {statusWords[search.status] ?? 'Status unknown'}
      </p>
      <ProgressBar aria-label="The search is running" />
      <p className={styles.text}>
        {startedAt === undefined ? 'Watched here for ' : 'Running for '}
        <span className={styles.time}>{formatDuration(now - since)}</span>. The service takes minutes, for wide searches hours. It
        works without this page: leave, or close the browser, and find the results in the list of searches.
      </p>
      <NotifyMe graph={graph} search={search} />
      <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        Cancel search
      </Button>
      <p className={styles.text}>
        Cancelling deletes the search from the service, which knows no other way. The audit log itself is not touched.
      </p>
      {cancel.error && <Failure {...describeError(cancel.error)} />}
    </section>
  );
}

function NotifyMe({ graph, search }: Pick<SearchRunningProps, 'graph' | 'search'>) {
  const queryClient = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  if (!('Notification' in window)) return null;
  const ask = async () => {
    const permission = await Notification.requestPermission();
    setRefused(permission !== 'granted');
    if (permission !== 'granted') return;
    setAsked(true);
    notifyWhenDone(queryClient, graph, search.id);
  };
  return (
    <>
      <Checkbox label="Notify me when it is done" checked={isAsked} disabled={isAsked} onChange={ask} />
      {isRefused && <span role="status">This browser does not allow notifications from Ledgerline.</span>}
    </>
  );
}
