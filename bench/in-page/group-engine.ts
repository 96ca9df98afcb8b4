// The product: its record set over its worker, timed where the screen stands.

import type { RecordKey } from '~/domain/record/record-key';
import { wholeSet } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import { createRecordSet } from '~/engine/door/worker-record-set';
import { answerText, furtherFrom, type GroupContender, type GroupSubject, groupings, window } from './group-questions';

export function createEngineGroups(subject: GroupSubject): GroupContender {
  const set = createRecordSet();
  let view = set.open(wholeSet);
  // No record has it.
  const nobody = 'nobody' as RecordKey;

  return {
    async append(page) {
      const { rejected, duplicates } = await set.page(page);
      if (rejected + duplicates > 0) throw new Error(`${rejected} records rejected, ${duplicates} duplicates`);
    },

    async ask(question) {
      // A grouping is kept as long as its view: another view has to be grouped from the beginning.
      if (question !== 'further') {
        view.close();
        view = set.open(wholeSet);
        await allFound(view);
      }
      const start = performance.now();
      let isDone = false;
      let longestWaitMs = 0;
      const asked = view.group(groupings[subject], question === 'further' ? furtherFrom[subject] : 0, window).finally(() => {
        isDone = true;
      });
      const waits = (async () => {
        while (!isDone) {
          const asksAt = performance.now();
          await view.find(nobody);
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

    dispose: () => set.dispose(),
  };
}
