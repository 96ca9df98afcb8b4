import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Command, isListChange, type ParameterValue } from '~/domain/exchange/command';
import { dayMs } from '~/lib/time';
import { readTimeSpan } from '~/lib/time-span';
import { actionsOf, defaultActions, type Edition, editions, type LogonType, logonTypes } from './mailbox-actions';
import type { MailboxAuditing } from './mailbox-auditing';
import {
  type AuditingEdit,
  actionState,
  changeCommands,
  countActions,
  editedMailbox,
  isEmptyEdit,
  necessaryEdit,
  noEdit,
  withAction,
  withLogon,
} from './mailbox-changes';
import { differencesLeft, planChanges } from './mailbox-plan';

const ada: MailboxAuditing = {
  address: 'ada@contoso.com',
  name: 'Ada',
  type: 'UserMailbox',
  isEnabled: true,
  ageLimitMs: 90 * dayMs,
  actions: {
    Admin: defaultActions('today', 'Admin'),
    Delegate: defaultActions('today', 'Delegate'),
    Owner: defaultActions('today', 'Owner'),
  },
  defaultSet: logonTypes,
  isBypassed: false,
};

const mailboxes = fc.record({
  address: fc.constant('ada@contoso.com'),
  name: fc.constant('Ada'),
  type: fc.constantFrom('UserMailbox', 'SharedMailbox'),
  isEnabled: fc.boolean(),
  ageLimitMs: fc.constantFrom(0, 1.5, 30, 90).map((days) => days * dayMs),
  actions: fc.record({ Admin: someActions(), Delegate: someActions(), Owner: someActions() }),
  defaultSet: fc.subarray([...logonTypes]),
  isBypassed: fc.boolean(),
});

function someActions() {
  return fc.subarray([...actionsOf('today')]);
}

const logonEdit = fc.oneof(
  fc.constant('defaults' as const),
  fc.dictionary(fc.constantFrom(...actionsOf('today')), fc.boolean(), { maxKeys: 5 }),
);
const edits: fc.Arbitrary<AuditingEdit> = fc.record({
  isEnabled: fc.option(fc.boolean(), { nil: undefined }),
  ageLimitDays: fc.option(fc.constantFrom(0, 30, 90, 365), { nil: undefined }),
  isBypassed: fc.option(fc.boolean(), { nil: undefined }),
  actions: fc.record({ Admin: logonEdit, Delegate: logonEdit, Owner: logonEdit }),
});

/** What Exchange makes of a command, without any cleverness. */
function run(mailbox: MailboxAuditing, { parameters }: Command): MailboxAuditing {
  let after = mailbox;
  const isOn = (value: ParameterValue) => value === true;
  for (const [name, value] of Object.entries(parameters)) {
    const logon = logonTypes.find((each) => name === `Audit${each}`);
    if (logon) after = { ...listSet(after, logon, value) };
    else if (name === 'AuditEnabled') after = { ...after, isEnabled: isOn(value) };
    else if (name === 'AuditLogAgeLimit') after = { ...after, ageLimitMs: readTimeSpan(String(value)) ?? Number.NaN };
    else if (name === 'AuditBypassEnabled') after = { ...after, isBypassed: isOn(value) };
    else if (name === 'DefaultAuditSet' && Array.isArray(value)) after = restored(after, value);
    else throw new Error(`nobody knows -${name}`);
  }
  return after;
}

function listSet(mailbox: MailboxAuditing, logon: LogonType, value: ParameterValue): MailboxAuditing {
  const has = new Set(mailbox.actions[logon]);
  if (isListChange(value)) {
    for (const action of value.add ?? []) has.add(action);
    for (const action of value.remove ?? []) has.delete(action);
  } else if (Array.isArray(value)) {
    has.clear();
    for (const action of value) has.add(action);
  }
  return {
    ...mailbox,
    actions: { ...mailbox.actions, [logon]: [...has] },
    defaultSet: mailbox.defaultSet.filter((each) => each !== logon),
  };
}

function restored(mailbox: MailboxAuditing, names: readonly string[]): MailboxAuditing {
  const logons = logonTypes.filter((each) => names.includes(each));
  const lists = logons.map((logon) => [logon, defaultActions('today', logon)]);
  return {
    ...mailbox,
    actions: { ...mailbox.actions, ...Object.fromEntries(lists) },
    defaultSet: logonTypes.filter((each) => logons.includes(each) || mailbox.defaultSet.includes(each)),
  };
}

function sorted({ actions, ...mailbox }: MailboxAuditing) {
  return { ...mailbox, actions: logonTypes.map((logon) => actions[logon].toSorted()) };
}

test('the commands make of a mailbox what was said it would be', () => {
  fc.assert(
    fc.property(mailboxes, edits, fc.constantFrom<Edition>(...editions), (mailbox, edit, edition) => {
      const commands = changeCommands(necessaryEdit(mailbox, edit, edition), edition);
      const after = commands.reduce(run, mailbox);
      expect(sorted(after)).toEqual(sorted(editedMailbox(mailbox, edit, edition)));
      expect(differencesLeft(after, edit, edition)).toEqual([]);
      expect(isEmptyEdit(necessaryEdit(after, edit, edition))).toBe(true);
    }),
  );
});

test('mailboxes that change alike stand together, each in one place, and each group does what its mailboxes need', () => {
  fc.assert(
    fc.property(fc.array(mailboxes, { maxLength: 8 }), edits, fc.constantFrom<Edition>(...editions), (all, edit, edition) => {
      const { groups, unchanged } = planChanges(all, edit, edition);
      expect([...groups.flatMap((group) => group.mailboxes), ...unchanged]).toHaveLength(all.length);
      for (const mailbox of unchanged) expect(isEmptyEdit(necessaryEdit(mailbox, edit, edition))).toBe(true);
      for (const group of groups)
        for (const mailbox of group.mailboxes) expect(necessaryEdit(mailbox, edit, edition)).toEqual(group.edit);
    }),
  );
});

test('an action is added to what is there, and takes its logon type out of the defaults', () => {
  const edit = withAction(noEdit, 'today', { logon: 'Owner', action: 'MailboxLogin', isOn: true });
  expect(changeCommands(edit, 'today')).toEqual([
    { cmdlet: 'Set-Mailbox', parameters: { AuditOwner: { add: ['MailboxLogin'] } } },
  ]);
  expect(editedMailbox(ada, edit, 'today').defaultSet).toEqual(['Admin', 'Delegate']);
  expect(planChanges([ada], edit, 'today').groups[0]?.changes).toEqual([
    {
      setting: 'Owner',
      before: 'default',
      after: 'own list: with MailboxLogin',
      added: ['MailboxLogin'],
      removed: [],
      remark: 'Owner no longer follows Microsoft’s defaults: what Microsoft adds to them later is not logged here.',
    },
  ]);
});

test('what a mailbox has already is not set again: it would leave the defaults for nothing', () => {
  const edit = withAction(noEdit, 'today', { logon: 'Owner', action: 'HardDelete', isOn: true });
  expect(planChanges([ada], edit, 'today')).toEqual({ groups: [], unchanged: [ada] });
});

test('defaults are restored by name today, and as a list where there is no DefaultAuditSet', () => {
  const edit = withLogon(noEdit, 'Owner', 'defaults');
  expect(changeCommands(edit, 'today')).toEqual([{ cmdlet: 'Set-Mailbox', parameters: { DefaultAuditSet: ['Owner'] } }]);
  expect(changeCommands(edit, 'earlier')).toEqual([
    { cmdlet: 'Set-Mailbox', parameters: { AuditOwner: ['UpdateCalendarDelegation', 'UpdateFolderPermissions'] } },
  ]);
});

test('an action turned off after the defaults were asked for is turned off in the defaults', () => {
  const edit = withAction(withLogon(noEdit, 'Owner', 'defaults'), 'today', { logon: 'Owner', action: 'Update', isOn: false });
  const own = { ...ada, actions: { ...ada.actions, Owner: ['MailboxLogin'] }, defaultSet: [] };
  expect(editedMailbox(own, edit, 'today').actions.Owner.toSorted()).toEqual(
    defaultActions('today', 'Owner').filter((action) => action !== 'Update'),
  );
});

test('an action that some have is mixed until it is touched', () => {
  const bob = { ...ada, actions: { ...ada.actions, Owner: ['MailboxLogin'] } };
  const cell = { logon: 'Owner', action: 'MailboxLogin' } as const;
  const having = countActions([ada, bob]).Owner.get('MailboxLogin') ?? 0;
  expect(actionState(cell, noEdit, 'today', { having, outOf: 2 })).toBe('mixed');
  expect(actionState(cell, withAction(noEdit, 'today', { ...cell, isOn: false }), 'today', { having, outOf: 2 })).toBe(false);
  expect(actionState(cell, withLogon(noEdit, 'Owner', 'defaults'), 'today', { having, outOf: 2 })).toBe(false);
});

test('a shorter age limit says what it deletes', () => {
  const remarks = (ageLimitDays: number) =>
    planChanges([ada], { ...noEdit, ageLimitDays }, 'today').groups[0]?.changes.map(({ remark }) => remark);
  expect(remarks(30)).toEqual(['Entries older than 30 days are deleted.']);
  expect(remarks(0)).toEqual(['Every entry is deleted when the mailbox is processed next.']);
  expect(remarks(180)).toEqual(['']);
});
