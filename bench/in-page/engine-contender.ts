// The product: its result set over its worker, exactly as the screen uses it.

import { createResultSet } from '~/engine/client';
import type { ResultSet, ViewState } from '~/engine/result-set';
import { type Contender, gridFields } from './contender';

export function createEngine(resultSet: ResultSet = createResultSet()): Contender {
  let current: ViewState = { viewId: 0, rowCount: 0, outOf: 0, searched: 0 };

  return {
    async append(page) {
      const { rejected, duplicates } = await resultSet.append(page);
      if (rejected + duplicates > 0) throw new Error(`${rejected} records rejected, ${duplicates} duplicates`);
    },

    async view(view) {
      current = await resultSet.view(view);
      return current.rowCount;
    },

    async rows(from, count) {
      const rows = await resultSet.rows(current.viewId, from, count, gridFields);
      return rows.map(({ recordId }) => recordId);
    },

    async facet(field) {
      const facets = await resultSet.facet(current.viewId, field);
      return `${facets[0]?.count}`;
    },

    async histogram(buckets) {
      const { counts } = await resultSet.histogram(current.viewId, buckets);
      return `${Math.max(...counts)}`;
    },

    search(view, enough) {
      const start = performance.now();
      let firstMs = 0;
      return new Promise((resolve, reject) => {
        const take = async (state: ViewState) => {
          current = state;
          const isWhole = state.searched === state.outOf;
          const wholeMs = performance.now() - start;
          if (firstMs === 0 && (state.rowCount >= enough || isWhole)) {
            firstMs = wholeMs;
            const fetched = resultSet.rows(state.viewId, 0, enough, gridFields).then(() => {
              firstMs = performance.now() - start;
            });
            // A newer state replaces the view, and with it this request; the time it came is then the time it was known.
            await fetched.catch(() => undefined);
          }
          if (isWhole) resolve({ firstMs, wholeMs, found: state.rowCount });
        };
        const report = (state: ViewState) => void take(state).catch(reject);
        resultSet.view(view, report).then(report, reject);
      });
    },

    async recordLength(row) {
      return (await resultSet.record(row)).auditData.length;
    },

    async exportCsv() {
      let bytes = 0;
      const reader = resultSet.export(current.viewId, { kind: 'purview', bom: false }).getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) bytes += chunk.value.length;
      return bytes;
    },

    dispose: () => resultSet.dispose(),
  };
}
