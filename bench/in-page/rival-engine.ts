// The product: its record set over its worker, each question on a view of its own.

import { displayText } from '~/domain/catalogue/display';
import { keepOnly } from '~/domain/view/filter';
import { wholeSet } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import { createRecordSet } from '~/engine/door/worker-record-set';
import type { RecordView } from '~/engine/record-set';
import { overviewBuckets, overviewFields } from './measure-overview';
import { facetValues, groupFields, groupWindow, type Rival } from './rival';

export async function createEngineRival(): Promise<Rival> {
  const set = createRecordSet();
  let asked: RecordView | undefined;

  async function open(recordTypes: readonly string[] | undefined): Promise<RecordView> {
    const filters = recordTypes ? [keepOnly('recordType', ...recordTypes.map((name) => displayText('recordType', name)))] : [];
    asked = set.open({ ...wholeSet, filters });
    await allFound(asked);
    return asked;
  }

  return {
    async append(page) {
      const { rejected, duplicates } = await set.page(page);
      if (rejected + duplicates > 0) throw new Error(`${rejected} records rejected, ${duplicates} duplicates`);
    },

    async ready() {
      set.cover('complete');
    },

    async overview(recordTypes) {
      const view = await open(recordTypes);
      const { facets, timeline } = await view.overview({
        facets: overviewFields.map((field) => ({ field, limit: facetValues })),
        timeline: { zone: 'utc', atMost: overviewBuckets },
      });
      const counts = timeline?.stacks[0]?.counts ?? [];
      return {
        facets: facets.map(({ values }) => values.map(({ count }) => count)),
        weeks: counts.map((count, at) => ({ from: timeline?.edges[at] ?? 0, count })),
      };
    },

    async groups(recordTypes) {
      const view = await open(recordTypes);
      return view.group({ by: groupFields, measures: {}, sort: { by: 'count', descending: true } }, 0, groupWindow);
    },

    async forget() {
      asked?.close();
    },
  };
}
