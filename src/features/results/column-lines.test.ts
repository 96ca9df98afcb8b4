import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import type { PropertyFacts } from '~/engine/record-set';
import { standardLayout, withField } from './column-layout';
import { columnLines, firstLines, foundLines, isFoundInside, propertyLines, typedField } from './column-lines';

const facts = (name: string, more: Partial<PropertyFacts> = {}): PropertyFacts => ({
  name,
  count: 1204,
  kinds: ['text'],
  examples: [],
  nested: [],
  ...more,
});

const folder = facts('Item', {
  kinds: ['object'],
  examples: ['{"Subject":"Lunch"}'],
  nested: [
    { path: 'Item.Subject', example: 'Lunch' },
    { path: 'Item.ParentFolder.Path', example: '\\Inbox' },
  ],
});
const fieldsOf = (lines: readonly { readonly field: string }[]) => lines.map(({ field }) => field);

test('a property says how often it is there, of what kind, and gives examples', () => {
  const [line] = propertyLines(auditLog, [facts('LogonType', { kinds: ['number', 'text'], examples: ['0', 'Owner'] })]);
  expect(line).toMatchObject({
    field: 'path:LogonType',
    label: 'LogonType',
    about: '1,204 records · number or text · 0 · Owner',
  });
});

test('what the catalogue lists under a name of its own is not listed again, but what Item and Detail choose from is', () => {
  const properties = ['CreationTime', 'UserId', 'ObjectId', 'FileSizeBytes', 'Recipient', 'MessageId', 'Other'].map((name) =>
    facts(name),
  );
  expect(fieldsOf(propertyLines(auditLog, properties))).toEqual(['path:Recipient', 'path:MessageId', 'path:Other']);
  expect(fieldsOf(propertyLines(mailboxLog, [facts('LogonType'), facts('Other')]))).toEqual(['path:Other']);
});

test('a name that is no plain step of a path is quoted, and what cannot be seen in it is named', () => {
  expect(propertyLines(auditLog, [facts('odata.type'), facts('a\u202eb')])).toMatchObject([
    { field: 'path:["odata.type"]' },
    { field: 'path:a\u202eb', label: 'a‹RLO›b' },
  ]);
});

test('a search looks in names, labels and examples, and unfolds what is inside', () => {
  const lines = propertyLines(auditLog, [facts('LogonType', { examples: ['Owner'] }), folder]);
  expect(fieldsOf(foundLines(lines, ' logontype '))).toEqual(['path:LogonType']);
  expect(fieldsOf(foundLines(lines, 'OWNER'))).toEqual(['path:LogonType']);
  const [inside] = foundLines(lines, 'inbox');
  expect(inside && fieldsOf(inside.nested)).toEqual(['path:Item.ParentFolder.Path']);
  expect(inside && isFoundInside(inside, 'inbox')).toBe(true);
  expect(lines[1] && isFoundInside(lines[1], '')).toBe(false);
  const { shown } = columnLines(auditLog, auditLog, standardLayout(auditLog), lines);
  expect(fieldsOf(foundLines(shown, 'clientip'))).toEqual(['ip']);
});

test('a column is listed among the columns, and as a property too where it is one', () => {
  const layout = withField(withField(standardLayout(auditLog), 'path:Item.Subject'), 'path:Elsewhere');
  const hidden = { ...layout, hidden: [...layout.hidden, 'path:Elsewhere', 'path:Item'] as const };
  const lines = columnLines(
    auditLog,
    auditLog,
    { ...hidden, order: [...hidden.order, 'path:Item'] },
    propertyLines(auditLog, [folder]),
  );
  expect(lines.shown.at(-1)).toMatchObject({ field: 'path:Item.Subject', about: 'Lunch' });
  expect(fieldsOf(lines.others)).toContain('workload');
  expect(lines.others.at(-1)?.field).toBe('path:Elsewhere');
  expect(fieldsOf(lines.properties)).toEqual(['path:Item']);
});

test('only so many lines are drawn, those inside of open ones counted', () => {
  const lines = propertyLines(auditLog, [folder, ...Array.from({ length: 1000 }, (_, index) => facts(`P${index}`))]);
  expect(firstLines(lines, 200, () => false)).toHaveLength(200);
  expect(firstLines(lines, 200, () => true)).toHaveLength(198);
  expect(firstLines(lines, 2, () => true)).toHaveLength(1);
});

test('a path that is typed is a column, alternatives too', () => {
  expect(typedField(' Item.Subject|ItemSubject ')).toBe('path:Item.Subject|ItemSubject');
  expect(typedField('a..b')).toBeUndefined();
  expect(typedField(' ')).toBeUndefined();
});
