import { expect, test } from 'vitest';
import { explainRecord } from './explain-record';

function told(properties: Readonly<Record<string, unknown>>) {
  const OperationProperties = Object.entries(properties).map(([Name, Value]) => ({ Name, Value }));
  return explainRecord({ RecordType: 2, Operation: 'UpdateInboxRules', UserId: 'a@b.c', OperationProperties }, []);
}

// Azure/Azure-Sentinel#9988
test('says what a rule made in Outlook does, and to whom it sends', () => {
  const RuleActions = JSON.stringify([
    { ActionType: 'Forward', Recipients: ['eve@out.example', { Address: 'al@out.example' }], ForwardFlags: 'None' },
    { ActionType: 'Redirect', Recipients: 'mal@out.example' },
    { ActionType: 'Delete' },
    { ActionType: 'MoveToFolder' },
    { ActionType: 'PlaySound' },
  ]);
  const { sentence, facts } = told({ RuleOperation: 'AddMailboxRule', RuleName: '.', RuleActions });
  expect(sentence).toBe(
    'a@b.c added an inbox rule (‘.’): forward to eve@out.example and al@out.example, redirect to mal@out.example, delete, ' +
      'move to another folder, do ‘PlaySound’.',
  );
  expect(facts.filter(({ label }) => label === 'Rule does').map(({ value }) => value)).toEqual([
    'forward to eve@out.example and al@out.example',
    'redirect to mal@out.example',
    'delete',
    'move to another folder',
    'do ‘PlaySound’',
  ]);
});

test('says of a removed rule that it is gone, and of an unreadable one no more than that', () => {
  expect(told({ RuleOperation: 'RemoveMailboxRule', RuleName: 'x', RuleActions: '[{"ActionType":"Delete"}]' }).sentence).toBe(
    'a@b.c removed an inbox rule (‘x’).',
  );
  for (const RuleActions of ['', '[', '{}', '[null,5,{}]']) {
    expect(told({ RuleName: 'x', RuleActions }).sentence).toBe('a@b.c changed inbox rules (‘x’).');
  }
});
