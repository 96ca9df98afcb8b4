import { useEffect, useRef, useState } from 'react';
import type { ResultView } from '~/domain/view/result-view';
import type { RecordSet } from '~/engine/record-set';
import { fileStamp, safeFileName } from '~/lib/file-name';
import { readWhole } from '~/records/read-whole';
import type { DataColumn } from '~/ui/grid/data-column';
import { chooseFile, toDownloads } from '~/ui/save-file';
import type { ViewGroup, ViewGrouping } from './group-columns';
import { groupsCsv } from './groups-csv';

/** More make a file too big to be collected before it is saved: where the browser can, it is asked for a place on disk. */
const mostToDownloads = 100_000;
const type = 'text/csv;charset=utf-8';

interface Wanted {
  readonly name: string;
  readonly set: RecordSet;
  readonly asked: ResultView;
  readonly grouping: ViewGrouping;
  readonly columns: readonly DataColumn<ViewGroup>[];
  readonly groupCount: number;
}

/** One export at a time, of a view of its own: that on the screen changes while records arrive. It ends with whoever asked for it. */
export function useGroupsExport() {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async ({ name, set, asked, grouping, columns, groupCount }: Wanted) => {
    const fileName = `${safeFileName(name, 'audit log')} ${fileStamp(Date.now())} (groups).csv`;
    const save = groupCount > mostToDownloads ? await chooseFile(fileName, type) : toDownloads(fileName, type);
    if (!save) return;
    const own = new AbortController();
    const { signal } = own;
    controller.current = own;
    setError(undefined);
    setRunning(true);
    try {
      await readWhole(set, asked, signal, (view) =>
        save(groupsCsv(view, grouping, columns, signal), { signal, onProgress: () => {} }),
      );
    } catch (error) {
      if (!signal.aborted) setError(error);
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, error, start };
}
