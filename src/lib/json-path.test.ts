import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followPath } from './follow-path';
import { parsePath, propertyStep, splitAlternatives } from './json-path';

const record = {
  MessageId: '<1@contoso.com>',
  Item: { ParentFolder: { Path: '\\Inbox' } },
  AffectedItems: [{ Subject: 'first' }, { Subject: 'second' }],
  OperationProperties: [
    { Name: 'MailSubject', Value: 'Case 12' },
    { Name: 'OTPCount', Value: 2 },
  ],
  ModifiedProperties: [{ Name: 'Role.DisplayName', NewValue: 'Admin', OldValue: '' }],
  'odd.name[0]"': 'reached',
};

const follow = (path: string) => followPath(record, parsePath(path) ?? []);

test.each([
  ['MessageId', '<1@contoso.com>'],
  ['Item.ParentFolder.Path', '\\Inbox'],
  ['AffectedItems[1].Subject', 'second'],
  ['OperationProperties[MailSubject]', 'Case 12'],
  ['OperationProperties[OTPCount]', 2],
  ['ModifiedProperties[Role.DisplayName]', 'Admin'],
  ['AffectedItems[7].Subject', undefined],
  ['MessageId.length', undefined],
  ['__proto__', undefined],
  ['constructor.name', undefined],
])('%s leads to %j', (path, value) => {
  expect(follow(path)).toEqual(value);
});

test.each(['', '.', '[', 'a..b', 'a]b', 'a[]', 'a|b'])('%j is not a path', (text) => {
  expect(parsePath(text)).toBeUndefined();
});

test('any property name can be written as a step', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      expect(parsePath(propertyStep(name))).toEqual([{ kind: 'property', name }]);
    }),
  );
});

test.each([
  ['MessageId', ['MessageId']],
  ['a|b.c|d[x]', ['a', 'b.c', 'd[x]']],
  ['d[x|y]|b', ['d[x|y]', 'b']],
  ['["a|\\"]|b"]|c', ['["a|\\"]|b"]', 'c']],
  ['a[0]["|"]', ['a[0]["|"]']],
  ['a||b|', ['a', '', 'b', '']],
  ['a[|b', ['a[', 'b']],
])('%s names the alternatives %j', (text, alternatives) => {
  expect(splitAlternatives(text)).toEqual(alternatives);
});

test('any two properties can be alternatives', () => {
  const name = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: fc.constantFrom(...'|["].\\a'), minLength: 1 }));
  fc.assert(
    fc.property(name, name, fc.boolean(), (a, b, named) => {
      const paths = [`${propertyStep(a)}${named ? '[x|y]' : ''}`, propertyStep(b)];
      expect(splitAlternatives(paths.join('|'))).toEqual(paths);
    }),
  );
});
