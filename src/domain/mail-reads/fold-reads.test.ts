import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import { type MailRead, ReadsFold } from './fold-reads';
import type { MailAccess, ReadAccess } from './mail-access';

const text = (...texts: string[]) => fc.constantFrom('', ...texts);
const folder = fc.constantFrom('\\Inbox', '\\Sent Items');
const access = fc.record<Omit<MailAccess, 'key'>>({
  time: fc.integer({ min: 0, max: 9 }),
  kind: fc.constantFrom('bind', 'sync'),
  isThrottled: fc.boolean(),
  mailbox: text('ann', 'ANN', 'bo'),
  user: text('eve', 'ann'),
  logonType: text('Owner', 'Delegated'),
  client: text('OWA', 'REST'),
  session: text('s-1', 's-2'),
  ip: text('192.0.2.1', '192.0.2.2'),
  opened: fc.array(fc.record({ message: fc.constantFrom('<1@x>', '<2@x>', '\\Inbox'), folder, subject: text('Offer') }), {
    maxLength: 4,
  }),
  folders: fc.array(folder, { maxLength: 3 }),
});
const accesses = fc.array(access, { maxLength: 25 }).map((all) =>
  all.map(
    (each, index): MailAccess => ({
      ...each,
      key: recordKeySchema.parse(`r${index}`),
      ...(each.kind === 'bind' ? { folders: [] } : { opened: [] }),
    }),
  ),
);

function folded(all: readonly MailAccess[]) {
  const fold = new ReadsFold();
  for (const access of all) fold.add({ key: access.key, recordId: access.key }, { access });
  return fold.result();
}

const inOrder = (reads: readonly MailRead[]) => reads.map((read) => JSON.stringify(read)).sort();
const distinct = (texts: readonly string[]) => [...new Set(texts.filter((each) => each !== ''))].sort();

/** The same in the obvious way: for each thing that is named, all records that name it. */
function naiveReads(all: readonly MailAccess[]): MailRead[] {
  const names = all.flatMap(({ kind, mailbox, opened, folders }) =>
    [...opened.map(({ message }) => message), ...folders].map((name) => JSON.stringify([kind, mailbox.toLowerCase(), name])),
  );
  return distinct(names).map((id) => {
    const [kind, mailbox, name] = JSON.parse(id);
    const named = ({ opened, folders }: MailAccess) =>
      kind === 'bind' ? opened.some((each) => each.message === name) : folders.includes(name);
    const telling = all
      .filter((each) => each.kind === kind && each.mailbox.toLowerCase() === mailbox && named(each))
      .sort((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
    const messages = telling.flatMap(({ opened }) => opened.filter(({ message }) => message === name));
    const [first] = telling;
    const last = telling.at(-1);
    if (!first || !last) throw new Error('nothing tells of it');
    return {
      kind,
      message: kind === 'bind' ? name : '',
      mailbox: first.mailbox,
      user: distinct(telling.map(({ user }) => user)),
      logonType: distinct(telling.map(({ logonType }) => logonType)),
      client: distinct(telling.map(({ client }) => client)),
      session: distinct(telling.map(({ session }) => session)),
      ip: distinct(telling.map(({ ip }) => ip)),
      subjects: distinct(messages.map(({ subject }) => subject)),
      folders: kind === 'bind' ? distinct(messages.map((each) => each.folder)) : [name],
      first: first.time,
      last: last.time,
      times: telling.length,
      key: first.key,
    };
  });
}

const byName = (read: MailRead) => JSON.stringify(Object.entries(read).sort());

test('tells of each message and folder once per mailbox, in whatever order records come', () => {
  fc.assert(
    fc.property(accesses, fc.infiniteStream(fc.integer()), (all, numbers) => {
      const shuffled = all
        .map((each) => ({ each, at: numbers.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(folded(shuffled).reads.map(byName).sort()).toEqual(naiveReads(all).map(byName).sort());
      expect(inOrder(folded(shuffled).reads)).toEqual(inOrder(folded(all).reads));
    }),
  );
});

test('counts messages, folders, and of each mailbox the records that say it was throttled', () => {
  fc.assert(
    fc.property(accesses, (all) => {
      const { reads, messages, folders, throttled } = folded(all);
      expect([messages, folders]).toEqual(['bind', 'sync'].map((kind) => reads.filter((each) => each.kind === kind).length));
      const throttling = all.filter(({ kind, isThrottled }) => kind === 'bind' && isThrottled);
      expect(throttled.map(({ records }) => records).reduce((a, b) => a + b, 0)).toBe(throttling.length);
      for (const { mailbox, first, last } of throttled) {
        const times = throttling.filter((each) => each.mailbox.toLowerCase() === mailbox.toLowerCase()).map(({ time }) => time);
        expect([first, last]).toEqual([Math.min(...times), Math.max(...times)]);
      }
    }),
  );
});

test('a record that cannot be read hides none of the rest, and is named', () => {
  const key = (index: number) => recordKeySchema.parse(`r${index}`);
  const fold = new ReadsFold();
  const good: ReadAccess = {
    access: {
      key: key(200),
      time: 1,
      kind: 'bind',
      isThrottled: false,
      mailbox: 'ann',
      user: '',
      logonType: '',
      client: '',
      session: '',
      ip: '',
      opened: [{ message: '<1@x>', folder: '', subject: '' }],
      folders: [],
    },
    problem: 'breaksOff',
  };
  for (let index = 0; index < 150; index++) fold.add({ key: key(index), recordId: `id-${index}` }, { problem: 'noJson' });
  fold.add({ key: key(200), recordId: 'id-200' }, good);
  const { reads, unread, unreadCount } = fold.result();
  expect(reads).toHaveLength(1);
  expect(unreadCount).toBe(151);
  expect(unread).toHaveLength(100);
  expect(unread[0]).toEqual({ key: 'r0', recordId: 'id-0', problem: 'noJson' });
});
