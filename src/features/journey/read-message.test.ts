import { expect, test } from 'vitest';
import { newestFirst, wholeSet } from '~/domain/result-view';
import { MemoryResultSet } from '~/engine/memory-result-set';
import { messageId, otherRecord, pageOf, revocationRecord, sendRecord, visitRecords } from './example-journey';
import { readMessage } from './read-message';

const all = [otherRecord, revocationRecord, ...visitRecords, sendRecord];

test('reads what tells of the message, in time order, and to whom it went', async () => {
  const resultSet = new MemoryResultSet();
  await resultSet.append(pageOf(...all));
  const { events, sentTo } = await readMessage(resultSet, messageId);
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
  const resultSet = new MemoryResultSet();
  await resultSet.append(pageOf(...all));
  expect(await readMessage(resultSet, '<other@contoso.com>')).toEqual({ events: [], sentTo: [] });
});

test('begins again when other views take its place', async () => {
  const resultSet = new MemoryResultSet();
  await resultSet.append(pageOf(...all));
  const reading = readMessage(resultSet, messageId);
  for (let other = 0; other < 5; other++) {
    void resultSet.view({ ...wholeSet, sort: [...newestFirst] }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect((await reading).events).toHaveLength(all.length - 1);
});

test('more events than the engine hands out at once', async () => {
  const resultSet = new MemoryResultSet();
  const [first] = visitRecords;
  await resultSet.append(pageOf(...Array.from({ length: 2500 }, (_, number) => ({ ...first, id: `visit ${number}` }))));
  expect((await readMessage(resultSet, messageId)).events).toHaveLength(2500);
});
