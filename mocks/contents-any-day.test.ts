// Messages, mailboxes and oddities that the READMEs promise, on any day.

import { beforeAll, expect, test } from 'vitest';
import type { LogonType } from '~/domain/mailbox-auditing/mailbox-actions';
import { dayMs, type EpochMs } from '~/lib/time';
import { createDays, type Day, daysWithout, expectEveryDay, isBetween } from './any-day';
import { logonNames, mailboxAccessOf } from './tenant/exchange/mailbox-access';
import { defaultMailboxSettings, isActionAudited } from './tenant/exchange/mailbox-settings';
import type { PlannedEvent, Tenant } from './tenant/model';
import type { TenantRecord } from './tenant/record-at';
import { kinds } from './tenant/tenant';
import { oddTexts } from './tenant/texts.data';

interface Visit {
  readonly time: EpochMs;
  readonly person: string;
  readonly mailbox: string;
  readonly operation: string;
  readonly logon: LogonType;
  readonly isExternal: boolean;
  readonly folder: string;
}

interface Whole {
  /** By anyone but owners. */
  readonly visits: readonly Visit[];
  readonly unaudited: readonly string[];
  readonly kindCodes: ReadonlySet<number>;
  readonly users: ReadonlySet<string>;
}

type WholeDay = Day & Whole;

let days: WholeDay[] = [];
beforeAll(() => {
  days = createDays(readWhole);
}, 300_000);

const director = 'vivian.castell@contoso.com';
const countOf = (list: readonly string[], text: string) => list.filter((each) => each === text).length;

function readWhole(tenant: Tenant, until: number): Whole {
  const visits: Visit[] = [];
  const unaudited: string[] = [];
  const kindCodes = new Set<number>();
  const users = new Set<string>();
  const scene = tenant.newScene();
  for (let index = 0; index < until; index++) {
    tenant.setScene(scene, index);
    const { kind, actor } = scene;
    kindCodes.add(kind.code);
    users.add(actor.upn);
    const access = mailboxAccessOf(scene);
    if (!access || !kind.inMailbox) continue;
    const logon = logonNames[access.logonType];
    if (!isAudited(access.mailbox.upn, logon, kind.inMailbox.action)) unaudited.push(`${kind.operation} ${access.mailbox.upn}`);
    if (logon === 'Owner') continue;
    visits.push({
      time: tenant.timeAt(index),
      person: actor.upn,
      mailbox: access.mailbox.upn,
      operation: kind.operation,
      logon,
      isExternal: access.isExternal,
      folder: kind.operation === 'FolderBind' ? folderIn(scene.planned) : '',
    });
  }
  return { visits, unaudited, kindCodes, users };
}

const audited = new Map<string, boolean>();

/** Kept: asked for with a million records. */
function isAudited(mailbox: string, logon: LogonType, action: string): boolean {
  const key = `${mailbox} ${logon} ${action}`;
  const known = audited.get(key) ?? isActionAudited(defaultMailboxSettings, mailbox, logon, action);
  audited.set(key, known);
  return known;
}

function folderIn(event: PlannedEvent | undefined): string {
  return JSON.stringify(event?.details?.['Item'] ?? '').match(/"Path":"(?:[^"]*\\\\)*([^"]+)"/)?.[1] ?? '';
}

// mocks/README.md, Encrypted messages and Mailboxes

/** Of those that were sent a week ago or earlier. */
const share = ({ messages, planned, start }: Day, passes: (visits: readonly PlannedEvent[], recipients: number) => boolean) => {
  const old = messages.filter(({ sent }) => sent < start - 7 * dayMs);
  const byMessage = new Map<string, PlannedEvent[]>(old.map(({ messageId }) => [messageId, []]));
  for (const event of planned) if (event.messageId !== undefined) byMessage.get(event.messageId)?.push(event);
  const passing = old.filter(({ messageId, recipients }) => passes(byMessage.get(messageId) ?? [], recipients.length));
  return passing.length / old.length;
};

test('there are some 280 messages, to 1 to 8 recipients, now and then 25', () => {
  expect(daysWithout(days, ({ messages }) => isBetween(270, messages.length, 290))).toEqual([]);
  const sizes = ({ messages }: Day) => new Set(messages.map(({ recipients }) => recipients.length));
  expect(daysWithout(days, (day) => [...sizes(day)].every((size) => size <= 8 || size === 25))).toEqual([]);
  expect(daysWithout(days, (day) => [1, 2, 3, 4, 5, 6, 8, 25].every((size) => sizes(day).has(size)))).toEqual([]);
});

test('six messages in a hundred are never touched, three are revoked, some can never be', () => {
  expect(
    daysWithout(days, (day) =>
      isBetween(
        0.05,
        share(day, (visits) => visits.length === 0),
        0.08,
      ),
    ),
  ).toEqual([]);
  const revoked = ({ messages }: Day) => messages.filter(({ revocation }) => revocation).length / messages.length;
  expect(daysWithout(days, (day) => isBetween(0.015, revoked(day), 0.045))).toEqual([]);
  expect(daysWithout(days, ({ messages }) => messages.some(({ isRevocable }) => !isRevocable))).toEqual([]);
});

test('in the last 30 days nobody got past the one-time code of a message that somebody asked for', () => {
  const isLockedOut = ({ planned, start }: Day) => {
    const visits = planned.filter(({ kind, time }) => kind.recordType === 154 && time >= start - 29 * dayMs);
    const signedIn = visits.filter(({ details }) => details?.['AuthenticationStatus'] === 0);
    const opened = new Set(signedIn.map(({ messageId }) => messageId));
    return visits.some(({ messageId }) => !opened.has(messageId));
  };
  expect(daysWithout(days, isLockedOut)).toEqual([]);
});

test('no record tells of an action that its mailbox is not audited for', () => {
  expectEveryDay(days, ({ unaudited }) => unaudited, []);
});

test('a delegate opens a folder once in 24 hours at most', () => {
  expect(
    daysWithout(days, ({ visits }) => {
      const last = new Map<string, EpochMs>();
      return visits
        .filter(({ operation, logon }) => operation === 'FolderBind' && logon === 'Delegate')
        .every(({ person, mailbox, folder, time }) => {
          const key = `${person} ${mailbox} ${folder}`;
          const before = last.get(key) ?? Number.NEGATIVE_INFINITY;
          last.set(key, time);
          return time - before >= dayMs;
        });
    }),
  ).toEqual([]);
});

test('rights are given on the first days, and some former delegates lose theirs in the last four weeks', () => {
  const times = ({ planned }: Day, operation: string) =>
    planned.filter(({ kind }) => kind.operation === operation).map(({ time }) => time);
  expect(
    daysWithout(days, (day) => times(day, 'Add-MailboxPermission').filter((time) => time < day.start - 173 * dayMs).length > 100),
  ).toEqual([]);
  expect(
    daysWithout(days, (day) => times(day, 'Remove-MailboxPermission').filter((time) => time < day.start - 2 * dayMs).length > 3),
  ).toEqual([]);
  expect(
    daysWithout(days, (day) => times(day, 'Remove-MailboxPermission').every((time) => time >= day.start - 28 * dayMs)),
  ).toEqual([]);
});

test('one of Microsoft’s own comes every 19 days, as an administrator of either kind', () => {
  expect(
    daysWithout(days, ({ visits, start }) => {
      const times = [start - 180 * dayMs, ...visits.filter(({ isExternal }) => isExternal).map(({ time }) => time), start];
      return times.every((time, at) => time - (times[at - 1] ?? time) <= 20 * dayMs);
    }),
  ).toEqual([]);
});

test('each of the shared mailboxes is purged once in four weeks', () => {
  const purges = ({ visits, start }: WholeDay) =>
    visits.filter((each) => each.operation === 'HardDelete' && each.time >= start - 29 * dayMs).map(({ mailbox }) => mailbox);
  const shared = ['accounts.payable', 'info', 'legal.intake', 'service.desk'].map((name) => `${name}@contoso.com`);
  expect(daysWithout(days, (day) => shared.every((mailbox) => purges(day).includes(mailbox)))).toEqual([]);
});

test('an administrator looks into some twenty mailboxes', () => {
  expect(
    daysWithout(days, ({ visits }) => {
      const looked = visits.filter(({ logon, isExternal }) => logon === 'Admin' && !isExternal);
      const people = [...new Set(looked.map(({ person }) => person))];
      return people.every((each) =>
        isBetween(10, new Set(looked.filter(({ person }) => person === each).map(({ mailbox }) => mailbox)).size, 30),
      );
    }),
  ).toEqual([]);
});

test('somebody else was in many mailboxes in the last 7 days', () => {
  const inWeek = ({ visits, start }: WholeDay) => visits.filter(({ time }) => time >= start - 6 * dayMs);
  expect(daysWithout(days, (day) => new Set(inWeek(day).map(({ mailbox }) => mailbox)).size > 20)).toEqual([]);
});

test('in the mailbox of the managing director was one person, in four folders, late in the evening', () => {
  expectEveryDay(
    days,
    ({ visits }) => {
      const hers = visits.filter(({ mailbox }) => mailbox === director);
      return {
        people: [...new Set(hers.map(({ person }) => person))],
        hours: [...new Set(hers.map(({ time }) => new Date(time).getUTCHours()))],
        folders: hers.map(({ folder }) => folder).filter(Boolean),
        operations: ['FolderBind', 'MailItemsAccessed', 'HardDelete'].map((each) =>
          countOf(
            hers.map(({ operation }) => operation),
            each,
          ),
        ),
      };
    },
    {
      people: ['alejandro.bianchi@contoso.com'],
      hours: [22],
      folders: ['Inbox', 'Board', 'Sent Items', 'Drafts'],
      operations: [4, 4, 1],
    },
  );
});

// mocks/README.md, What is odd on purpose

const seen = (isSeen: (record: TenantRecord) => boolean) => daysWithout(days, ({ week }) => week.some(isSeen));
const auditSeen = (isSeen: (audit: Readonly<Record<string, unknown>>) => boolean) =>
  seen(({ auditData }) => auditData !== null && isSeen(auditData));

test('addresses are missing, have ports, or are mapped', () => {
  expect(seen(({ clientIp }) => clientIp === null)).toEqual([]);
  for (const spelling of [/^[\d.]+:\d+$/, /^\[[\da-f:]+\]:\d+$/, /^::ffff:[\d.]+$/])
    expect(seen(({ clientIp }) => spelling.test(clientIp ?? ''))).toEqual([]);
  const cmdlets = ({ week }: Day) => week.filter((each) => each.auditLogRecordType === 'ExchangeAdmin' && each.clientIp !== null);
  expect(daysWithout(days, (day) => cmdlets(day).every(({ clientIp }) => /:\d+$/.test(clientIp ?? '')))).toEqual([]);
});

test('users have two casings, no name, or are no people', () => {
  const names = [
    /^$/,
    /^NT AUTHORITY\\SYSTEM \(Microsoft\.Exchange\.ServiceHost\)$/,
    /^app@sharepoint$/,
    /^ServicePrincipal_/,
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
    /#EXT#/,
    /^anonymous$/,
  ];
  for (const name of names) expect(daysWithout(days, ({ users }) => [...users].some((user) => name.test(user)))).toEqual([]);
  expect(seen(({ userPrincipalName }) => /^[A-Z]\w+\.[A-Z]\w+@Contoso\.Com$/.test(userPrincipalName ?? ''))).toEqual([]);
});

const oddNames = [
  ['unknownFutureValue', 'QuantumWidgetRebalanced'],
  ['unknownFutureValue', ''],
  ['SharePointFileOperation', 'FileTeleported'],
  ['ExchangeAdmin', 'Invoke-UndocumentedCmdlet'],
  ['ExchangeItem', '<b>Bold</b>Operation'],
];

test('operations have names nobody knows, one of them none and one with markup', () => {
  for (const [type, operation] of oddNames)
    expect(seen((each) => each.auditLogRecordType === type && each.operation === operation)).toEqual([]);
});

test('Microsoft writes AuthenticateRequest and AuthenticationRequest, Gmail and Google', () => {
  for (const operation of ['AuthenticateRequest', 'AuthenticationRequest'])
    expect(daysWithout(days, ({ planned }) => planned.some(({ kind }) => kind.operation === operation))).toEqual([]);
  for (const method of ['Gmail', 'Google'])
    expect(
      daysWithout(days, ({ planned }) => planned.some(({ details }) => details?.['AuthenticationMethod'] === method)),
    ).toEqual([]);
});

test('every text that breaks viewers is an item of one of them', () => {
  const names = oddNames.map(([, operation]) => operation);
  for (const text of oddTexts)
    expect(
      seen(({ objectId, operation }) => objectId === text && names.includes(operation)),
      text,
    ).toEqual([]);
});

test('properties are named __proto__, constructor or not at all, hold JSON within JSON, and 100 KB', () => {
  for (const name of ['__proto__', 'constructor', '']) expect(auditSeen((audit) => Object.hasOwn(audit, name))).toEqual([]);
  expect(
    auditSeen(({ Nested }) => typeof Nested === 'string' && typeof JSON.parse(String(JSON.parse(Nested).again)) === 'string'),
  ).toEqual([]);
  expect(auditSeen(({ LongValue }) => typeof LongValue === 'string' && LongValue.length >= 100_000)).toEqual([]);
});

test('a record has no auditData, one no CreationTime, and some have nulls', () => {
  expect(seen(({ auditData }) => auditData === null)).toEqual([]);
  expect(auditSeen((audit) => !('CreationTime' in audit))).toEqual([]);
  expect(auditSeen(({ ResultStatus }) => ResultStatus === null)).toEqual([]);
});

test('every activity that a search can name is there', () => {
  const often = kinds.filter(({ weight }) => weight > 0);
  expectEveryDay(days, ({ kindCodes }) => often.filter(({ code }) => !kindCodes.has(code)).map(({ operation }) => operation), []);
});
