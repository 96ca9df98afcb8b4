import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { keepOnly } from '~/domain/view/filter';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { pageOf, Screen, shownParams } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1400, 900);
});

interface Access {
  readonly id: string;
  readonly minute: number;
  readonly kind?: 'Bind' | 'Sync';
  readonly throttled?: boolean;
  readonly session?: string;
  readonly folders?: readonly object[];
}

const inbox = (...ids: string[]) => [{ Path: '\\Inbox', FolderItems: ids.map((InternetMessageId) => ({ InternetMessageId })) }];

function accessed({ id, minute, kind = 'Bind', throttled = false, session = 's-1', folders = [] }: Access) {
  const user = 'priya@contoso.com';
  const at = new Date(Date.UTC(2026, 10, 14, 9, minute)).toISOString();
  return {
    id,
    createdDateTime: at,
    auditLogRecordType: 'ExchangeItemAggregated',
    operation: 'MailItemsAccessed',
    userPrincipalName: user,
    clientIp: '198.51.100.7',
    auditData: {
      Id: id,
      Operation: 'MailItemsAccessed',
      UserId: user,
      LogonType: 0,
      MailboxOwnerUPN: user,
      ClientInfoString: 'Client=OWA',
      ClientIPAddress: '198.51.100.7',
      SessionId: session,
      OperationProperties: [
        { Name: 'MailAccessType', Value: kind },
        { Name: 'IsThrottled', Value: throttled ? 'True' : 'False' },
      ],
      Folders: folders,
    },
  };
}

const accesses = [
  accessed({ id: 'a', minute: 0, folders: inbox('<1@x>', '<2@x>') }),
  accessed({ id: 'b', minute: 5, folders: inbox('<2@x>', '=HYPERLINK("x")'), session: 's-2' }),
  accessed({ id: 'c', minute: 10, kind: 'Sync', folders: [{ Path: '\\Archive' }] }),
];

async function show(extra: readonly object[], asked: Omit<Parameters<typeof Screen>[0], 'held'> = { show: 'messagesRead' }) {
  const set = new ArrayRecordSet();
  await set.page(pageOf(0, 20, [...extra]));
  set.cover('complete');
  const held = { key: 'reads', id: Math.random(), set, intake: set, released: new AbortController().signal };
  await render(<Screen held={held} {...asked} />);
  return set;
}

const list = () => page.getByRole('grid', { name: 'Messages read' });
const region = () => page.getByRole('region', { name: 'Messages read' });
const texts = () =>
  list()
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent));

test('is asked for beside the fields of groups, with the records that tell of it', async () => {
  await show(accesses, {});
  await userEvent.click(page.getByRole('button', { name: 'Group by', exact: true }));
  await userEvent.click(page.getByRole('button', { name: 'Messages read, from 3 records' }));
  expect(shownParams().show).toBe('messagesRead');
  await expect.element(region().getByText('3 messages · 1 folder synchronised · from 3 records')).toBeVisible();
  await userEvent.click(region().getByRole('button', { name: 'Show records' }));
  expect(shownParams().show).toBeUndefined();
  await expect.element(page.getByRole('grid', { name: 'Records' })).toBeVisible();
});

test('is not offered where no record tells of it', async () => {
  await show([], {});
  await userEvent.click(page.getByRole('button', { name: 'Group by', exact: true }));
  await expect.element(page.getByRole('button', { name: 'Done' })).toBeVisible();
  expect(page.getByRole('button', { name: /^Messages read/ }).elements()).toEqual([]);
});

test('lists each message once, and says that a synchronised folder has to be taken as read', async () => {
  await show(accesses);
  await expect.element(list()).toHaveAttribute('aria-rowcount', '5');
  const [sync, second, formula] = texts();
  expect(sync?.slice(0, 3)).toEqual(['Everything in the folder', 'Sync', '\\Archive']);
  expect(formula?.[0]).toBe('=HYPERLINK("x")');
  expect(second).toEqual([
    '<2@x>',
    'Bind',
    '\\Inbox',
    'priya@contoso.com',
    'priya@contoso.com',
    'Owner',
    '2026-11-14 09:00:00',
    '2026-11-14 09:05:00',
    '2',
    's-1, s-2',
    'Client=OWA',
    '198.51.100.7',
  ]);
  await expect.element(page.getByText('everything that was in it has to be taken as read', { exact: false })).toBeVisible();
});

test('opens the record of a message beside the list', async () => {
  await show(accesses);
  await list().getByText('<1@x>').click();
  await expect.element(page.getByRole('heading', { name: 'a', exact: true })).toBeVisible();
  await expect.element(list()).toBeVisible();
});

test('the menu of a message narrows down to its session', async () => {
  await show(accesses);
  await userEvent.click(list().getByText('<1@x>'), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Only this session' }));
  await expect.element(page.getByText(/^Session is s-1/)).toBeVisible();
  await expect.element(list()).toHaveAttribute('aria-rowcount', '4');
});

test('says that a mailbox was throttled, and between which times', async () => {
  await show([
    accessed({ id: 'd', minute: 20, throttled: true, folders: inbox('<9@x>') }),
    accessed({ id: 'e', minute: 30, throttled: true, folders: inbox('<9@x>') }),
  ]);
  await expect
    .element(page.getByRole('list', { name: 'Throttled mailboxes' }))
    .toHaveTextContent('priya@contoso.com was throttled between 2026-11-14 09:20:00 and 2026-11-14 09:30:00 UTC (2 records)');
});

test('names a record that cannot be read, and opens it', async () => {
  await show([...accesses, accessed({ id: 'odd', minute: 40 })]);
  await expect.element(page.getByText('1 record could not be read in full')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Open one' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'odd: names no message and no folder' }));
  await expect.element(page.getByRole('heading', { name: 'odd', exact: true })).toBeVisible();
});

test('can be stopped, and says how far it came', async () => {
  const set = new ArrayRecordSet();
  const folders = (index: number) => inbox(`<${index}@x>`);
  const many = Array.from({ length: 120 }, (_, index) =>
    accessed({ id: `m${index}`, minute: index % 60, folders: folders(index) }),
  );
  await set.page(pageOf(0, 1, many));
  set.cover('complete');
  const open = set.open.bind(set);
  const waiting: (() => void)[] = [];
  vi.spyOn(set, 'open').mockImplementation((view, signal) => {
    const opened = open(view, signal);
    const records = opened.records.bind(opened);
    vi.spyOn(opened, 'records').mockImplementation(async (...asked) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return records(...asked);
    });
    return opened;
  });
  const held = { key: 'stopped', id: Math.random(), set, intake: set, released: new AbortController().signal };
  await render(<Screen held={held} show="messagesRead" />);
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
  for (const go of waiting) go();
  await expect.element(page.getByText('Stopped: the latest 50 of 120 records were read')).toBeVisible();
  await expect.element(list()).toHaveAttribute('aria-rowcount', '51');
});

test('says when no record tells of messages that were read', async () => {
  await show([]);
  await expect.element(page.getByRole('heading', { name: 'No record tells of messages that were read' })).toBeVisible();
});

test('filters hold for messages as for records', async () => {
  await show(accesses, { show: 'messagesRead', filters: [keepOnly('path:SessionId', 's-2')] });
  await expect.element(region().getByText('2 messages · from 1 record')).toBeVisible();
});

test('exports the list as a table that runs no formula', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'about:blank#';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await show(accesses);
  await expect.element(list()).toHaveAttribute('aria-rowcount', '5');
  await userEvent.click(region().getByRole('button', { name: 'Export CSV' }));
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  const text = (await saved[0]?.text()) ?? '';
  expect(text.split('\r\n')).toHaveLength(6);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  vi.restoreAllMocks();
});
