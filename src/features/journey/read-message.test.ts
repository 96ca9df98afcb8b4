import { expect, test } from 'vitest';
import { newestFirst, wholeSet } from '~/domain/view/result-view';
import { heldWith } from '~/records/held-set.fixture';
import { messageId, otherRecord, revocationRecord, sendRecord, visitRecords } from './example-journey.fixture';
import { readMessage } from './read-message';

const all = [otherRecord, revocationRecord, ...visitRecords, sendRecord];

test('reads what tells of the message, in time order, and to whom it went', async () => {
  const { set } = await heldWith(all);
  const { events, sentTo } = await readMessage(set, messageId);
  expect(events.map(({ kind }) => kind)).toEqual([
    'send',
    ...visitRecords.slice(0, -1).map(() => 'portal'),
    'revocation',
    'portal',
  ]);
  expect(sentTo).toHaveLength(5);
  expect(events[1]).toMatchObject({
    step: 'signIn',
    signInFailed: true,
    codesSent: 1,
    subject: 'Confidential: offer for Woodgrove Bank',
  });
  expect(events.at(-2)).toMatchObject({ revokes: true, operationFailed: false, user: 'adele.vance@contoso.com' });
});

test('a message nobody heard of has no event', async () => {
  const { set } = await heldWith(all);
  expect(await readMessage(set, '<other@contoso.com>')).toEqual({ events: [], sentTo: [] });
});

test('other views that are opened meanwhile do not disturb it', async () => {
  const { set } = await heldWith(all);
  const reading = readMessage(set, messageId);
  for (let other = 0; other < 5; other++) {
    set.open({ ...wholeSet, sort: [...newestFirst] });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect((await reading).events).toHaveLength(all.length - 1);
});

test('more events than the engine hands out at once', async () => {
  const [first] = visitRecords;
  const { set } = await heldWith(Array.from({ length: 2500 }, (_, number) => ({ ...first, id: `visit ${number}` })));
  expect((await readMessage(set, messageId)).events).toHaveLength(2500);
});
