import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import { readMailAccess } from './mail-access';

const key = recordKeySchema.parse('r1');
const time = Date.parse('2026-11-14T09:00:00Z');
const nameValues = (values: Record<string, string>) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
const read = (auditData: unknown) =>
  readMailAccess({
    key,
    time,
    auditData: typeof auditData === 'string' ? auditData : JSON.stringify(auditData),
    envelope: [],
  });

const common = {
  Operation: 'MailItemsAccessed',
  UserId: 'eve@contoso.com',
  LogonType: 2,
  MailboxOwnerUPN: 'ann@contoso.com',
  ClientInfoString: 'Client=OWA;Action=ViaProxy',
  ClientIPAddress: '[2001:DB8::1]:443',
  SessionId: 's-1',
};
const facts = {
  user: 'eve@contoso.com',
  logonType: 'Delegated',
  mailbox: 'ann@contoso.com',
  client: 'Client=OWA;Action=ViaProxy',
  ip: '2001:db8::1',
  session: 's-1',
};
const bind = {
  ...common,
  OperationProperties: nameValues({ MailAccessType: 'Bind', IsThrottled: 'False' }),
  Folders: [
    {
      Path: '\\Inbox',
      FolderItems: [
        { InternetMessageId: '<1@x>', Id: 'RgA' },
        { Id: 'RgB', Subject: 'Offer' },
      ],
    },
    { Path: '\\Sent Items', FolderItems: [{ InternetMessageId: '<2@x>' }, {}, null, 'nonsense'] },
  ],
};

test('Bind tells which messages were opened, in which folder, by whom and how', () => {
  expect(read(bind)).toEqual({
    access: {
      key,
      time,
      kind: 'bind',
      isThrottled: false,
      ...facts,
      opened: [
        { message: '<1@x>', folder: '\\Inbox', subject: '' },
        { message: 'RgB', folder: '\\Inbox', subject: 'Offer' },
        { message: '<2@x>', folder: '\\Sent Items', subject: '' },
      ],
      folders: [],
    },
  });
});

test('lists that are written as text are read all the same', () => {
  const asText = {
    ...bind,
    Folders: JSON.stringify(bind.Folders),
    OperationProperties: JSON.stringify(bind.OperationProperties),
  };
  expect(read(asText)).toEqual(read(bind));
});

const sync = { ...common, OperationProperties: nameValues({ MailAccessType: 'Sync', IsThrottled: 'False' }) };

test.each([
  ['listed', { Folders: [{ Path: '\\Inbox' }, { Path: '\\Archive' }, {}] }, ['\\Inbox', '\\Archive']],
  ['of one item', { Item: { ParentFolder: { Path: '\\Drafts' } } }, ['\\Drafts']],
  ['without a path', { Folders: [{ Id: 'LgA' }] }, ['LgA']],
])('Sync names folders %s', (_, where, folders) => {
  expect(read({ ...sync, ...where }).access).toMatchObject({ kind: 'sync', folders, opened: [] });
});

test('says that the mailbox was throttled', () => {
  const OperationProperties = nameValues({ IsThrottled: 'True', MailAccessType: 'Bind' });
  expect(read({ ...bind, OperationProperties }).access).toMatchObject({ kind: 'bind', isThrottled: true });
});

test('reads an entry of the mailbox audit log', () => {
  const entry = {
    Operation: 'MailItemsAccessed',
    LogonType: 'Delegate',
    LogonUserDisplayName: 'Eve',
    MailboxResolvedOwnerName: 'Ann',
    MailAccessType: 'Bind',
    SourceItems: [{ Id: 'RgA', Subject: 'Offer', FolderPathName: '\\Inbox' }],
  };
  expect(read(entry).access).toMatchObject({
    mailbox: 'Ann',
    user: 'Eve',
    logonType: 'Delegate',
    opened: [{ message: 'RgA', folder: '\\Inbox', subject: 'Offer' }],
  });
});

test('of a record that breaks off, what stands before the break is told', () => {
  const whole = JSON.stringify(bind);
  const { access, problem } = read(whole.slice(0, whole.indexOf('<2@x>')));
  expect(problem).toBe('breaksOff');
  expect(access?.opened.map(({ message }) => message)).toEqual(['<1@x>', 'RgB']);
});

test.each([
  ['no JSON', 'oh dear', 'noJson'],
  ['a list', '[]', 'namesNothing'],
  ['no message', { ...bind, Folders: [{ Path: '\\Inbox', FolderItems: [] }] }, 'namesNothing'],
  ['no folder', sync, 'namesNothing'],
])('says what is wrong with a record that is or has %s', (_, auditData, problem) => {
  expect(read(auditData)).toEqual({ problem });
});
