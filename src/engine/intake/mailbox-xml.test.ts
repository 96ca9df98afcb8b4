import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MailboxAuditEntry, toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { mailboxXmlEvent, mailboxXmlHead, mailboxXmlTail } from '~/domain/mailbox-log/mailbox-audit-xml';
import { placeWords } from '~/domain/record/record-place';
import type { ResultView } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { noReceipt, rawAt } from '~/engine/record-sets.fixture';

const whole: ResultView = { text: '', filters: [], sort: [] };

/** As Exchange mails it. */
const sample = `<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<SearchResults>
  <Event MailboxGuid="d25f8e0b-4f24-4c1e-8a11-0d8a4e6a2f10" Owner="Anna Lind" LastAccessed="2013-05-24T11:27:51-07:00" Operation="FolderBind" OperationResult="Succeeded" LogonType="Admin" FolderId="LgAAAAD0" FolderPathName="\\Inbox" ClientInfoString="Client=OWA;Action=ViaProxy" ClientIPAddress="203.0.113.9" InternalLogonType="Owner" MailboxOwnerUPN="anna@contoso.com" MailboxOwnerSid="S-1-5-21-1" CrossMailboxOperation="false" LogonUserDisplayName="Administrator" LogonUserSid="S-1-5-21-500" />
  <Event MailboxGuid="d25f8e0b-4f24-4c1e-8a11-0d8a4e6a2f10" Owner="Anna Lind" LastAccessed="2013-05-24T11:30:02-07:00" Operation="MoveToDeletedItems" OperationResult="Succeeded" LogonType="Delegate" FolderPathName="\\Inbox" MailboxOwnerUPN="anna@contoso.com" LogonUserDisplayName="Eve &lt;Berg&gt;">
    <SourceItems>
      <Item Id="RgAAAAD1" Subject="R&amp;D &quot;plans&quot;&#xA;2013" FolderPathName="\\Inbox" />
      <Item Id="RgAAAAD2" Subject="" FolderPathName="\\Inbox" />
    </SourceItems>
  </Event>
  <Event LastAccessed="2013-05-25T08:00:00Z" LogonType="Owner">
    <Operation>SoftDelete</Operation>
    <MailboxOwnerUPN>bo@contoso.com</MailboxOwnerUPN>
    <SourceFolders><Folder Id="LgAA" PathName="\\Sent" /></SourceFolders>
    <Note><![CDATA[<Event> is & stays text]]></Note>
  </Event>
</SearchResults>
`;

const event = (n: number) => `<Event Identity="e${n}" Operation="Move" MailboxGuid="g" LastAccessed="2013-05-24T11:27:51Z"/>`;
const results = (...events: string[]) => `<SearchResults>\n${events.join('\n')}\n</SearchResults>`;

async function opened(content: BlobPart, name = 'SearchResult.xml') {
  const set = new ColumnRecordSet();
  const receipt = await set.file(new File([content], name));
  return { set, receipt };
}

async function idsOf(set: ColumnRecordSet): Promise<string[]> {
  const view = set.open(whole);
  return (await view.rows(0, 1000, [])).map(({ key }) => key);
}

async function entriesOf(set: ColumnRecordSet): Promise<unknown[]> {
  const { rowCount } = await allFound(set.open(whole));
  return Promise.all(Array.from({ length: rowCount }, async (_, row) => JSON.parse((await rawAt(set, row)).auditData)));
}

async function exported(set: ColumnRecordSet): Promise<string> {
  const view = set.open(whole);
  return new Response(view.export({ kind: 'mailboxXml' })).text();
}

test('opens the file Exchange mails', async () => {
  const { set, receipt } = await opened(sample);
  expect(receipt).toEqual({ ...noReceipt, cutOff: 0, added: 3, recognisedAs: 'Mailbox audit log XML' });
  const view = set.open(whole);
  const rows = await view.rows(0, 10, ['user', 'operation', 'recordType', 'item', 'detail', 'ip', 'result', 'path:LogonType']);
  expect(rows.map(({ time, values }) => [new Date(time).toISOString(), ...Object.values(values)])).toEqual([
    [
      '2013-05-24T18:27:51.000Z',
      'Administrator',
      'FolderBind',
      'ExchangeItem',
      'anna@contoso.com',
      '\\Inbox',
      '203.0.113.9',
      'Succeeded',
      'Admin',
    ],
    [
      '2013-05-24T18:30:02.000Z',
      'Eve <Berg>',
      'MoveToDeletedItems',
      'ExchangeItemGroup',
      'R&D "plans"\n2013',
      '\\Inbox',
      'Succeeded',
      'Delegate',
    ],
    ['2013-05-25T08:00:00.000Z', 'bo@contoso.com', 'SoftDelete', 'ExchangeItem', 'bo@contoso.com', 'Owner'],
  ]);
  expect(placeWords((await rawAt(set, 1)).origin)).toBe('SearchResult.xml, entry 2');
  expect((await entriesOf(set))[2]).toEqual({
    LastAccessed: '2013-05-25T08:00:00Z',
    LogonType: 'Owner',
    Operation: 'SoftDelete',
    MailboxOwnerUPN: 'bo@contoso.com',
    SourceFolders: [{ Id: 'LgAA', PathName: '\\Sent' }],
    Note: '<Event> is & stays text',
  });
});

test('opens it in UTF-16, with a byte order mark, and with entries as children of a longer prologue', async () => {
  const text = `\ufeff${sample}`;
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  for (const content of [
    units.buffer,
    text,
    `\ufeff\n <!DOCTYPE SearchResults [<!ENTITY a "]>"><!-- ' -->]>${sample.slice(sample.indexOf('<!--'))}`,
  ])
    expect((await opened(content)).receipt).toMatchObject({ added: 3, rejected: 0 });
});

test('the same entry in two files is one record', async () => {
  const { set } = await opened(sample);
  expect(await set.file(new File([sample], 'again.xml'))).toMatchObject({ added: 0, duplicates: 3 });
});

// files.md D6.
test('what stands in one file three times without an identity happened three times, however often the file is opened', async () => {
  const same =
    '<Event MailboxOwner="anna@contoso.com" Owner="anna" Operation="HardDelete" LastAccessed="2024-01-02T03:04:05+00:00"/>';
  const file = (count: number) => results(same.repeat(count));
  const { set, receipt } = await opened(file(3));
  expect(receipt).toMatchObject({ added: 3, duplicates: 0 });
  expect(await set.file(new File([file(3)], 'again.xml'))).toMatchObject({ added: 0, duplicates: 3 });
  expect(await set.file(new File([file(4)], 'longer.xml'))).toMatchObject({ added: 1, duplicates: 3 });
  expect(set.state.get()).toMatchObject({ records: 4, namesakes: 0 });
});

test('records of two files keep the names of their files', async () => {
  const { set } = await opened(results(event(1)), 'a.xml');
  await set.file(new File([results(event(2))], 'b.xml'));
  expect(placeWords((await rawAt(set, 0)).origin)).toBe('a.xml, entry 1');
  await set.file(new File(['{"Id":"x","CreationTime":"2024-01-01","Operation":"Send"}'], 'c.json'));
  const sources = await Promise.all([1, 2].map(async (row) => placeWords((await rawAt(set, row)).origin)));
  expect(sources).toEqual(['b.xml, entry 1', 'c.json, line 1']);
});

test('a search that found nothing is an empty file, not a wrong one', async () => {
  for (const content of ['<?xml version="1.0"?><SearchResults/>', '<SearchResults></SearchResults>'])
    expect((await opened(content)).receipt).toMatchObject({ added: 0, rejected: 0 });
});

const damages: [what: string, damaged: string, reason: RegExp][] = [
  ['a quotation mark is missing', '<Event Operation="Move/>', /^It is not well-formed XML/],
  ['an attribute is there twice', '<Event Operation="Move" Operation="Copy"/>', /duplicate attribute/],
  ['an angle bracket stands in a value', '<Event Operation="a < b" MailboxGuid="g"/>', /disallowed character/],
  ['it is never closed', '<Event Operation="Move"><SourceItems>', /unclosed tag/],
  ['a comment in it never ends', '<Event Operation="Move"><!-- </Event>', /^It is not well-formed XML/],
  ['it uses an entity', '<Event Operation="Move" MailboxGuid="&lol;"/>', /undefined entity/],
  ['it uses a property of objects as an entity', '<Event Operation="Move" MailboxGuid="&constructor;"/>', /undefined entity/],
  ['it is something else', '<Evnt Operation="Move"/>', /^It stands between/],
  ['it lost its beginning', 'vent Operation="Move"/>', /^It stands between/],
  ['it has no operation', '<Event MailboxGuid="g"/>', /no operation or no mailbox/],
  ['it has no time', '<Event Operation="Move" MailboxGuid="g"/>', /^It has no time/],
  ['its time is none', '<Event Operation="Move" MailboxGuid="g" LastAccessed="noon"/>', /^Its time cannot be read: noon/],
  ['it goes deep', `<Event>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</Event>`, /nested too deeply/],
];

test.each(damages)('when %s, one record is lost and shown', async (_, damaged, reason) => {
  const { set, receipt } = await opened(results(event(1), damaged, event(2), event(3)));
  expect(receipt).toMatchObject({ added: 3, rejected: 1 });
  expect(await idsOf(set)).toEqual(['e1', 'e2', 'e3']);
  expect(await set.rejected()).toEqual([
    {
      reason: expect.stringMatching(reason),
      raw: expect.stringContaining(damaged.slice(0, 1000)),
      source: 'SearchResult.xml, entry 2',
    },
  ]);
});

test('a file cut off anywhere keeps the entries before', async () => {
  const text = results(event(1), event(2), event(3));
  for (let end = text.indexOf(event(1)); end < text.length; end++) {
    const { set, receipt } = await opened(text.slice(0, end));
    const complete = [1, 2, 3].filter((n) => text.slice(0, end).includes(event(n)));
    expect([end, await idsOf(set)]).toEqual([end, complete.map((n) => `e${n}`)]);
    expect(receipt.rejected).toBeLessThan(2);
  }
});

test('entities do not expand and nothing outside is asked for', async () => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const bomb = `<!DOCTYPE SearchResults [<!ENTITY l0 "lol">${levels}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const uses = (name: string) => `<Event Operation="Move" MailboxGuid="&${name};" LastAccessed="2013-05-24T11:27:51Z"/>`;
  const { receipt } = await opened(`${bomb}${results(uses('l9'), uses('x'), event(1))}`);
  expect(receipt).toMatchObject({ added: 1, rejected: 2 });
});

test('what is opened again and again and never closed is read past in no time', async () => {
  const endless = ['<!--', '<![CDATA[', '<?', '<!DOCTYPE [ ', '<!DOCTYPE "'].map((start) => start.repeat(20_000));
  for (const text of [...endless, `<Event Operation="Move">${endless[0]}`, `<Event Operation="Move">${endless[3]}`])
    expect((await opened(`${results(event(1))}${text}`)).receipt).toMatchObject({ added: 1 });
  const prologue = `<!DOCTYPE SearchResults [${'<!ELEMENT a ['.repeat(20_000)}`;
  await expect(opened(`${prologue}${results(event(1))}`)).rejects.toMatchObject({ kind: 'not-an-audit-log' });
  const repeated = `<Event Identity="e1" Operation="Move" MailboxGuid="g" LastAccessed="2013-05-24">${'<a>b</a>'.repeat(50_000)}</Event>`;
  const [entry] = await entriesOf((await opened(results(repeated))).set);
  expect(entry).toMatchObject({ a: Array.from({ length: 50_000 }, () => 'b') });
});

test('a first event that is no entry costs nothing but itself', async () => {
  const { receipt } = await opened(results('<Event Operation="" MailboxGuid="g"/>', event(1), event(2)));
  expect(receipt).toMatchObject({ added: 2, rejected: 1 });
});

test('refuses XML that is no mailbox audit log and says what it found', async () => {
  const refusals: [text: string, message: RegExp][] = [
    [
      '<!DOCTYPE html>\n<html><body>Sign in</body></html>',
      /^This looks like XML, but its outermost element is html: not SearchResults/,
    ],
    ['<!doctype html><title>Sign in</title>', /outermost element is title/],
    ['<?xml version="1.0"?><Objs Version="1.1.0.1"/>', /outermost element is Objs/],
    ['<', /holds no element/],
    ['<!-- never ends', /holds no element/],
    [
      '<SearchResults><Event Caller="admin" Cmdlet="Set-Mailbox" ObjectModified="anna"/></SearchResults>',
      /its first event has the properties Caller, Cmdlet, ObjectModified: not an Operation and a mailbox/,
    ],
  ];
  for (const [text, message] of refusals)
    await expect(new ColumnRecordSet().file(new File([text], 'x.xml'))).rejects.toMatchObject({
      kind: 'not-an-audit-log',
      message: expect.stringMatching(message),
    });
});

test('reads a file larger than it looks at once, tells how far it is, and stops when told to', async () => {
  const events = Array.from({ length: 30_000 }, (_, i) => event(i));
  const file = new File([results(...events)], 'large.xml');
  const set = new ColumnRecordSet();
  const seen: number[] = [];
  const receipt = await set.file(file, { onProgress: ({ bytesRead, added }) => seen.push(bytesRead, added) });
  expect(receipt).toMatchObject({ added: events.length, rejected: 0 });
  expect(seen.length).toBeGreaterThan(4);
  expect(seen.slice(-2)).toEqual([file.size, events.length]);
  expect(placeWords((await rawAt(set, 20_000)).origin)).toBe('large.xml, entry 20001');
  const stopped = new ColumnRecordSet();
  const controller = new AbortController();
  const reading = stopped.file(file, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect((await idsOf(stopped))[0]).toBe('e0');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' a\tb\r\n', '"<&>\'', ']]>', '&amp;', '\u0085\u2028\ud83d\ude00'),
);
const readable = anyText.filter((text) => !/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/u.test(text));
const listed = fc.array(fc.record({ Id: readable, Subject: readable, FolderPathName: readable }, { requiredKeys: ['Id'] }), {
  maxLength: 3,
});
const entries: fc.Arbitrary<MailboxAuditEntry> = fc.record(
  {
    Identity: fc.uuid(),
    Operation: readable.map((text) => `O${text}`),
    MailboxOwnerUPN: readable.map((text) => `M${text}`),
    LastAccessed: fc.constant('2013-05-24T11:27:51-07:00'),
    ClientInfoString: readable,
    LogonUserDisplayName: readable,
    Unknown: readable,
    SourceItems: listed,
    SourceFolders: listed,
  },
  { requiredKeys: ['Identity', 'Operation', 'MailboxOwnerUPN', 'LastAccessed'] },
);

test('whatever the texts are, what is written is read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(entries, { selector: ({ Identity }) => Identity }), async (written) => {
      const xml = [mailboxXmlHead, ...written.map(mailboxXmlEvent), mailboxXmlTail].join('');
      const { set, receipt } = await opened(xml);
      expect(receipt).toMatchObject({ added: written.length, rejected: 0 });
      expect(await entriesOf(set)).toEqual(written);
      expect(await exported(set)).toBe(xml);
    }),
  );
});

test('what XML cannot hold becomes the replacement character', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const entry = { Identity: 'i', Operation: 'Move', MailboxGuid: 'g', LastAccessed: '2013-05-24', ItemSubject: text };
      const { set } = await opened(`${mailboxXmlHead}${mailboxXmlEvent(entry)}${mailboxXmlTail}`);
      const [read] = await entriesOf(set);
      const expected = text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, '\ufffd');
      expect(read).toEqual({ ...entry, ItemSubject: expected });
    }),
  );
});

test('records of the unified audit log go out as XML and come back as the same entries', async () => {
  const about = (n: number) => ({
    Id: `00000000-0000-4000-8000-00000000000${n}`,
    RecordType: 2,
    CreationTime: `2026-05-24T18:27:5${n}`,
    Operation: 'SendAs',
    UserId: 'eve@contoso.com',
    LogonType: 2,
    MailboxOwnerUPN: 'anna@contoso.com',
    Item: { Id: `i${n}`, Subject: `"=1+1"\r\n${n}`, ParentFolder: { Path: '\\Drafts' } },
  });
  const records = [about(1), { ...about(2), RecordType: 1, Operation: 'Add-MailboxPermission' }, about(3)];
  const first = new ColumnRecordSet();
  await first.file(new File([records.map((record) => JSON.stringify(record)).join('\n')], 'audit.jsonl'));
  const { set, receipt } = await opened(await exported(first));
  expect(receipt).toMatchObject({ added: 2, rejected: 0 });
  expect(await idsOf(set)).toEqual([about(1).Id, about(3).Id]);
  expect(await entriesOf(set)).toEqual([about(1), about(3)].map(toMailboxAuditEntry));
});
