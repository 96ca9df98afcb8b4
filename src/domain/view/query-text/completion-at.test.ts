import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { keepOnly } from '~/domain/view/filter';
import { anyText } from './arbitrary-filters.fixture';
import { completionAt, fieldSuggestions, withCompletion } from './completion-at';
import { parseQueryText } from './parse-query-text';

/** The text with its caret, which is written as a bar. */
function at(marked: string) {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') };
}

function complete(marked: string) {
  const { text, caret } = at(marked);
  return completionAt(text, caret, auditLog);
}

test.each([
  ['|', ''],
  ['us|', 'us'],
  ['offer us|', 'us'],
  ['us|er:anna', 'us'],
  ['user:anna |', ''],
  ['user:anna OR |', ''],
  ['user:(a OR b) |', ''],
  ['(|', ''],
  ['-|', ''],
  ['-op|', 'op'],
  ['NOT op|', 'op'],
  ['"Item.Sub|ject":x', 'Item.Sub'],
])('a field is typed at %s', (marked, typed) => {
  expect(complete(marked)).toMatchObject({ kind: 'field', typed });
});

test.each([
  ['user:|', 'user', ''],
  ['user:an|', 'user', 'an'],
  ['-user:=an|', 'user', 'an'],
  ['activity:"Acc| offer', 'operation', 'Acc'],
  ['user:(|', 'user', ''],
  ['user:("a b" OR an|na)', 'user', 'an'],
  ['user:(a OR |)', 'user', ''],
  ['Item.Subject:"a b|"', 'path:Item.Subject', 'a b'],
  ['"Type":x|', 'path:Type', 'x'],
])('a value is typed at %s', (marked, field, typed) => {
  expect(complete(marked)).toMatchObject({ kind: 'value', field, typed });
});

test.each(['"exact w|ords"', 'after:2026|', 'time:|', 'item:/a|/', 'user: |', 'user:(a |)', '|user:a', 'a OR|', 'same:(us|'])(
  'nothing is suggested at %s',
  (marked) => {
    expect(complete(marked)).toBeUndefined();
  },
);

test.each([
  ['us|', 'user', 'user:|'],
  ['offer us| report', 'user', 'offer user:| report'],
  ['us|er:anna', 'ip', 'ip:|anna'],
  ['-|', 'op', '-op:|'],
  ['user:|', 'anna@contoso.com', 'user:"anna@contoso.com" |'],
  ['user:an|na -draft', 'bob', 'user:"bob" |-draft'],
  ['op:Mail|', 'MailItemsAccessed', 'op:MailItemsAccessed |'],
  ['op:("Se|', 'Sent "message"', 'op:("Sent \\"message\\"" |'],
  ['user:(a OR |)', 'b', 'user:(a OR "b"|)'],
  ['user:"an| op:Send', 'anna', 'user:"anna" |op:Send'],
  ['type:|', 'OMEPortal', 'type:OMEPortal |'],
  ['item:x|', '', 'item:"" |'],
])('at %s, %s is put in', (marked, choice, result) => {
  const { text } = at(marked);
  const completion = complete(marked);
  if (!completion) throw new Error('nothing is completed');
  const { text: done, caret: then } = withCompletion(text, completion, choice);
  expect(`${done.slice(0, then)}|${done.slice(then)}`).toBe(result);
});

test('a value that was chosen is the whole of it, in every source', () => {
  const catalogues = fc.constantFrom(
    ...[auditLog, mailboxLog].map((catalogue) => ({ ...catalogue, toString: () => catalogue.key })),
  );
  fc.assert(
    fc.property(catalogues, fc.nat(50), anyText, (catalogue, n, value) => {
      const fields = fieldSuggestions('', catalogue, ['Item.Subject', 'odata type']);
      const head = `${fields[n % fields.length]?.name}:`;
      const completion = completionAt(head, head.length, catalogue);
      if (completion?.kind !== 'value') return;
      const { text } = withCompletion(head, completion, value);
      expect(parseQueryText(text, { catalogue, zone: 'utc', now: 0 })).toEqual({
        text: '',
        filters: [keepOnly(completion.field, value)],
      });
    }),
  );
});

test('what is completed surrounds the caret, or nothing is', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, n) => {
      const caret = n % (text.length + 1);
      const completion = completionAt(text, caret, auditLog);
      if (completion) expect(completion.from <= caret && caret <= completion.to).toBe(true);
    }),
  );
});

test('suggests short names with labels before paths, and what begins like it first', () => {
  const paths = ['Item.Subject', 'Subject', 'Items', 'odata type', 'MailboxOwnerUPN'];
  expect(fieldSuggestions('item', auditLog, paths).map(({ name }) => name)).toEqual(['item', 'Item.Subject', 'Items']);
  expect(fieldSuggestions('sub', auditLog, paths).map(({ name }) => name)).toEqual(['Subject', 'Item.Subject']);
  expect(fieldSuggestions('type', auditLog, paths).map(({ name }) => name)).toEqual(['type', 'usertype', '"odata type"']);
  expect(fieldSuggestions('activ', auditLog, paths)).toEqual([
    { name: 'op', label: 'Activity' },
    { name: 'seen.op', label: 'Activity for the user' },
  ]);
  expect(fieldSuggestions('date', auditLog, [])[0]).toEqual({ name: 'time', label: 'Date' });
  expect(fieldSuggestions('mailboxowneru', mailboxLog, paths)[0]).toEqual({ name: 'MailboxOwnerUPN', label: 'Mailbox' });
});
