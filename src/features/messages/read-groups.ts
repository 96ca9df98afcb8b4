// Groups of a whole result set, however many, read in windows so that no message between worker and page is large.

import type { Group, Grouping } from '~/domain/grouping';
import { wholeSet } from '~/domain/result-view';
import { readView } from '~/engine/read-view';
import type { ResultSet } from '~/engine/result-set';

const groupsAtOnce = 1000;

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
