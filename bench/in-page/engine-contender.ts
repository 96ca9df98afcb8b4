// The product: its record set over its worker, exactly as the screen uses it.

import { filterOf, filterOfAny } from '~/domain/indicators/indicator';
import type { Timeline } from '~/domain/view/overview';
import { wholeSet } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import { createRecordSet } from '~/engine/door/worker-record-set';
import type { RecordView } from '~/engine/record-set';
import { type Contender, gridFields } from './contender';

export function createEngine(set = createRecordSet()): Contender {
  let current: RecordView | undefined;
  let inOrderOfArrival: RecordView | undefined;

  /** Opens a view and closes the one before, as the screen does. */
  function open(asked: Parameters<typeof set.open>[0]): RecordView {
    const before = current;
    current = set.open(asked);
    before?.close();
    return current;
  }
  const shown = () => current ?? open(wholeSet);

  return {
    async append(page) {
      const { rejected, duplicates } = await set.page(page);
      if (rejected + duplicates > 0) throw new Error(`${rejected} records rejected, ${duplicates} duplicates`);
    },

    async view(asked) {
      return (await allFound(open(asked))).rowCount;
    },

    async rows(from, count) {
      return (await shown().rows(from, count, gridFields)).map(({ key }) => key);
    },

    async facet(field) {
      const { facets } = await shown().overview({ facets: [{ field }] });
      return `${facets[0]?.values[0]?.count}`;
    },

    async histogram(buckets) {
      const { timeline } = await shown().overview({ facets: [], timeline: { zone: 'utc', atMost: buckets } });
      return highest(timeline);
    },

    async overview(fields, buckets) {
      const { facets, timeline } = await shown().overview({
        facets: fields.map((field) => ({ field })),
        timeline: { zone: 'utc', atMost: buckets },
      });
      return `${facets.map(({ values }) => values[0]?.count)}; ${highest(timeline)}`;
    },

    async properties() {
      const properties = await set.properties();
      return properties.map(({ name, count }) => `${name} ${count}`).join(', ');
    },

    async values(field, from, count) {
      return (await shown().rows(from, count, [field])).map(({ values }) => values[field] ?? '');
    },

    async search(asked, enough) {
      const start = performance.now();
      const view = open(asked);
      let first: Promise<number> | undefined;
      view.state.subscribe(() => {
        const state = view.state.get();
        if (first || state.status !== 'open' || (state.rowCount < enough && state.searched < state.outOf)) return;
        first = view.rows(0, enough, gridFields).then(() => performance.now() - start);
      });
      const { rowCount } = await allFound(view);
      const wholeMs = performance.now() - start;
      return { firstMs: (await first) ?? wholeMs, wholeMs, found: rowCount };
    },

    async matches(indicators) {
      const matches = await shown().matches([...indicators.map(filterOf), filterOfAny(indicators)]);
      const found = matches.slice(0, -1).filter(({ records }) => records > 0).length;
      return `${found} in ${matches.at(-1)?.records}`;
    },

    async recordLength(row) {
      inOrderOfArrival ??= set.open(wholeSet);
      const [record] = await inOrderOfArrival.records(row, 1);
      return record?.auditData.length ?? 0;
    },

    async exportCsv() {
      let bytes = 0;
      const reader = shown().export({ kind: 'purview', bom: false }).getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) bytes += chunk.value.length;
      return bytes;
    },

    dispose: () => set.dispose(),
  };
}

function highest(timeline: Timeline | undefined): string {
  return `${Math.max(...(timeline?.stacks[0]?.counts ?? []))}`;
}
