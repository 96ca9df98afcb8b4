import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { followPath } from '~/lib/follow-path';
import { parsePath } from '~/lib/json-path';
import { propertyRows } from './property-rows';
import { matchingProperties, type PropertyNode, recordProperties, type ValueNode } from './record-properties';

const values = (nodes: readonly PropertyNode[]): readonly ValueNode[] =>
  nodes.flatMap((node) => (node.kind === 'value' ? [node] : node.kind === 'group' ? values(node.children) : node.rows.flat()));

test('keeps the order of the record and names nested properties by path', () => {
  const nodes = recordProperties({ B: 1, A: { C: 'x', 'odata.type': true } });
  expect(values(nodes).map(({ path, text }) => [path, text])).toEqual([
    ['B', '1'],
    ['A.C', 'x'],
    ['A["odata.type"]', 'true'],
  ]);
});

test('makes tables of names and values, addressed by name', () => {
  const [table] = recordProperties({
    Parameters: [
      { Name: 'Identity', Value: 'anna' },
      { Name: 'Identity', Value: 'bob' },
      { Name: 'a]b', Value: '' },
    ],
  });
  expect(table).toMatchObject({ kind: 'table', shape: 'pairs', columns: ['Name', 'Value'] });
  expect(table?.kind === 'table' && table.rows.map((row) => row[1]?.path)).toEqual([
    'Parameters[Identity]',
    'Parameters[1].Value',
    'Parameters[2].Value',
  ]);
});

test('puts old and new values side by side', () => {
  const [table] = recordProperties({ ModifiedProperties: [{ Name: 'Role', NewValue: 'Admin', OldValue: '' }] });
  expect(table).toMatchObject({ kind: 'table', shape: 'changes', columns: ['Name', 'Old value', 'New value'] });
  expect(table?.kind === 'table' && table.rows[0]?.map(({ text }) => text)).toEqual(['Role', '', 'Admin']);
});

test('numbers the objects of a list that is no table', () => {
  const [group] = recordProperties({ Folders: [{ Path: '\\Inbox', FolderItems: [{ Id: '1' }] }, { Path: '\\Sent' }] });
  expect(group?.kind === 'group' && group.children.map(({ label }) => label)).toEqual(['1 of 2', '2 of 2']);
});

test('says what a number means', () => {
  const found = values(
    recordProperties({
      LogonType: 2,
      RecordType: 154,
      Actor: [
        { ID: 'a', Type: 5 },
        { ID: 'b', Type: 3 },
      ],
    }),
  );
  expect(found.map(({ meaning }) => meaning).filter(Boolean)).toEqual(['Delegated', 'OMEPortal', 'UPN', 'PUID']);
});

test('explains the documented properties of mailbox records, and of no others', () => {
  const helpOf = (record: object) => values(recordProperties(record)).map(({ help }) => help);
  const entry = { LogonType: 'Owner', Operation: 'Move', MailboxGuid: 'g', Odd: 'x', LastAccessed: '2013-05-24' };
  expect(helpOf(entry)[0]).toMatch(/^Who acted: the owner, a delegate/);
  expect(helpOf(entry)[3]).toBeUndefined();
  expect(values(matchingProperties(recordProperties(entry), 'who acted')).map(({ label }) => label)).toEqual(['LogonType']);
  expect(helpOf({ RecordType: 2, CreationTime: 'x', Operation: 'Send', MailboxOwnerUPN: 'a@b.c' }).filter(Boolean)).toHaveLength(
    2,
  );
  expect(helpOf({ RecordType: 15, Operation: 'UserLoggedIn' }).filter(Boolean)).toEqual([]);
});

test('shows __proto__ and constructor like any other property', () => {
  const found = values(
    recordProperties(JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"c","List":[{"Name":"__proto__","Value":"v"}]}')),
  );
  expect(found.map(({ text }) => text)).toEqual(['yes', 'c', '__proto__', 'v']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a table of properties with odd names has paths that lead back', () => {
  const found = values(recordProperties({ List: [{}, { '': 'no name', 'a.b': 1 }] })).filter(({ path }) => path !== undefined);
  expect(found.map(({ path }) => path)).toEqual(['List[1][""]', 'List[1]["a.b"]']);
});

test('every path leads back to the value it stands beside', () => {
  void fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 4 })), (record) => {
      for (const { path, text } of values(recordProperties(record))) {
        if (path === undefined) continue;
        const steps = parsePath(path);
        expect(steps, path).toBeDefined();
        expect(String(followPath(record, steps ?? []))).toBe(text);
      }
    }),
  );
});

test('survives nesting that would exhaust the stack', () => {
  let deep: unknown = 'x';
  for (let i = 0; i < 20_000; i++) deep = { deep };
  expect(recordProperties(deep)).toHaveLength(1);
});

test('finds by name and by value and keeps the headings above', () => {
  const nodes = recordProperties({
    A: { B: 'needle' },
    C: 'hay',
    Parameters: [
      { Name: 'X', Value: '1' },
      { Name: 'Needle', Value: '2' },
    ],
  });
  expect(values(matchingProperties(nodes, 'NEEDLE')).map(({ text }) => text)).toEqual(['needle', 'Needle', '2']);
});

test('cuts long tables into rows of limited size', () => {
  const rows = propertyRows(
    recordProperties({ Parameters: Array.from({ length: 120 }, (_, i) => ({ Name: `n${i}`, Value: '' })) }),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['heading', 'table', 'table', 'table']);
});
