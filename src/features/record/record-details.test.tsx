import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { RecordPlace } from '~/domain/record/record-place';
import { open, recordOf } from './open-record.fixture';
import { RecordDetails } from './record-details';

const inboxRule = {
  CreationTime: '2026-11-14T09:31:07',
  Id: 'b6803747-7641-49ea-0f70-08db64a9e08a',
  Operation: 'Set-InboxRule',
  RecordType: 1,
  ResultStatus: 'True',
  UserType: 2,
  Workload: 'Exchange',
  ClientIP: '[2a09:bac5:110:105::1a:98]:52629',
  UserId: 'anna@contoso.com',
  Parameters: [
    { Name: 'Identity', Value: 'Accounts' },
    { Name: 'MoveToFolder', Value: 'Deleted Items' },
    { Name: 'Conditions', Value: '{"Words":["invoice"]}' },
  ],
};

const lineOf = (name: string, number: number): RecordPlace => ({ source: { kind: 'file', name }, part: 'line', number });

const tab = (name: string) => page.getByRole('tab', { name });

test('tells the record in a sentence', async () => {
  await open(recordOf(inboxRule));
  await expect.element(page.getByText('anna@contoso.com ran Set-InboxRule on ‘Accounts’', { exact: false })).toBeVisible();
  await expect.element(page.getByText('2a09:bac5:110:105::1a:98 (recorded as [2a09:bac5:110:105::1a:98]:52629)')).toBeVisible();
  await expect.element(page.getByText('2026-11-14 09:31:07 UTC', { exact: true })).toBeVisible();
});

test('shows parameters as a table', async () => {
  await open(recordOf(inboxRule));
  await tab('All properties').click();
  const table = page.getByRole('table', { name: 'Parameters' });
  await expect.element(table.getByRole('columnheader', { name: 'Value' })).toBeVisible();
  await expect.element(table.getByRole('row', { name: 'MoveToFolder' }).getByRole('cell')).toHaveTextContent('Deleted Items');
});

test('shows JSON inside a value readable, and the original on demand', async () => {
  await open(recordOf(inboxRule));
  await tab('All properties').click();
  const cell = page.getByRole('row', { name: 'Conditions' }).getByRole('cell');
  await expect.element(cell).toHaveTextContent('{ "Words": [ "invoice" ] }');
  await page.getByRole('button', { name: 'Show original Conditions' }).click();
  await expect.element(cell).toHaveTextContent('{"Words":["invoice"]}');
});

test('puts old and new values side by side and marks what changed', async () => {
  await open(
    recordOf({
      RecordType: 8,
      Operation: 'Update user.',
      ModifiedProperties: [{ Name: 'DisplayName', OldValue: '["Anna Smith"]', NewValue: '["Anna Jones"]' }],
    }),
  );
  await tab('All properties').click();
  const table = page.getByRole('table', { name: 'ModifiedProperties' });
  await expect.element(table.getByRole('columnheader', { name: 'Old value' })).toBeVisible();
  await expect.element(table.getByRole('deletion')).toHaveTextContent('Smith');
  await expect.element(table.getByRole('insertion')).toHaveTextContent('Jones');
});

test('filters by a value, by catalogue field or by path', async () => {
  const { onChoose } = await open(recordOf(inboxRule));
  await tab('All properties').click();
  await page.getByRole('button', { name: 'Only records with this value of ClientIP' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'ip', value: '2a09:bac5:110:105::1a:98' }, 'only');
  await page.getByRole('button', { name: 'Exclude records with this value of MoveToFolder' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'path:Parameters[MoveToFolder]', value: 'Deleted Items' }, 'exclude');
});

test('reaches the actions of a value with the keyboard', async () => {
  const { onChoose } = await open(recordOf({ UserId: 'anna@contoso.com' }));
  await tab('All properties').click();
  await page.getByRole('searchbox', { name: 'Filter properties by name or value' }).click();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: 'Copy UserId' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'user', value: 'anna@contoso.com' }, 'only');
});

test('finds properties by name or value', async () => {
  await open(recordOf(inboxRule));
  await tab('All properties').click();
  await page.getByRole('searchbox', { name: 'Filter properties by name or value' }).fill('movetofolder');
  await expect.element(page.getByText('Deleted Items')).toBeVisible();
  await expect.element(page.getByText('anna@contoso.com')).not.toBeInTheDocument();
});

test('shows what stands around the record in its own group', async () => {
  await open(recordOf(inboxRule, { envelope: [['service', 'Exchange']], origin: lineOf('audit.csv', 7) }));
  await tab('All properties').click();
  const group = page.getByRole('region', { name: 'Around the record, from audit.csv, line 7' });
  await expect.element(group.getByText('service')).toBeVisible();
});

test('says where the record came from and where else it stood', async () => {
  const alsoIn = [1, 2, 3, 4, 5, 6].map((line) => lineOf('\u202eb.csv', line));
  await open(recordOf(inboxRule, { origin: lineOf('a.csv', 7), alsoIn, copies: 1200 }));
  const source = page.getByRole('definition').filter({ hasText: 'a.csv, line 7' });
  await expect.element(source).toHaveTextContent(/^a\.csv, line 7also in /);
  await expect.element(source).toHaveTextContent(/b\.csv, line 5 and 1,195 more$/);
  await expect.element(page.getByText('the same ID')).not.toBeInTheDocument();
});

test('says that other records have its ID, and leads to them', async () => {
  const { onChoose } = await open(recordOf(inboxRule, { namesakes: 1 }));
  const others = page.getByRole('definition').filter({ hasText: 'Another record has the same ID, and says something else' });
  await others.getByRole('button', { name: 'Only records with this value of Record ID' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'id', value: 'r1' }, 'only');
});

test('shows the JSON formatted, and untouched as received', async () => {
  await open(recordOf('{"Size":12345678901234567890,"Operation":"x"}'));
  await tab('JSON').click();
  const viewer = page.getByRole('textbox', { name: 'record as JSON' });
  await expect.element(viewer).toHaveTextContent('{ "Size": 12345678901234567890, "Operation": "x"');
  await page.getByRole('switch', { name: 'As received' }).click();
  await expect.element(viewer).toHaveTextContent('{"Size":12345678901234567890,"Operation":"x"}');
});

test('searches, folds and unfolds the JSON', async () => {
  await open(recordOf(inboxRule));
  await tab('JSON').click();
  await page.getByRole('button', { name: 'Fold all', exact: true }).click();
  await expect.element(page.getByRole('textbox', { name: 'record as JSON' })).not.toHaveTextContent('Deleted Items');
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect.element(page.getByRole('textbox', { name: 'record as JSON' })).toHaveTextContent('Deleted Items');
  await page.getByRole('button', { name: 'Search' }).click();
  await userEvent.keyboard('Delete');
  await expect.element(page.getByRole('textbox', { name: 'Find' })).toHaveValue('Delete');
});

test('leaves letters typed into the search of the viewer to it', async () => {
  const { onNext } = await open(recordOf(inboxRule));
  await tab('JSON').click();
  await page.getByRole('button', { name: 'Search' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Find' })).toBeVisible();
  await userEvent.keyboard('n');
  expect(onNext).not.toHaveBeenCalled();
  await expect.element(page.getByRole('textbox', { name: 'Find' })).toHaveValue('n');
});

test('shows what is there of a record that is cut off, and says that it is', async () => {
  const whole = JSON.stringify({ ...inboxRule, Parameters: inboxRule.Parameters.slice(0, 2) });
  const { onChoose } = await open(recordOf(whole.slice(0, -4)));
  await expect.element(page.getByRole('alert')).toHaveTextContent('AuditData of this record is cut off');
  await expect.element(page.getByText('anna@contoso.com ran Set-InboxRule on ‘Accounts’', { exact: false })).toBeVisible();
  await tab('All properties').click();
  await page.getByRole('button', { name: 'Only records with this value of Identity' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'path:Parameters[Identity]', value: 'Accounts' }, 'only');
});

test('lays out JSON inside a text like any other, and filters by what is in it', async () => {
  const data = '{"sip":"10.1.2.3","Entities":[{"QueryTime":"first","QueryTime":"second"}]}';
  const { onChoose } = await open(recordOf({ RecordType: 64, Data: data }));
  await tab('All properties').click();
  await expect.element(page.getByRole('heading', { name: 'Data (2)' })).toBeVisible();
  await expect.element(page.getByText('first', { exact: true })).toBeVisible();
  await expect.element(page.getByText('second', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Only records with this value of sip' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'path:Data.sip', value: '10.1.2.3' }, 'only');
});

test('shows and filters numbers as they were written', async () => {
  const { onChoose } = await open(recordOf('{"Size":9007199254740993}'));
  await tab('All properties').click();
  await expect.element(page.getByText('9007199254740993')).toBeVisible();
  await page.getByRole('button', { name: 'Only records with this value of Size' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'path:Size', value: '9007199254740993' }, 'only');
});

test('says where damaged JSON breaks', async () => {
  await open(recordOf('{"Operation":"x" oh dear}'));
  await expect.element(page.getByRole('alert')).toHaveTextContent('AuditData of this record is not valid JSON');
  await expect.element(page.getByRole('alert')).toHaveTextContent('It breaks at character 18');
});

test('says where broken JSON breaks and shows it as it is', async () => {
  await open(recordOf('{"Operation":"x"'));
  await expect.element(page.getByRole('alert')).toHaveTextContent('AuditData of this record is cut off');
  await tab('JSON').click();
  await expect.element(page.getByRole('note')).toHaveTextContent('it breaks at line 1, column 17');
  await expect.element(page.getByRole('textbox', { name: 'record as JSON' })).toHaveTextContent('{"Operation":"x"');
});

test('shows hostile text as text', async () => {
  const script = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
  await open(recordOf({ Operation: script, UserId: 'javascript:alert(1)', ObjectId: 'annual-\u202efdp.exe', RecordType: 6 }));
  await expect.element(page.getByRole('paragraph').filter({ hasText: script }).first()).toBeVisible();
  await tab('All properties').click();
  await expect.element(page.getByText('‹RLO›').first()).toBeVisible();
  await expect.element(page.getByText(script, { exact: true }).first()).toBeVisible();
  expect(page.getByRole('img').elements()).toHaveLength(0);
  expect(page.getByRole('link').elements()).toHaveLength(0);
});

test('shows __proto__ and constructor like any other property', async () => {
  await open(recordOf('{"__proto__":{"isAdmin":"yes"},"constructor":"c"}'));
  await tab('All properties').click();
  await expect.element(page.getByRole('heading', { name: '__proto__ (1)' })).toBeVisible();
  await expect.element(page.getByText('isAdmin')).toBeVisible();
  await expect.element(page.getByText('constructor', { exact: true })).toBeVisible();
});

test('draws a record of thousands of properties a piece at a time', async () => {
  await open(recordOf(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`Property${i}`, `value ${i}`]))));
  await tab('All properties').click();
  await expect.element(page.getByText('value 49', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText('value 4999', { exact: true })).not.toBeInTheDocument();
  await page.getByRole('searchbox', { name: 'Filter properties by name or value' }).fill('property4999');
  await expect.element(page.getByText('value 4999', { exact: true })).toBeVisible();
});

test('folds long values', async () => {
  await open(recordOf({ Data: `${'word '.repeat(400)}the end` }));
  await tab('All properties').click();
  await expect.element(page.getByText('the end', { exact: false })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show all of Data' }).click();
  await expect.element(page.getByText('the end', { exact: false })).toBeVisible();
});

test('steps through records and closes by button and by key', async () => {
  const { onPrevious, onNext, onClose } = await open(recordOf(inboxRule));
  await page.getByRole('button', { name: 'Next record' }).click();
  await userEvent.keyboard('n');
  expect(onNext).toHaveBeenCalledTimes(2);
  await userEvent.keyboard('p');
  expect(onPrevious).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('has every property on paper', async () => {
  await open(recordOf(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`Property${i}`, `value ${i}`]))));
  window.dispatchEvent(new Event('beforeprint'));
  await expect.element(page.getByText('value 299', { exact: true })).toBeInTheDocument();
  window.dispatchEvent(new Event('afterprint'));
  await expect.element(page.getByText('value 299', { exact: true })).not.toBeInTheDocument();
});

test('has a tab for its session where it is told what to show there, and none without a session', async () => {
  const record = recordOf({ Operation: 'Send', SessionId: 's-1', CorrelationId: 'c-1' });
  const pane = (shown: typeof record) => (
    <FluentProvider theme={webLightTheme} style={{ width: 480, height: 700 }}>
      <RecordDetails
        record={shown}
        catalogue={auditLog}
        zone="utc"
        position="1 of 2"
        onPrevious={undefined}
        onNext={undefined}
        onClose={() => {}}
        renderTied={({ ties }) => <p>{ties.map(({ name, value }) => `${name} ${value}`).join(', ')}</p>}
      />
    </FluentProvider>
  );
  const screen = await render(pane(record));
  await tab('Session').click();
  await expect.element(page.getByText('session s-1, correlation c-1')).toBeVisible();
  await screen.rerender(pane(recordOf({ Operation: 'Send', CorrelationId: 'c-1' })));
  await expect.element(tab('Correlation')).toHaveAttribute('aria-selected', 'true');
  await screen.rerender(pane(recordOf({ Operation: 'Send' })));
  await expect.element(tab('Summary')).toHaveAttribute('aria-selected', 'true');
  expect(page.getByRole('tab', { name: 'Session' }).elements()).toEqual([]);
});
