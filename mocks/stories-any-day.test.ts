// What README.md and the stories of mocks/README.md promise, on any day.

import { beforeAll, expect, test } from 'vitest';
import { outsideHours } from '~/lib/business-hours';
import { dayMs, hourMs, minuteMs } from '~/lib/time';
import { createDays, type Day, daysWithout, expectEveryDay } from './any-day';
import { isSignIn } from './tenant/messages/encrypted-messages';
import { takenBackMessageId, takenBackRecipients, trackedMessageId, trackedRecipients } from './tenant/messages/message-stories';
import type { PlannedEvent } from './tenant/model';
import type { TenantRecord } from './tenant/record-at';
import { forwardingAddress, intruderAddress, leaverSite } from './tenant/stories';

let days: Day[] = [];
beforeAll(() => {
  days = createDays(() => ({}));
}, 300_000);

const director = 'vivian.castell@contoso.com';
const timeOf = ({ createdDateTime }: TenantRecord) => Date.parse(createdDateTime);
const operations = (records: readonly TenantRecord[]) => records.map(({ operation }) => operation);
const countOf = (list: readonly string[], text: string) => list.filter((each) => each === text).length;
const isWithin = (records: readonly TenantRecord[], ms: number) =>
  records.every((record) => timeOf(record) - timeOf(records[0] ?? record) <= ms);

test('some hundred days are looked at, leap days and both changes of clocks among them', () => {
  const names = days.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(80);
  for (const name of ['2027-01-01', '2027-02-28', '2028-02-29', '2027-03-14', '2027-03-28', '2027-10-31', '2027-11-07'])
    expect(names).toContain(name);
});

// README.md

test('OMEPortal over the last 7 days finds records', () => {
  expect(daysWithout(days, ({ week }) => week.filter((each) => each.auditLogRecordType === 'OMEPortal').length >= 20)).toEqual(
    [],
  );
});

const portal = ({ planned }: Day, messageId: string) =>
  planned.filter((event) => event.messageId === messageId && event.kind.recordType === 154);
const did = (event: PlannedEvent, operation: string) =>
  event.kind.operation === operation && event.details?.['OperationStatus'] === 0;

test('of the offer Jordan needed two passcodes, Lucia forwarded it, and Sam never opened it', () => {
  const [jordan, lucia, sam] = trackedRecipients;
  expectEveryDay(
    days,
    (day) => {
      const visits = portal(day, trackedMessageId);
      const by = (recipient: string) => visits.filter(({ details }) => details?.['Recipient'] === recipient);
      return [
        by(jordan).filter(({ kind }) => isSignIn(kind.operation)).length,
        by(jordan).some((event) => did(event, 'MessageAccess')),
        by(lucia).some((event) => did(event, 'MessageForward')),
        by(sam).length > 0,
        by(sam).some((event) => did(event, 'MessageAccess')),
      ];
    },
    [2, true, true, true, false],
  );
});

test('messages were opened outside business hours in the last 30 days, wherever one lives', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland']) {
    const isOutside = outsideHours('08:00', '18:00', zone);
    const opened = ({ planned, start }: Day) =>
      planned.filter((event) => did(event, 'MessageAccess') && event.time >= start - 29 * dayMs && isOutside?.(event.time));
    expect(daysWithout(days, (day) => opened(day).length > 0)).toEqual([]);
  }
});

test('the offer can be revoked, and nobody has done so yet', () => {
  const offerOf = ({ messages }: Day) => messages.find(({ messageId }) => messageId === trackedMessageId);
  expectEveryDay(days, (day) => [offerOf(day)?.isRevocable, offerOf(day)?.revocation], [true, undefined]);
});

// mocks/README.md, Stories

test('a mailbox is taken over, found by the address of the intruder', () => {
  expectEveryDay(
    days,
    ({ week, start }) => {
      const found = week.filter(({ clientIp }) => clientIp?.includes(intruderAddress));
      const text = JSON.stringify(found);
      const [first] = found;
      const over = Date.parse(found.at(-1)?.createdDateTime ?? '');
      const resets = week.filter(
        (each) =>
          each.operation === 'Reset user password.' &&
          each.objectId === 'priya.raman@contoso.com' &&
          timeOf(each) === over + 9 * hourMs,
      );
      return {
        operations: [...new Set(operations(found))],
        failed: countOf(operations(found), 'UserLoginFailed'),
        sent: countOf(operations(found), 'Send'),
        texts: ['Bind', 'Sync', 'RSS Feeds', forwardingAddress].filter((each) => !text.includes(each)),
        isLate: first !== undefined && timeOf(first) >= start - 2 * dayMs,
        resetBy: resets.map(({ userPrincipalName }) => userPrincipalName),
      };
    },
    {
      operations: ['UserLoginFailed', 'UserLoggedIn', 'MailItemsAccessed', 'New-InboxRule', 'Set-Mailbox', 'Send', 'HardDelete'],
      failed: 7,
      sent: 4,
      texts: [],
      isLate: true,
      resetBy: ['adele.vance@contoso.com'],
    },
  );
});

test('a leaver deletes a project', () => {
  expectEveryDay(
    days,
    ({ week }) => {
      const by = (operation: string) =>
        week.filter(
          (each) =>
            each.operation === operation &&
            each.userPrincipalName?.toLowerCase() === 'tomasz.wrona@contoso.com' &&
            each.objectId?.startsWith(leaverSite),
        );
      return [
        ...['FileDownloaded', 'FileDeleted', 'FileDeletedFirstStageRecycleBin'].map((operation) => by(operation).length),
        isWithin(by('FileDeleted'), 14 * minuteMs),
        new Set(by('FileDeleted').map(({ clientIp }) => clientIp?.replace(/^::ffff:|:\d+$/g, ''))).size,
      ];
    },
    [40, 160, 25, true, 1],
  );
});

test('an encrypted offer is all that Elena Marchetti has sent, to three people', () => {
  expectEveryDay(
    days,
    (day) => {
      const own = day.planned.filter(({ kind, actor }) => kind.recordType === 154 && actor.upn === 'elena.marchetti@contoso.com');
      const sends = day.week.filter(({ auditData }) => JSON.stringify(auditData?.['Item'] ?? '').includes(trackedMessageId));
      return [
        [...new Set(own.map(({ messageId }) => messageId))],
        [...new Set(own.map(({ details }) => details?.['Recipient']))],
        sends.map(({ auditData }) => auditData?.['recipientCount']),
      ];
    },
    [[trackedMessageId], [...trackedRecipients], [3]],
  );
});

test('an administrator lets himself in at 22:13 and out 40 minutes later', () => {
  expectEveryDay(
    days,
    ({ week, start }) =>
      week
        .filter(({ objectId, operation }) => objectId === director && operation.endsWith('-MailboxPermission'))
        .map((each) => [each.operation, each.userPrincipalName, (timeOf(each) - start) / minuteMs]),
    [
      ['Add-MailboxPermission', 'alejandro.bianchi@contoso.com', -107],
      ['Remove-MailboxPermission', 'alejandro.bianchi@contoso.com', -67],
    ],
  );
});

test('a message is taken back after one of three has read it', () => {
  const [nora, theo] = takenBackRecipients;
  expectEveryDay(
    days,
    (day) => {
      const visits = portal(day, takenBackMessageId)
        .filter(({ kind }) => kind.operation === 'MessageAccess')
        .map(({ details }) => [details?.['Recipient'], details?.['OperationStatus']]);
      const by = day.week.filter(
        ({ operation, objectId }) => operation === 'Set-OMEMessageRevocation' && objectId === takenBackMessageId,
      );
      return [visits, by.map(({ userPrincipalName }) => userPrincipalName)];
    },
    [
      [
        [nora, 0],
        [nora, 1],
        [theo, 1],
      ],
      ['adele.vance@contoso.com'],
    ],
  );
});
