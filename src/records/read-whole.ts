// Reading a view of one's own, whole: for reports, and for whatever else is made of records instead of being looked at.

import type { Group, Grouping } from '~/domain/view/grouping';
import { type ResultView, wholeSet } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import type { RecordSet, RecordView } from '~/engine/record-set';

const groupsAtOnce = 1000;

/** What `read` makes of a view and the number of its rows, once all of them are found. The view is closed after that. */
export async function readWhole<Made>(
  set: RecordSet,
  asked: ResultView,
  signal: AbortSignal | undefined,
  read: (view: RecordView, rowCount: number) => Promise<Made>,
): Promise<Made> {
  const view = set.open(asked, signal);
  try {
    const { rowCount } = await allFound(view, signal);
    return await read(view, rowCount);
  } finally {
    view.close();
  }
}

/** Groups of a whole set, however many, read in windows so that no message between worker and page is large. */
export function readGroups<Name extends string>(
  set: RecordSet,
  grouping: Grouping<Name>,
  signal?: AbortSignal,
): Promise<Group<Name>[]> {
  return readWhole(set, wholeSet, signal, async (view) => {
    const all: Group<Name>[] = [];
    let groupCount = 1;
    while (all.length < groupCount) {
      const window = await view.group(grouping, all.length, groupsAtOnce, signal);
      all.push(...window.groups);
      groupCount = window.groupCount;
    }
    return all;
  });
}
