import { expect, test } from 'vitest';
import { visit } from './example-visits.fixture';
import { recipientsOfSend } from './journey-event';

test('reads every field of a visit', () => {
  const event = visit('AuthenticationRequest', 1, {
    OperationProperties: [
      { Name: 'MailSubject', Value: 'Offer "a}; {b"' },
      { Name: 'NumberOfOTPCodesSent', Value: '2' },
    ],
  });
  expect(event).toMatchObject({ kind: 'portal', step: 'signIn', subject: 'Offer "a}; {b"', codesSent: 2, method: 'OTP' });
  expect(event.properties).toEqual([
    { name: 'MailSubject', value: 'Offer "a}; {b"' },
    { name: 'NumberOfOTPCodesSent', value: '2' },
  ]);
});

test('finds the number of codes under whatever name speaks of them', () => {
  const OperationProperties = [{ Name: 'OTPPasscodesSent', Value: '3' }];
  expect(visit('AuthenticationRequest', 1, { OperationProperties }).codesSent).toBe(3);
});

test('reads the recipients of a send record and nothing that is none', () => {
  const recipientList = [{ Address: ' a@x.com ', Name: 'A' }, 'b@x.com', { Name: 'C' }, 7, null, { Address: '' }];
  expect(recipientsOfSend({ recipientList })).toEqual(['a@x.com', 'b@x.com']);
  expect(recipientsOfSend({ recipientList: JSON.stringify(recipientList) })).toEqual(['a@x.com', 'b@x.com']);
  expect(recipientsOfSend({ recipientList: Array.from({ length: 1200 }, (_, n) => `${n}@x.com`) })).toHaveLength(1000);
  for (const nonsense of [undefined, null, 'x', { recipientList: 'x' }, { recipientList: {} }])
    expect(recipientsOfSend(nonsense)).toEqual([]);
});
