import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FieldKey } from '~/domain/catalogue/fields';
import { findRecordType } from '~/domain/catalogue/record-types';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { facetOf, rawAt } from '~/engine/record-sets.fixture';
import { hasSharedFolder, inSharedFolder } from '~/lib/shared-folder.fixture';

async function opened(text: string, name: string) {
  const set = new ColumnRecordSet();
  return { set, receipt: await set.file(new File([text], name)) };
}

interface Facts {
  files: Record<
    string,
    { format: string; valid: number; min_time: string; max_time: string; unique: Record<string, Record<string, number>> }
  >;
}

const published = inSharedFolder('data');

test.skipIf(!hasSharedFolder)(
  'reads published JSON as an independent count does (skipped where ../shared/data is absent)',
  async () => {
    const { files }: Facts = JSON.parse(readFileSync(join(published, 'dev-facts.json'), 'utf8'));
    const paths = readdirSync(published, { recursive: true, encoding: 'utf8' }).filter(
      (path) => files[`data/${path}`] && !path.endsWith('.csv'),
    );
    expect(paths.some((path) => path.endsWith('.ndjson'))).toBe(true);
    for (const path of paths) {
      const facts = files[`data/${path}`];
      const text = readFileSync(join(published, path), 'utf8');
      const { set, receipt } = await opened(text, path);
      expect([path, receipt]).toMatchObject([path, { added: facts?.valid, duplicates: 0, rejected: 0 }]);
      if (facts?.format === 'NDJSON') {
        const records = text.split(/\r?\n/).filter((line) => line !== '');
        expect([path, receipt]).toMatchObject([path, { added: records.length, recognisedAs: 'JSON Lines of AuditData' }]);
        for (const [i, record] of records.entries()) expect((await rawAt(set, i)).auditData).toBe(record);
      }
      const view = set.open({ text: '', filters: [], sort: [{ field: 'time', descending: false }] });
      const rows = await view.rows(0, 1000, []);
      const range = [facts?.min_time, facts?.max_time].map((time) => Date.parse(time ?? ''));
      expect([rows.at(0)?.time, rows.at(-1)?.time]).toEqual(range);
      const counts = async (field: FieldKey, key: (value: string) => string) =>
        Object.fromEntries((await facetOf(view, field)).map((each) => [key(each.value), each.count]));
      const typeName = (type: string) => findRecordType(type)?.name ?? type;
      const types = Object.entries(facts?.unique['by_record_type'] ?? {}).map(([type, count]) => [typeName(type), count]);
      expect(await counts('recordType', typeName)).toEqual(Object.fromEntries(types));
      expect(await counts('operation', (value) => value)).toEqual(facts?.unique['by_operation']);
      expect(await counts('workload', (value) => value)).toEqual(facts?.unique['by_workload']);
      expect(await counts('user', (value) => value.toLowerCase())).toEqual(facts?.unique['by_user_casefold']);
      set.dispose();
    }
    const sentinel = readFileSync(join(published, 'otrf-sentinel/OfficeActivityEvents.json'), 'utf8');
    await expect(opened(sentinel, 'sentinel.json')).rejects.toMatchObject({
      message: expect.stringContaining('TenantId, RecordType, TimeGenerated'),
    });
  },
);
