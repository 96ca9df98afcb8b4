// Perspective in its worker: a table from Arrow, and a view for each question. The table has no index, as no row is ever updated.

import { init_client, init_server, type Table, type View, worker } from '~rivals/@perspective-dev/client/dist/esm/perspective.js';
import clientWasm from '~rivals/@perspective-dev/client/dist/wasm/perspective-js.wasm?url';
import serverWasm from '~rivals/@perspective-dev/server/dist/wasm/perspective-server.wasm?url';
import { tableFromIPC } from '~rivals/apache-arrow/Arrow.dom.mjs';
import { overviewFields } from './measure-overview';
import { createRecordColumns } from './record-columns';
import { facetValues, groupFields, groupWindow, type Rival } from './rival';

export async function createPerspectiveRival(): Promise<Rival> {
  init_client(fetch(clientWasm));
  init_server(fetch(serverWasm));
  const client = await worker();
  const columns = createRecordColumns();
  let table: Table | undefined;
  let views: View[] = [];

  async function open(config: Parameters<Table['view']>[0]): Promise<View> {
    if (!table) throw new Error('There are no records yet.');
    const view = await table.view(config);
    views.push(view);
    return view;
  }

  return {
    async append(page) {
      columns.append(page);
    },

    async ready() {
      table = await client.table(columns.toArrow().buffer);
    },

    async overview(recordTypes) {
      const facets = overviewFields.map(async (field) => {
        const view = await open({
          ...counting(field),
          filter: field === 'recordType' ? [] : ofTypes(recordTypes),
          sort: [[field, 'desc']],
        });
        const { [field]: counts = [] } = await view.to_columns({ start_row: 0, end_row: facetValues });
        return counts;
      });
      const timeline = open({
        ...counting('time'),
        group_by: ['week'],
        expressions: { week: `bucket("time", 'W')` },
        filter: ofTypes(recordTypes),
      }).then((view) => view.to_columns());
      const { __ROW_PATH__: from = [], time = [] } = await timeline;
      return {
        facets: await Promise.all(facets),
        weeks: time.map((count, at) => ({ from: Number(from[at]), count })),
      };
    },

    // Leaves of two levels are sorted within the first level alone, even where the view is flat; to group by both texts in one takes
    // longer than to read all groups and to sort them here.
    async groups(recordTypes) {
      const view = await open({
        group_by: groupFields,
        group_rollup_mode: 'flat',
        expressions: { last: '"time"' },
        columns: ['user', 'time', 'last'],
        aggregates: { user: 'count', time: 'min', last: 'max' },
        filter: ofTypes(recordTypes),
      });
      const all = tableFromIPC(await view.to_arrow());
      const [counts, firsts, lasts] = ['user', 'time', 'last'].map((name) => all.getChild(name)?.toArray() ?? []);
      const order = Uint32Array.from({ length: all.numRows }, (_, at) => at);
      order.sort((a, b) => Number(counts?.[b]) - Number(counts?.[a]));
      const groups = [...order.subarray(0, groupWindow)].map((at) => ({
        count: Number(counts?.[at]),
        first: Number(firsts?.[at]),
        last: Number(lasts?.[at]),
      }));
      return { groupCount: all.numRows, groups };
    },

    async forget() {
      for (const view of views) await view.delete();
      views = [];
    },
  };
}

function counting(column: string) {
  return { group_by: [column], group_rollup_mode: 'flat', columns: [column], aggregates: { [column]: 'count' } } as const;
}

function ofTypes(recordTypes: readonly string[] | undefined) {
  return recordTypes ? [['recordType', 'in', recordTypes] as const] : [];
}
