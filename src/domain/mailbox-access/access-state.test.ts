import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import type { AccessChange, AccessEffect, AccessKind, Party } from './access-change';
import { accessAt, unloggedTimes } from './access-state';

const party = (name: string): Party => ({ written: name, name, key: name.toLowerCase() });
let made = 0;

/** Each a minute after the one before. */
function change(kind: AccessKind, effect: AccessEffect, people: string, more: Partial<AccessChange> = {}): AccessChange {
  made++;
  return {
    key: `${made}`,
    record: recordKeySchema.parse(`record ${made}`),
    time: made * 60_000,
    operation: '',
    kind,
    effect,
    mailbox: kind === 'bypass' ? undefined : party('anna@contoso.com'),
    people: people.split(' ').filter(Boolean).map(party),
    rights: kind === 'sendAs' ? ['SendAs'] : ['FullAccess'],
    folder: '',
    by: 'ada.admin@contoso.com',
    isFailed: false,
    isByService: false,
    ...more,
  };
}

/** Who holds what in the end, of changes in the order they were made. */
function holders(...changes: AccessChange[]) {
  const { holdings } = accessAt(changes.toReversed(), 'anna', Number.POSITIVE_INFINITY);
  return holdings.map(({ kind, who, rights, folder }) => [kind, who.name, rights.join(' '), folder].filter(Boolean).join(' '));
}

test('what was granted is held until it is removed or denied', () => {
  const granted = change('fullAccess', 'granted', 'ben eve', { rights: ['FullAccess', 'ReadPermission'] });
  expect(holders(granted)).toEqual(['fullAccess ben FullAccess ReadPermission', 'fullAccess eve FullAccess ReadPermission']);
  expect(holders(granted, change('fullAccess', 'removed', 'BEN'), change('fullAccess', 'denied', 'eve'))).toEqual([
    'fullAccess ben ReadPermission',
    'fullAccess eve ReadPermission',
  ]);
});

test('rights on a folder are set as a whole, for each folder apart', () => {
  const onCalendar = (effect: AccessEffect, rights: string) =>
    change('folder', effect, 'ben', { folder: '\\Calendar', rights: rights.split(' ').filter(Boolean) });
  const inbox = change('folder', 'granted', 'ben', { folder: '\\Inbox', rights: ['Owner'] });
  expect(holders(inbox, onCalendar('granted', 'Editor Delegate'), onCalendar('changed', 'Reviewer'))).toEqual([
    'folder ben Owner \\Inbox',
    'folder ben Reviewer \\Calendar',
  ]);
  expect(holders(onCalendar('granted', 'Editor'), onCalendar('changed', 'None'))).toEqual([]);
  expect(holders(onCalendar('granted', 'Editor'), onCalendar('removed', ''))).toEqual([]);
});

test('a new list takes from those who are not on it, of its own kind', () => {
  const onBehalf = (people: string) => change('sendOnBehalf', 'replaced', people, { rights: ['SendOnBehalf'] });
  expect(holders(change('sendAs', 'granted', 'ben'), onBehalf('ben eve'), onBehalf('eve joe'))).toEqual([
    'sendAs ben SendAs',
    'sendOnBehalf eve SendOnBehalf',
    'sendOnBehalf joe SendOnBehalf',
  ]);
});

test('tells of a moment, of one mailbox, and not of what failed', () => {
  const granted = change('fullAccess', 'granted', 'ben');
  const removed = change('fullAccess', 'removed', 'ben');
  const failed = change('fullAccess', 'granted', 'eve', { isFailed: true });
  const elsewhere = change('fullAccess', 'granted', 'eve', { mailbox: party('joe@contoso.com') });
  const changes = [elsewhere, failed, removed, granted];
  const at = (time: number) => accessAt(changes, 'ANNA@contoso.com', time).holdings.map(({ who }) => who.name);
  expect([granted.time - 1, granted.time, removed.time].map(at)).toEqual([[], ['ben'], []]);
});

test('keeps the change a holding began with, and what does not say who may what', () => {
  const first = change('fullAccess', 'granted', 'ben', { rights: ['ReadPermission'] });
  const more = change('fullAccess', 'granted', 'ben');
  const delegation = change('calendarDelegation', 'changed', '', { rights: [] });
  const state = accessAt([delegation, more, first], 'anna', Number.POSITIVE_INFINITY);
  expect(state.holdings[0]?.since).toBe(first);
  expect(state.unclear).toEqual([delegation]);
});

test('tells from when to when nothing was logged of an account, or at all', () => {
  const on = change('bypass', 'granted', 'eve');
  const again = change('bypass', 'granted', 'eve');
  const off = change('bypass', 'removed', 'eve');
  const neverOn = change('bypass', 'removed', 'ben');
  const disabled = change('auditing', 'changed', '', { mailbox: undefined, rights: ['AuditDisabled = True'] });
  const failed = change('bypass', 'granted', 'joe', { isFailed: true });
  const ofMailbox = change('auditing', 'changed', '', { rights: ['AuditEnabled = True'] });
  expect(unloggedTimes([ofMailbox, failed, disabled, neverOn, off, again, on])).toEqual([
    { who: on.people[0], began: on, ended: off },
    { who: undefined, began: disabled, ended: undefined },
  ]);
});

const anyChange = fc
  .record({
    kind: fc.constantFrom<AccessKind>('fullAccess', 'sendAs', 'sendOnBehalf', 'folder'),
    effect: fc.constantFrom<AccessEffect>('granted', 'removed', 'replaced', 'denied'),
    who: fc.constantFrom('ben', 'eve', 'joe'),
    others: fc.subarray(['kim', 'lea']),
    folder: fc.constantFrom('\\Calendar', '\\Inbox'),
    rights: fc.subarray(['Read', 'Write', 'Owner'], { minLength: 1 }),
    isFailed: fc.boolean(),
  })
  .filter(({ kind, effect }) => effect !== 'replaced' || kind === 'sendOnBehalf')
  .map(({ kind, effect, who, others, folder, rights, isFailed }) =>
    change(kind, effect, [who, ...others].join(' '), { rights, isFailed, folder: kind === 'folder' ? folder : '' }),
  );

/** Right by right: the last change that says something about it decides. */
function holdsNaively(changes: readonly AccessChange[], kind: AccessKind, who: string, folder: string, right: string): boolean {
  const last = changes.findLast(
    (each) =>
      !each.isFailed &&
      each.kind === kind &&
      each.folder === folder &&
      ((each.effect === 'replaced' && (!each.people.some(({ key }) => key === who) || each.rights.includes(right))) ||
        (each.people.some(({ key }) => key === who) && (kind === 'folder' || each.rights.includes(right)))),
  );
  if (!last?.people.some(({ key }) => key === who)) return false;
  return (last.effect === 'granted' || last.effect === 'replaced') && last.rights.includes(right);
}

test('agrees with looking for the last word on each right', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 30 }), fc.nat({ max: 30 }), (generated, until) => {
      const changes = generated.map((each, i) => ({ ...each, time: i }));
      const known = changes.slice(0, until + 1);
      const { holdings } = accessAt(changes.toReversed(), 'anna@contoso.com', until);
      for (const kind of ['fullAccess', 'sendAs', 'sendOnBehalf', 'folder'] as const)
        for (const folder of kind === 'folder' ? ['\\Calendar', '\\Inbox'] : [''])
          for (const who of ['ben', 'eve', 'joe', 'kim', 'lea']) {
            const held = holdings.find((each) => each.kind === kind && each.folder === folder && each.who.key === who);
            const rights = ['Read', 'Write', 'Owner'].filter((right) => holdsNaively(known, kind, who, folder, right));
            expect(held?.rights.toSorted() ?? []).toEqual(rights.toSorted());
          }
    }),
  );
});

test('a grant in a mailbox named by an alias of several is nobody’s for sure', () => {
  const mailbox: Party = { written: 'anna', name: 'anna', key: 'anna', isAmbiguous: true };
  const granted = change('fullAccess', 'granted', 'ben', { mailbox });
  expect(accessAt([granted], 'anna@contoso.com', Number.POSITIVE_INFINITY)).toEqual({ holdings: [], unclear: [granted] });
});
