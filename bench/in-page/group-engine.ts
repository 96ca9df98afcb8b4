// The product: its result set over its worker, timed where the screen stands.

import { wholeSet } from '~/domain/result-view';
import { createResultSet } from '~/engine/client';
import type { ViewId } from '~/engine/result-set';
import { answerText, furtherFrom, type GroupContender, type GroupSubject, groupings, window } from './group-questions';

export function createEngineGroups(subject: GroupSubject): GroupContender {
  const resultSet = createResultSet();
  let viewId: ViewId = 0;

  return {
    async append(page) {
      const { rejected, duplicates } = await resultSet.append(page);
      if (rejected + duplicates > 0) throw new Error(`${rejected} records rejected, ${duplicates} duplicates`);
    },

    async ask(question) {
      // A grouping is kept as long as its view: another view has to be grouped from the beginning.
      if (question !== 'further') ({ viewId } = await resultSet.view(wholeSet));
      const start = performance.now();
      let isDone = false;
      let longestWaitMs = 0;
      const asked = resultSet
        .group(viewId, groupings[subject], question === 'further' ? furtherFrom[subject] : 0, window)
        .finally(() => {
          isDone = true;
        });
      const waits = (async () => {
        while (!isDone) {
          const asksAt = performance.now();
          await resultSet.position(viewId, 'nobody');
          longestWaitMs = Math.max(longestWaitMs, performance.now() - asksAt);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })();
      const { groupCount, groups } = await asked;
      const ms = performance.now() - start;
      await waits;
      const plain = groups.map(({ key, count, tallies }) => ({ key: key[0] ?? '', count, tallies: Object.values(tallies) }));
      return { ms, longestWaitMs, answer: answerText(groupCount, plain) };
    },

    dispose: () => resultSet.dispose(),
  };
}
