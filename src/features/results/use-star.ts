import { type RefObject, use } from 'react';
import { addressWithRecord } from '~/domain/casework/saved-view';
import { editMarks } from '~/domain/casework/work-changes';
import { explainRecord } from '~/domain/record/explain-record';
import type { Row } from '~/engine/record-set';
import { readJson } from '~/lib/read-json';
import { type Casework, CaseworkContext } from '~/records/casework';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ListedRecords } from '~/records/listed-records';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';

/**
 * Stars a record or takes its star away, and says so at the active cell. `undefined` where nothing is kept. A record without an Id has
 * no name to be kept under.
 */
export function useStar({ set }: HeldRecordSet, grid: RefObject<VirtualGridHandle | null>): ListedRecords['onStar'] {
  const casework = use(CaseworkContext);
  const star = async (casework: Casework, { key }: Row) => {
    // Where it stood when it was starred, even if the page is another by the time it is read.
    const address = addressWithRecord(location.pathname, location.search, key);
    const { recordId, auditData, envelope } = await set.record(key);
    if (recordId === '') return grid.current?.say('It has no ID to be starred by');
    const { time, sentence } = explainRecord(readJson(auditData).value, envelope, set.catalogue);
    const starred = !casework.state.get().work.marks.get(recordId)?.starred;
    casework.change(editMarks([{ recordId, time, summary: sentence, address }], () => ({ starred }), Date.now()));
    grid.current?.say(starred ? 'Starred' : 'No longer starred');
  };
  return (
    casework &&
    ((row) => {
      // A set that was given up answers nothing, and is no longer on the screen.
      if (row) void star(casework, row).catch(() => {});
    })
  );
}
