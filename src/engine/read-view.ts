// Reading a view of one's own, whole. Of several views that are asked for at the same time the engine answers the newest only:
// whoever needs all of one begins again, after a little longer each time, until the others leave it in peace.

import { EngineError } from '~/domain/errors';
import type { Group, Grouping } from '~/domain/grouping';
import { type ResultView, wholeSet } from '~/domain/result-view';
import { growthStage } from '~/lib/growth';
import { inThisBrowser } from '~/lib/in-this-browser';
import type { HeldResultSet } from './held-result-sets';
import type { ResultSet, RowIndex, ViewState } from './result-set';

const attempts = 20;
const pauseMs = 50;
/** The engine tells of growth several times a second; after this long a newer view has taken its place. */
const silenceMs = 5000;
const groupsAtOnce = 1000;

/** What `read` makes of the view once all of it is found. Other errors than `superseded` come through at once. */
export async function readView<T>(resultSet: ResultSet, view: ResultView, read: (state: ViewState) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read(await wholeView(resultSet, view));
    } catch (error) {
      if (!(error instanceof EngineError && error.kind === 'superseded') || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  }
}

/** The first answer can be a part of a view that is still growing. */
function wholeView(resultSet: ResultSet, view: ResultView): Promise<ViewState> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (state: ViewState) => {
      clearTimeout(timer);
      if (state.searched === state.outOf) resolve(state);
      else timer = setTimeout(() => reject(new EngineError('superseded', 'A newer view was asked for.')), silenceMs);
    };
    resultSet.view(view, settle).then(settle, reject);
  });
}

/** Groups of a whole result set, however many, read in windows so that no message between worker and page is large. */
export function readGroups<Name extends string>(resultSet: ResultSet, grouping: Grouping<Name>): Promise<Group<Name>[]> {
  return readView(resultSet, wholeSet, async ({ viewId }) => {
    const all: Group<Name>[] = [];
    let groupCount = 1;
    while (all.length < groupCount) {
      const window = await resultSet.group(viewId, grouping, all.length, groupsAtOnce);
      all.push(...window.groups);
      groupCount = window.groupCount;
    }
    return all;
  });
}

export interface GroupsAsked<Name extends string, Line> {
  /** Records that are there so far. */
  readonly records: number;
  readonly isFilling: boolean;
  readonly grouping: Grouping<Name>;
  read(group: Group<Name>): Line;
}

/** For React Query: the groups of a result set, each as `read` makes it, under a key that changes as records arrive. */
export function groupsQuery<Name extends string, Line>(
  { id, resultSet }: HeldResultSet,
  { records, isFilling, grouping, read }: GroupsAsked<Name, Line>,
) {
  return {
    ...inThisBrowser,
    queryKey: ['groups', id, grouping, growthStage(records, isFilling)],
    queryFn: async () => (await readGroups(resultSet, grouping)).map(read),
    structuralSharing: false,
  } as const;
}

/** For React Query: a record of a result set; not asked for without a row. */
export function recordQuery({ id, resultSet }: HeldResultSet, row: RowIndex | undefined) {
  return {
    ...inThisBrowser,
    queryKey: ['record', id, row],
    enabled: row !== undefined,
    queryFn: () => resultSet.record(row ?? -1),
  } as const;
}
