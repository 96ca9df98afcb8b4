// Groups of a whole result set, however many, read in windows so that no message between worker and page is large.

import { EngineError } from '~/domain/errors';
import type { Group, Grouping } from '~/domain/grouping';
import { wholeSet } from '~/domain/result-view';
import type { ResultSet } from '~/engine/result-set';

const groupsAtOnce = 1000;
const attempts = 5;

/** Begins again when another view of the same records takes the place of this one. */
export async function readGroups<Name extends string>(resultSet: ResultSet, grouping: Grouping<Name>): Promise<Group<Name>[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(resultSet, grouping);
    } catch (error) {
      if (attempt === attempts || !(error instanceof EngineError && error.kind === 'superseded')) throw error;
    }
  }
}

async function readOnce<Name extends string>(resultSet: ResultSet, grouping: Grouping<Name>): Promise<Group<Name>[]> {
  const { viewId } = await resultSet.view(wholeSet);
  const all: Group<Name>[] = [];
  let groupCount = 1;
  while (all.length < groupCount) {
    const window = await resultSet.group(viewId, grouping, all.length, groupsAtOnce);
    all.push(...window.groups);
    groupCount = window.groups.length === 0 ? 0 : window.groupCount;
  }
  return all;
}
