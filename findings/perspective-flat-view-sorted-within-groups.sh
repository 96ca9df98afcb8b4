#!/bin/sh
# A flat view of Perspective (`group_rollup_mode: 'flat'`) that is grouped by two columns and sorted by an aggregate is not in the order
# of that aggregate. Its rows are leaves alone, without a parent to stand under, and `sort` is said to be "the ONLY thing that orders a
# View's rows"; still Perspective's engine sorts them by the total of the first column, which is shown nowhere, and within that by
# the aggregate. The SQL that the same package writes of the same view, for a table that is in DuckDB, gives a third order: it sorts by
# the aggregate of that leaf of the first column whose second value comes first in the alphabet. The first rows of such a view are in
# neither case the largest groups. Hence bench/in-page/rival-perspective.ts reads all of them and sorts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts @perspective-dev/client@5.5.1 @perspective-dev/server@5.5.1 \
  @duckdb/duckdb-wasm@1.32.0 apache-arrow@17.0.0 >/dev/null
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import perspective, { GenericSQLVirtualServerModel } from '@perspective-dev/client';

const require = createRequire(import.meta.url);
const duckdbFile = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
const duckdb = require(duckdbFile);
const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

// Ann: three times x, once y. Bob: twice x, twice y, once z. Cy: four times x.
const user = ['ann', 'ann', 'ann', 'ann', 'bob', 'bob', 'bob', 'bob', 'bob', 'cy', 'cy', 'cy', 'cy'];
const act = ['x', 'x', 'x', 'y', 'x', 'x', 'y', 'y', 'z', 'x', 'x', 'x', 'x'];
const flat = (...group_by) => ({
  group_by,
  group_rollup_mode: 'flat',
  columns: ['n'],
  aggregates: { n: 'count' },
  sort: [['n', 'desc']],
});

async function inPerspective(config) {
  const table = await perspective.table({ user, act, n: user.map((_, at) => at) });
  const view = await table.view(config);
  const { __ROW_PATH__: paths, n } = await view.to_columns();
  return { groups: paths.map((path) => path.join(' ')).join(', '), counts: n.join(' ') };
}

async function inDuckDb(config) {
  const bundle = (name) => ({ mainModule: join(dirname(duckdbFile), `duckdb-${name}.wasm`), mainWorker: '' });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate();
  const connection = db.connect();
  connection.query('CREATE TABLE acts (user VARCHAR, act VARCHAR, n INTEGER)');
  connection.query(`INSERT INTO acts VALUES ${user.map((name, at) => `('${name}', '${act[at]}', ${at})`)}`);
  const whole = { split_by: [], filter: [], filter_op: 'and', expressions: {}, ...config };
  const schema = { user: 'string', act: 'string', n: 'integer' };
  const sql = new GenericSQLVirtualServerModel().tableMakeView('acts', 'made', whole, schema);
  connection.query(sql);
  const rows = connection.query('SELECT * FROM made').toArray();
  const paths = rows.map((row) => `${row.__ROW_PATH_0__} ${row.__ROW_PATH_1__}`);
  return { groups: paths.join(', '), counts: rows.map((row) => Number(row.n)).join(' '), sql };
}

const byBoth = { ...flat('both'), expressions: { both: `concat("user", ' ', "act")` } };
const one = await inPerspective(byBoth);
const two = await inPerspective(flat('user', 'act'));
const { sql, ...three } = await inDuckDb(flat('user', 'act'));
console.log(
  `@perspective-dev/client ${versionOf('@perspective-dev/client')}, @duckdb/duckdb-wasm ${versionOf('@duckdb/duckdb-wasm')}, Node ${process.versions.node}; each sorted by count, the highest first`,
);
console.table({ 'both in one column': one, 'two columns': two, 'two columns, its SQL': three });
console.log(sql.slice(sql.indexOf('WINDOW')));
const isSo = one.counts === '4 3 2 2 1 1' && two.counts === '2 2 1 3 1 4' && three.counts === '4 3 1 2 2 1';
console.log(isSo ? 'As found: three orders of the same groups.' : 'CHANGED: this is no longer as it was found.');
process.exit(isSo ? 0 : 1);
JS
node look.mjs
