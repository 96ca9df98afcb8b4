// DuckDB in its worker: a table from Arrow whose texts are of ENUM types, and prepared statements. Its bundle with WebAssembly's
// exceptions is the one that a page would choose in this browser; that with threads is called experimental by its authors.

import { AsyncDuckDB, type Statement, VoidLogger } from '~rivals/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs';
import workerUrl from '~rivals/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasm from '~rivals/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { halfOfTheTypes, overviewFields } from './measure-overview';
import { createRecordColumns, textColumns } from './record-columns';
import { facetValues, groupFields, groupWindow, type Rival } from './rival';

interface Statements {
  readonly overview: Statement;
  readonly groups: Statement;
}

// A text in an IN list would be compared with every row as text: values have to be of the column's own type.
const typeParameters = halfOfTheTypes(0).map(() => '?::recordType_type');
const ofTypes = `WHERE recordType IN (${typeParameters.join(', ')})`;

export async function createDuckDbRival(): Promise<Rival> {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await db.instantiate(new URL(wasm, location.href).href);
  const connection = await db.connect();
  const columns = createRecordColumns();
  let ofSome: Statements | undefined;
  let ofAll: Statements | undefined;

  function prepared(recordTypes: readonly string[] | undefined): Statements {
    const statements = recordTypes ? ofSome : ofAll;
    if (!statements) throw new Error('There are no records yet.');
    return statements;
  }

  return {
    async append(page) {
      columns.append(page);
    },

    async ready() {
      await connection.insertArrowFromIPCStream(columns.toArrow(), { name: 'texts' });
      for (const column of textColumns)
        await connection.query(`CREATE TYPE ${column}_type AS ENUM (SELECT DISTINCT ${column} FROM texts ORDER BY ALL)`);
      const typed = textColumns.map((column) => `${column}::${column}_type AS ${column}`);
      await connection.query(`CREATE TABLE records AS SELECT ${typed.join(', ')}, time FROM texts`);
      await connection.query('DROP TABLE texts');
      ofSome = {
        overview: await connection.prepare(`WITH passing AS MATERIALIZED (FROM records ${ofTypes}) ${overviewOf('passing')}`),
        groups: await connection.prepare(groupsOf(`records ${ofTypes}`)),
      };
      ofAll = {
        overview: await connection.prepare(overviewOf('records')),
        groups: await connection.prepare(groupsOf('records')),
      };
    },

    async overview(recordTypes) {
      const rows = await prepared(recordTypes).overview.query(...(recordTypes ?? []));
      const of = rows.getChild('of')?.toArray() ?? [];
      const counts = rows.getChild('count')?.toArray() ?? [];
      const values = rows.getChild('value')?.toJSON() ?? [];
      const each = overviewFields.map((): number[] => []);
      const weeks: { from: number; count: number }[] = [];
      for (const [at, value] of values.entries()) {
        const count = counts[at] ?? 0;
        const facet = each[of[at] ?? 0];
        if (facet) facet.push(count);
        else weeks.push({ from: Number(value), count });
      }
      return { facets: each, weeks };
    },

    async groups(recordTypes) {
      const rows = await prepared(recordTypes).groups.query(...(recordTypes ?? []));
      const [counts = [], firsts = [], lasts = [], groupCounts = []] = ['count', 'first', 'last', 'groupCount'].map(
        (name) => rows.getChild(name)?.toArray() ?? [],
      );
      const groups = Array.from(counts, (count, at) => ({ count, first: firsts[at] ?? 0, last: lasts[at] ?? 0 }));
      return { groupCount: groupCounts[0] ?? 0, groups };
    },

    async forget() {},
  };
}

/** One question: records that pass are found once, and counted in nine ways. */
function overviewOf(table: string): string {
  const facets = overviewFields.map((field, at) => {
    // Of all records: that facet is not narrowed by the filter, which is about its own field.
    const from = field === 'recordType' ? 'records' : table;
    return `(SELECT ${at} AS of, ${field}::VARCHAR AS value, count(*)::INTEGER AS count FROM ${from} GROUP BY ${field} ORDER BY count DESC LIMIT ${facetValues})`;
  });
  const weeks = `(SELECT ${facets.length}, epoch_ms(date_trunc('week', time))::VARCHAR, count(*)::INTEGER FROM ${table} GROUP BY ALL)`;
  return [...facets, weeks].join(' UNION ALL ');
}

function groupsOf(from: string): string {
  const by = groupFields.join(', ');
  const groups = `SELECT ${by}, count(*)::INTEGER AS count, min(time) AS earliest, max(time) AS latest FROM ${from} GROUP BY ${by}`;
  const times = 'epoch_ms(earliest)::DOUBLE AS first, epoch_ms(latest)::DOUBLE AS last';
  return `SELECT ${by}, count, ${times}, (count(*) OVER ())::INTEGER AS groupCount FROM (${groups}) ORDER BY count DESC LIMIT ${groupWindow}`;
}
