import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inSharedFolder } from '~/lib/shared-folder.fixture';
import { enumName, withEnumName } from './enum-names';

const schemas = inSharedFolder('contract/schemas.json');

interface Field {
  readonly name: string;
  readonly type: string | null;
}

/** Enums of which no property is told to have numbers, or the numbers are not told. */
const withoutNumbers = /AuthenticationMethod|IdentityType|^Self\.String$/;
/** Paths of enums inside of complex types. */
const nested = ['Members[3].Role', 'Actor[0].Type', 'Target[12].Type', 'AttachmentData[0].FileVerdict', 'FileData.FileVerdict'];
const isComplex =
  /Collection|Metadata|FileData$|\.(ExchangeItem|ExchangeFolder|ExchangeMessage|TeamsData|LocalQueueADLookupInfo|EventData)$/;

test('knows a word for the numbers of every enumeration in the schemas', (context) => {
  if (!existsSync(schemas)) return context.skip(`no schemas at ${schemas}`);
  const { families }: { families: Record<string, { fields: readonly Field[] }> } = JSON.parse(readFileSync(schemas, 'utf8'));
  const paths = Object.values(families)
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type !== null && /Self\./.test(type) && !withoutNumbers.test(type) && !isComplex.test(type))
    .map(({ name }) => name);
  expect(new Set(paths).size).toBeGreaterThan(10);
  const numbers = Array.from({ length: 12 }, (_, i) => String(i));
  for (const path of [...paths, ...nested, 'FormsUserTypes[0]', 'FormTypes[1]', 'PolicyAction'])
    expect([path, numbers.map((number) => enumName(path, number)).filter(Boolean)]).not.toEqual([path, []]);
});

test('decodes numbers by their path, and leaves everything else alone', () => {
  expect(withEnumName('LogonType', '2')).toBe('Delegated (2)');
  expect(withEnumName('AttachmentData[4].FileVerdict', '-2')).toBe('Timeout (-2)');
  expect(withEnumName('RecordType', '79')).toBe('PowerPlatformAdminDlp / PowerAppsResource (79)');
  expect(withEnumName('RecordType', '9999')).toBe('9999');
  expect(withEnumName('LogonType', 'Owner')).toBe('Owner');
  expect(enumName('Type', '5')).toBeUndefined();
  expect(enumName('__proto__', '1')).toBeUndefined();
});
