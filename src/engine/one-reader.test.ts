// The details pane reads values out of text, the engine out of bytes: whatever AuditData holds and however it is damaged, both
// find the same, and what the pane offers to filter by keeps the record.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldRef } from '~/domain/catalogue/fields';
import { readAuditData } from '~/domain/record/audit-data';
import { explainRecord } from '~/domain/record/explain-record';
import { type PropertyNode, recordProperties, type ValueNode } from '~/domain/record/record-properties';
import { type FilterTarget, filterTarget } from '~/domain/view/filter-target';
import { ColumnRecordSet } from './door/column-record-set';
import { wholeView } from './record-sets.fixture';

const name = fc.constantFrom('a', 'b', 'Name', 'Value', 'NewValue', 'Key', 'ä b', '__proto__', 'x.y', '');
const word = fc.constantFrom('a', 'b', '', ' ', 'ä"\\\n', '10.0.0.1', '-a "b" -ä', '-Identity "anna" -b', '[', '{"a"', 'null');
const number = fc.constantFrom('1', '-2.50', '12345678901234567890', '1e3', '0');

/** JSON text, in which names may occur twice. */
const { tree } = fc.letrec<{ tree: string; named: string; object: string; list: string; text: string }>((tie) => ({
  text: fc.oneof(word, word, tie('tree')).map((text) => JSON.stringify(text)),
  named: fc
    .tuple(fc.constantFrom('Name', 'Name', 'Key'), tie('text'), fc.constantFrom('Value', 'Value', 'NewValue'), tie('tree'))
    .map(([key, title, value, tree]) => `{"${key}":${title},"${value}":${tree}}`),
  object: fc
    .array(fc.tuple(name, tie('tree')), { maxLength: 4 })
    .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(',')}}`),
  list: fc.array(fc.oneof(tie('named'), tie('named'), tie('tree')), { maxLength: 4 }).map((list) => `[${list.join(' ,')}]`),
  tree: fc.oneof({ maxDepth: 4 }, tie('text'), number, fc.constantFrom('null', 'true'), tie('object'), tie('list'), tie('list')),
}));
const property = fc.constantFrom(
  'Parameters',
  'OperationProperties',
  'ExtendedProperties',
  'ModifiedProperties',
  'Item',
  'Data',
  'ObjectId',
  'UserId',
  'ClientIP',
  'Operation',
  'ResultStatus',
);
const wholeAuditData = fc
  .tuple(fc.constantFrom('1', '2', '154', '64', '8'), fc.array(fc.tuple(property, tree), { minLength: 1, maxLength: 6 }))
  .map(([type, members]) => `{"RecordType":${type},${members.map(([key, value]) => `"${key}":${value}`).join(',')}}`);
const auditData = fc
  .tuple(wholeAuditData, fc.nat(), fc.constantFrom('whole', 'whole', 'cut', 'doubled', 'quoted', 'list', 'cut and doubled'))
  .map(([whole, at, damage]) => {
    const text = damage.startsWith('cut') ? whole.slice(0, at % (whole.length + 1)) : whole;
    if (damage.endsWith('doubled')) return text.replaceAll('"', '""');
    return damage === 'quoted' ? JSON.stringify(text) : damage === 'list' ? `[${text}]` : text;
  });

const values = (nodes: readonly PropertyNode[]): readonly ValueNode[] =>
  nodes.flatMap((node) => (node.kind === 'value' ? [node] : node.kind === 'group' ? values(node.children) : node.rows.flat()));
const stored = ({ text, isText }: ValueNode) => (!isText && /^(null|\{\}|\[\])$/.test(text) ? '' : text);

async function opened(text: string) {
  const set = new ColumnRecordSet();
  await set.list([JSON.stringify({ Identity: 'x', CreationDate: '2024-01-02T03:04:05Z', AuditData: text })], 'test');
  const view = set.open(wholeView);
  const [record] = await view.records(0, 1);
  const valuesOf = async (fields: readonly FieldRef[]) => (await view.rows(0, 1, fields))[0]?.values ?? {};
  const keeps = async ({ field, value }: FilterTarget) => {
    const kept = set.open({ ...wholeView, filters: [{ field, op: 'is', values: [value] }] });
    const rows = await kept.rows(0, 1, []);
    kept.close();
    return rows.length === 1;
  };
  return { set, record, valuesOf, keeps };
}

test('pane and engine find the same at every path, whatever AuditData holds and wherever it breaks', async () => {
  await fc.assert(
    fc.asyncProperty(auditData, async (text) => {
      const { set, record, valuesOf } = await opened(text);
      const nodes = values(recordProperties(readAuditData(record?.auditData ?? '')));
      const expected = new Map(nodes.flatMap((node) => (node.path === undefined ? [] : [[node.path, stored(node)]])));
      const refs = Array.from(expected.keys(), (path): FieldRef => `path:${path}`);
      const found = await valuesOf(refs);
      expect([text, Object.fromEntries(refs.map((ref) => [ref, found[ref] ?? '']))]).toEqual([
        text,
        Object.fromEntries(Array.from(expected, ([path, value]) => [`path:${path}`, value])),
      ]);
      set.dispose();
    }),
    { numRuns: 300 },
  );
});

test('what pane and summary offer to filter by keeps the record', async () => {
  await fc.assert(
    fc.asyncProperty(auditData, async (text) => {
      const { set, record, keeps } = await opened(text);
      const read = readAuditData(record?.auditData ?? '');
      const envelope = record?.envelope ?? [];
      const nodes = values(recordProperties(read));
      const targets = [
        ...nodes.flatMap((node) => (node.path === undefined ? [] : [filterTarget(node.path, stored(node), read, envelope)])),
        ...explainRecord(read, envelope).facts.flatMap(({ ref, filterValue }) =>
          ref === undefined ? [] : [{ field: ref, value: filterValue ?? '' }],
        ),
      ];
      for (const target of targets) expect([text, target, await keeps(target)]).toEqual([text, target, true]);
      set.dispose();
    }),
    { numRuns: 100 },
  );
});
