import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestFirst } from '~/domain/view/result-view';
import { rawRecords } from '~/engine/arbitrary-records.fixture';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { keysOf, rawAt, wholeView } from '~/engine/record-sets.fixture';

function jsonLines(set: ColumnRecordSet): Promise<string> {
  return new Response(set.open({ ...wholeView, sort: [...newestFirst] }).export({ kind: 'jsonLines' })).text();
}

test('JSON Lines have a record a line, AuditData as it came, and open again', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, async (raws) => {
      const first = new ColumnRecordSet();
      await first.page(new TextEncoder().encode(`{"value":[${raws.join(',')}]}`));
      const text = await new Response(first.open(wholeView).export({ kind: 'jsonLines' })).text();
      const lines = text.split('\n').filter((line) => line !== '');
      expect(lines).toHaveLength(raws.length);
      for (const [row, line] of lines.entries()) {
        const { auditData, recordId } = await rawAt(first, row);
        const written: { RecordId: string; AuditData?: unknown } = JSON.parse(line);
        expect(written.RecordId).toBe(recordId);
        if (auditData === '') expect(written.AuditData).toBeUndefined();
        else if (isJson(auditData)) expect(written.AuditData).toEqual(JSON.parse(auditData));
        else expect(written.AuditData).toBe(auditData);
      }
      if (raws.length === 0) return;
      const second = new ColumnRecordSet();
      expect(await second.file(new File([text], 'export.jsonl'))).toMatchObject({ added: raws.length, rejected: 0 });
      expect(await keysOf(second, wholeView)).toEqual(await keysOf(first, wholeView));
      first.dispose();
      second.dispose();
    }),
    { numRuns: 60 },
  );
});

test('in JSON Lines, AuditData that breaks off is a text, and line breaks within it are none of the file', async () => {
  const set = new ColumnRecordSet();
  await set.file(
    new File(
      [
        [
          'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames',
          'b,2024-01-03T00:00:00Z,made up,Send,u,"{\r\n  ""Id"": ""b"",\n  ""Size"": 1.50\n}",,',
          'c,2024-01-04T00:00:00Z,2,Send,,,,',
          'a,2024-01-02T00:00:00Z,154,Send,u,"{""Id"":""a"",""Text"":""cut o",,',
        ].join('\r\n'),
      ],
      'audit.csv',
    ),
  );
  expect((await jsonLines(set)).split('\n')).toEqual([
    '{"RecordId":"c","CreationDate":"2024-01-04T00:00:00.000Z","RecordType":2,"Operation":"Send"}',
    '{"RecordId":"b","CreationDate":"2024-01-03T00:00:00.000Z","RecordType":"made up","Operation":"Send","UserId":"u","AuditData":{    "Id": "b",   "Size": 1.50 }}',
    '{"RecordId":"a","CreationDate":"2024-01-02T00:00:00.000Z","RecordType":154,"Operation":"Send","UserId":"u","AuditData":"{\\"Id\\":\\"a\\",\\"Text\\":\\"cut o"}',
    '',
  ]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
