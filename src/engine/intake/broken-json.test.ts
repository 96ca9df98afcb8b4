// A saved answer with one character too many, too few or another: what stands on other lines must be found, and whatever is not
// found must be counted.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EngineError } from '~/domain/errors/errors';
import { allFound } from '~/engine/door/all-found';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { wholeView } from '~/engine/record-sets.fixture';
import { encodeText } from '~/lib/bytes';
import { JsonRecords } from './json-records';

function graphRecord(id: string) {
  return {
    id,
    createdDateTime: '2024-01-02T03:04:05Z',
    auditLogRecordType: 'ExchangeAdmin',
    operation: 'Set-Mailbox',
    userPrincipalName: 'ü@x.y',
    administrativeUnits: ['unit [1]', '{2}'],
    auditData: {
      CreationTime: '2024-01-02T03:04:05',
      Id: id,
      Operation: 'Set-Mailbox',
      RecordType: 1,
      Parameters: [
        { Name: 'Identity', Value: 'say "}]"' },
        { Name: 'Size', Value: '[{\\' },
      ],
    },
  };
}

const page = (ids: readonly string[], indent?: number) => {
  const next = { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/next?$skiptoken={[1]}' };
  return JSON.stringify({ '@odata.context': 'https://x/$metadata', value: ids.map(graphRecord), ...next }, undefined, indent);
};

const layouts = {
  'one page per line': [page(['a1', 'a2']), page(['b1']), page(['c1', 'c2', 'c3'])].join('\n'),
  'one record per line of a page': `{"value":[\n${['a', 'b', 'c', 'd'].map((id) => JSON.stringify(graphRecord(id))).join(',\n')}\n]}`,
  'pretty pages': [page(['a1', 'a2', 'a3'], 2), page(['b1', 'b2'], 2)].join('\n'),
  'pretty list': JSON.stringify(['a', 'b', 'c'].map(graphRecord), undefined, 4),
  'JSON Lines': ['a', 'b', 'c', 'd'].map((id) => JSON.stringify(graphRecord(id))).join('\r\n'),
  'JSON Lines of AuditData': ['a', 'b', 'c'].map((id) => JSON.stringify(graphRecord(id).auditData)).join('\n'),
};

interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The lines of each record, counted from 0. */
function linesOf(text: string): Map<string, Lines> {
  const places = new Map<string, Lines>();
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    for (const [, id = ''] of line.matchAll(/"(?:id":|Id":(?=.*\}$|.*\}\r$))"(\w+)"/g)) places.set(id, { from: i, to: i });
    const printed = /^( *) {2,4}"id": "(\w+)"/.exec(line);
    if (!printed?.[2]) continue;
    const from = lines.findLastIndex((each, at) => at < i && each.trim() === '{');
    const closing = lines[from]?.replace('{', '}');
    places.set(printed[2], { from, to: lines.findIndex((each, at) => at > i && each.replace(',', '') === closing) });
  }
  return places;
}

/** What is found in the file, and how many records it counts; `undefined` when it is refused in words. */
async function read(text: string) {
  const set = new ColumnRecordSet();
  try {
    const { added, duplicates, rejected } = await set.file(new File([text], 'saved.json'));
    const view = set.open(wholeView);
    await allFound(view);
    return { ids: (await view.rows(0, 100, [])).map(({ key }) => `${key}`), counted: added + duplicates + rejected };
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'not-an-audit-log') return undefined;
    throw error;
  } finally {
    set.dispose();
  }
}

const characters = fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\\', '\n', ' ', 'x', '1');

test('the layouts are read whole as long as nothing is broken', async () => {
  for (const text of Object.values(layouts)) {
    const ids = [...linesOf(text).keys()];
    expect(ids.length).toBeGreaterThan(2);
    expect(await read(text)).toEqual({ ids, counted: ids.length });
  }
});

test('one character inserted, deleted or replaced costs no record of another line, and what it costs is counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(layouts)),
      fc.nat(),
      fc.boolean(),
      characters,
      async (text, where, replaces, character) => {
        const at = where % text.length;
        const broken = `${text.slice(0, at)}${character}${text.slice(at + (replaces ? 1 : 0))}`;
        const first = text.slice(0, at).split('\n').length - 1;
        const last = replaces && text[at] === '\n' ? first + 1 : first;
        const places = linesOf(text);
        const untouched = Array.from(places).filter(([, { from, to }]) => last < from || first > to);
        const found = await read(broken);
        if (!found) return;
        expect([broken, found.ids]).toEqual([broken, expect.arrayContaining(untouched.map(([id]) => id))]);
        expect(found.counted).toBeGreaterThanOrEqual(places.size);
      },
    ),
    { numRuns: 300 },
  );
});

test('lines that open brackets again and again are looked at in proportion to their length', () => {
  const good = `${JSON.stringify(graphRecord('a'))}\n`;
  const openers = [
    '[',
    '{',
    '[{',
    '{"a":[',
    '[\n',
    '{"a":[1,\n',
    `${good.slice(0, 40)}"a":[`,
    '{"id":"x{"',
    'x{"a":[\n',
    '{"a":1,"b":{"c":[',
  ];
  for (const opener of openers) {
    const bytes = encodeText(`${good}${opener.repeat(200_000 / opener.length)}\n${good}`);
    const records = new JsonRecords();
    for (let at = 0; at < bytes.length; ) at = records.read(bytes, at, bytes.length, true);
    expect([opener, records.looked < bytes.length * 6]).toEqual([opener, true]);
  }
});

test('a first line that is cut, or that is no JSON, is counted and costs no other', async () => {
  const lines = (layouts['JSON Lines of AuditData'] ?? '').split('\n');
  for (const first of [
    lines[0]?.slice(20),
    lines[0]?.slice(0, 60),
    '2024-01-02 03:04:05 INFO wrote 3 records',
    '[12:01] start',
  ]) {
    const found = await read([first, ...lines.slice(1)].join('\n'));
    expect([first, found]).toEqual([first, { ids: ['b', 'c'], counted: 3 }]);
  }
});
