import { makeStyles } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import { anyAddressIs } from '~/domain/messages/meets-criteria';
import { failedSignInGrouping, toFailedSignIns } from '~/domain/messages/tracked-message';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { groupsQuery } from '~/records/record-queries';
import { useSetState } from '~/records/use-set-state';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import type { DataSort } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import { ListLine } from '~/ui/list-line';
import { useTimeZone } from '~/ui/time-zone';
import { failedSignInColumns } from './message-columns';

const useStyles = makeStyles({
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px' },
});

const latestFirst: DataSort = { column: 'last', descending: true };

export interface FailedSignInListProps {
  readonly held: HeldRecordSet;
  /** Part of an address, or the beginning of one. */
  readonly recipient: string;
  readonly sort: DataSort | undefined;
  onSort(sort: DataSort): void;
  onOpen(recipient: string): void;
}

/** Who could not sign in to the portal, and how often. */
export function FailedSignInList({ held, recipient, sort, onSort, onOpen }: FailedSignInListProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const state = useSetState(held.set);
  const groups = useQuery({
    ...groupsQuery(held, { grouping: failedSignInGrouping, read: toFailedSignIns }, state),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => failedSignInColumns(zone), [zone]);
  const rows = useMemo(
    () => groups.data?.filter((person) => anyAddressIs([person.recipient], recipient)),
    [groups.data, recipient],
  );
  const table = useDataTable({ layoutKey: 'failed sign-ins', columns, rows, sort, standardSort: latestFirst, onSort });
  if (groups.error) return <Failure {...describeError(groups.error)} />;
  return (
    <>
      <ListLine
        outOf={groups.data?.length}
        noun="recipient"
        fileName="failed sign-ins"
        isBusy={groups.isPlaceholderData}
        table={table}
      />
      <div className={styles.grid} aria-busy={groups.isPlaceholderData}>
        {rows?.length === 0 ? (
          <EmptyState title="No failed sign-in" advice="Everyone who asked to sign in among these records got in." />
        ) : (
          <DataTable label="Failed sign-ins by recipient" table={table} onOpen={(person) => onOpen(person.recipient)} />
        )}
      </div>
    </>
  );
}
