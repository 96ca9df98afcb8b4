import { expect, test } from 'vitest';
import { answers, meetsCriteria } from './meets-criteria';
import { criteriaSchema, type MessageCriteria } from './message-criteria';
import type { TrackedMessage } from './tracked-message';

const message: TrackedMessage = {
  messageId: '<Abc.1@contoso.com>',
  subject: 'Confidential offer',
  sender: 'elena@contoso.com',
  visitors: ['jordan@fabrikam.com', 'lucia@gmail.com'],
  recipientCount: 3,
  sent: 1,
  firstOpened: 2,
  lastActivity: 9,
  openedBy: ['jordan@fabrikam.com'],
  openedByCount: 1,
  openedWith: ['Google'],
  methods: ['Google', 'OTP'],
  attachments: ['Offer.pdf'],
  viewed: 1,
  downloaded: 0,
  forwarded: 1,
  failedSignIns: 2,
  failedSignInsOf: ['lucia@gmail.com'],
  refused: 0,
  openedOutsideHours: 1,
  revoked: undefined,
};
const noCriteria = criteriaSchema.parse({});
const everyMethod = ['OTP', 'Google', 'Yahoo', 'Microsoft'];
const meets = (criteria: Partial<MessageCriteria>, allowed = everyMethod) =>
  meetsCriteria(message, { ...noCriteria, ...criteria }, allowed);

test('without criteria every message is listed', () => {
  expect(meets({})).toBe(true);
});

test.each([
  ['<abc.1@contoso.com>', true],
  [' abc.1@CONTOSO.com ', true],
  ['abc', true],
  ['<abc.2@contoso.com>', false],
])('the Message ID is found with and without brackets: %s', (id, found) => {
  expect(meets({ id })).toBe(found);
});

test('every criterion must hold, found anywhere in any of its values', () => {
  expect(meets({ recipient: 'GMAIL', attachment: 'offer', subject: 'offer', sender: 'elena' })).toBe(true);
  expect(meets({ recipient: 'gmail', attachment: 'contract' })).toBe(false);
  expect(meets({ method: 'OTP' })).toBe(true);
  expect(meets({ method: 'Yahoo' })).toBe(false);
});

test('a whole address means nobody whose address ends alike', () => {
  expect(meets({ recipient: 'lucia@gmail.com' })).toBe(true);
  expect(meets({ recipient: 'ucia@gmail.com' })).toBe(false);
  expect(meets({ recipient: '@gmail.com' })).toBe(true);
});

test('failed sign-ins of a recipient are not those of another', () => {
  expect(meets({ outcome: 'failedSignIn', recipient: 'lucia@gmail.com' })).toBe(true);
  expect(meets({ outcome: 'failedSignIn', recipient: 'jordan@fabrikam.com' })).toBe(false);
});

test('outcomes tell who opened it of how many', () => {
  expect(meets({ outcome: 'openedBySome' })).toBe(true);
  expect(meets({ outcome: 'openedByAll' })).toBe(false);
  expect(meets({ outcome: 'openedByNobody' })).toBe(false);
  expect(meetsCriteria({ ...message, recipientCount: 1 }, { ...noCriteria, outcome: 'openedByAll' }, [])).toBe(true);
  // Nobody knows how many everyone is.
  expect(meetsCriteria({ ...message, recipientCount: undefined }, { ...noCriteria, outcome: 'openedByAll' }, [])).toBe(false);
});

test('the questions are answered', () => {
  expect(answers(message, 'outsideHours', everyMethod)).toBe(true);
  expect(answers(message, 'otherMethods', everyMethod)).toBe(false);
  expect(answers(message, 'otherMethods', ['OTP'])).toBe(true);
  expect(answers({ ...message, forwarded: 0 }, 'forwarded', everyMethod)).toBe(false);
});

test('what a link says wrongly counts as not said', () => {
  expect(criteriaSchema.parse({ id: 42, method: 'Fax', from: '25:00', allowed: 'OTP', question: 'x' })).toEqual({
    ...noCriteria,
    id: '42',
  });
});
