import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordTypes } from '~/domain/catalogue/record-types';
import { inSharedFolder } from '~/lib/shared-folder.fixture';
import { explainRecord } from './explain-record';

const realLogs = inSharedFolder('data');

/** The first record of an operation in a real log: CSV cells and JSON lines both end in the record's own text. */
function realRecord(file: string, operation: string): Record<string, unknown> | undefined {
  const path = `${realLogs}/${file}`;
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const lines = file.endsWith('.csv')
    ? [...text.matchAll(/"(\{(?:[^"]|"")*\})"/g)].map((match) => match[1]?.replaceAll('""', '"') ?? '')
    : [text, ...text.split('\n')];
  for (const line of lines) {
    const parsed = parsedOrUndefined(line);
    for (const row of Array.isArray(parsed) ? parsed : [parsed]) {
      const record = typeof row?.AuditData === 'string' ? parsedOrUndefined(row.AuditData) : (row?.AuditData ?? row);
      if (record?.Operation === operation) return record;
    }
  }
  return undefined;
}

function parsedOrUndefined(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function realTest(name: string, file: string, operation: string, check: (record: Record<string, unknown>) => void) {
  test(name, (context) => {
    const record = realRecord(file, operation);
    if (!record) return context.skip(`no ${operation} record at ${realLogs}/${file}`);
    check(record);
  });
}

const fact = (record: unknown, label: string) => explainRecord(record, []).facts.find((each) => each.label === label);

realTest(
  'says that the recipient opened an encrypted message, not the sender',
  'microsoft-docs/derived/omeportal.ndjson',
  'MessageAccess',
  (record) => {
    expect(explainRecord(record, []).sentence).toBe(
      'samschan.msft@gmail.com opened the encrypted message ‘Support case 1234567’ sent by admin@M365x965352.onmicrosoft.com, signed in with Google, on 2023-03-22 19:00:59 UTC.',
    );
    expect(fact(record, 'Signing in')?.value).toBe('Success (0)');
    expect(fact(record, 'Subject')).toMatchObject({
      ref: 'path:OperationProperties[MailSubject]',
      filterValue: 'Support case 1234567',
    });
  },
);

realTest(
  'keeps a failed view of an attachment apart from signing in',
  'microsoft-docs/derived/omeportal.ndjson',
  'AttachmentReview',
  (record) => {
    expect(explainRecord(record, []).sentence).toMatch(
      /^samschan\.msft@gmail\.com tried to view the attachment ‘Form\.docx’ .*signed in with a one-time passcode.* It failed: the act itself was refused after signing in\.$/,
    );
    expect(fact(record, 'Signing in')).toMatchObject({ value: 'Success (0)' });
    expect(fact(record, 'The act itself')).toMatchObject({ value: 'Failure (1)', tone: 'failure' });
  },
);

realTest(
  'counts messages read in a mailbox, also where lists are written as text',
  'otrf-sentinel/OfficeActivityEvents.json',
  'MailItemsAccessed',
  (record) => {
    expect(explainRecord(record, []).sentence).toBe(
      'pgustavo@simulandlabs.com opened 7 messages in \\Inbox, in their own mailbox, from 1.2.3.4, on 2021-08-02 13:32:07 UTC.',
    );
  },
);

realTest(
  'tells a cmdlet with its parameters',
  'det-eng-samples/t1564.008_markasread_delete_all_email.json',
  'New-InboxRule',
  (record) => {
    expect(explainRecord(record, []).sentence).toContain(
      'ran New-InboxRule on ‘stinger_b5cd7fb7af\\.’ with Name = ‘.’, DeleteMessage = ‘True’',
    );
    expect(fact(record, 'IP address')).toMatchObject({
      value: '154.66.247.79 (recorded as 154.66.247.79:14204)',
      ref: 'ip',
      filterValue: '154.66.247.79',
    });
  },
);

realTest(
  'says why a sign-in failed and to what',
  'det-eng-samples/t1110.003_msolspray-powershell.json',
  'UserLoginFailed',
  (record) => {
    expect(explainRecord(record, []).sentence).toMatch(
      /could not sign in to Azure AD PowerShell, from .* It failed: the user name or password is wrong \(InvalidUserNameOrPassword\)\.$/,
    );
    expect(fact(record, 'Sign-in')).toMatchObject({ value: 'Failed', tone: 'failure' });
  },
);

realTest(
  'names the target and the role of a directory change',
  'det-eng-samples/t1098.001_Add a user to company administrator role.csv',
  'Add member to role.',
  (record) => {
    expect(explainRecord(record, []).sentence).toBe(
      'stinger@contoso.onmicrosoft.com added Alex@contoso.onmicrosoft.com to the role ‘Company Administrator’, on 2023-06-01 13:12:18 UTC.',
    );
    expect(fact(record, 'Role.DisplayName')?.value).toBe('(empty) → Company Administrator');
  },
);

realTest(
  'calls the system account the service itself',
  'det-eng-samples/t1098.002_Mail Account Delegation full access permissions.csv',
  'Add-MailboxPermission',
  (record) => {
    expect(explainRecord(record, []).sentence).toMatch(/^The service itself \(NT AUTHORITY\\SYSTEM/);
  },
);

test('tells whose mailbox was used, and as what', () => {
  const record = {
    RecordType: 3,
    Operation: 'SoftDelete',
    UserId: 'eve@contoso.com',
    MailboxOwnerUPN: 'anna@contoso.com',
    LogonType: 2,
    AffectedItems: [{}, {}],
    Folder: { Path: '\\Inbox' },
  };
  expect(explainRecord(record, []).sentence).toBe(
    'eve@contoso.com deleted 2 items in ‘\\Inbox’ (recoverable), in the mailbox of anna@contoso.com, as a delegate.',
  );
  expect(fact(record, 'Logon type')).toMatchObject({ value: 'Delegated (2)', ref: 'path:LogonType', filterValue: '2' });
});

test('warns that a sync read whole folders', () => {
  const record = {
    RecordType: 50,
    Operation: 'MailItemsAccessed',
    UserId: 'a@b.c',
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Sync' },
      { Name: 'IsThrottled', Value: 'True' },
    ],
    Folders: [{ Path: '\\Inbox' }],
  };
  expect(explainRecord(record, []).sentence).toContain(
    'synchronised the folders \\Inbox to a client (sync: assume all they held was read)',
  );
  expect(fact(record, 'Throttled')?.tone).toBe('failure');
});

test('tells files, sharing, Teams, policies, labels and Copilot', () => {
  const said = (record: object) => explainRecord({ UserId: 'a@b.c', ...record }, []).sentence;
  expect(
    said({
      RecordType: 6,
      Operation: 'FileRenamed',
      ItemType: 'File',
      SourceFileName: 'a.docx',
      DestinationFileName: 'b.docx',
      SiteUrl: 'https://x/s/',
    }),
  ).toBe('a@b.c renamed the file ‘a.docx’ to ‘b.docx’ in https://x/s/.');
  expect(
    said({
      RecordType: 14,
      Operation: 'SharingSet',
      ItemType: 'Folder',
      ObjectId: 'https://x/s/plans',
      TargetUserOrGroupName: 'g@out.org',
      TargetUserOrGroupType: 'Guest',
    }),
  ).toBe('a@b.c shared the folder ‘plans’ with g@out.org (outside the organisation).');
  expect(
    said({ RecordType: 25, Operation: 'MemberAdded', TeamName: 'Ops', Members: [{ UPN: 'x@b.c', Role: 1 }, { UPN: 'y@b.c' }] }),
  ).toBe('a@b.c added x@b.c and y@b.c to the team ‘Ops’.');
  expect(
    said({
      RecordType: 13,
      Operation: 'DlpRuleMatch',
      PolicyDetails: [{ PolicyName: 'Cards', Rules: [{ RuleName: 'r' }] }],
      ExchangeMetaData: { Subject: 'Hi' },
    }),
  ).toBe('a@b.c matched the data loss prevention policy ‘Cards’ with the message ‘Hi’.');
  expect(
    said({
      RecordType: 83,
      Operation: 'SensitivityLabelRemoved',
      SensitivityLabelEventData: { SensitivityLabelId: 'l1' },
      ObjectId: 'c.docx',
    }),
  ).toBe('a@b.c removed the sensitivity label ‘l1’ from ‘c.docx’.');
  expect(
    said({
      RecordType: 261,
      Operation: 'CopilotInteraction',
      CopilotEventData: { AppHost: 'Word', AccessedResources: [{ Name: 'p' }] },
    }),
  ).toBe('a@b.c asked Copilot in Word; it accessed 1 resource.');
  expect(said({ RecordType: 99_999, Operation: 'Whatever', ObjectId: 'thing' })).toBe('a@b.c did ‘Whatever’ to ‘thing’.');
});

test('makes do with the envelope where AuditData is no JSON', () => {
  const { sentence, facts } = explainRecord(undefined, [
    ['UserId', 'a@b.c'],
    ['Operation', 'FileAccessed'],
    ['RecordType', '6'],
    ['CreationDate', '2026-01-24T06:54:24.0000000Z '],
  ]);
  expect(sentence).toBe('a@b.c opened the file, on 2026-01-24 06:54:24 UTC.');
  expect(facts.find(({ label }) => label === 'User')).toMatchObject({ value: 'a@b.c', ref: 'user' });
});

test('keeps the words of the record apart from ours', () => {
  const { parts, sentence } = explainRecord({ UserId: 'x opened everything', Operation: 'y' }, []);
  expect(parts).toContainEqual({ value: 'x opened everything' });
  expect(parts.map((part) => (typeof part === 'string' ? part : part.value)).join('')).toBe(sentence);
});

const names = (
  'RecordType Operation UserId UserType ClientIP CreationTime ResultStatus ObjectId Parameters ModifiedProperties ' +
  'ExtendedProperties OperationProperties Folders AffectedItems Item Members Target PolicyDetails LogonType LogonError ' +
  'CopilotEventData SensitivityLabelEventData Data FileData AttachmentData Recipients Receivers FormTypes SharingInformation ' +
  'EventData EndpointMetaData ExceptionInfo ItemNames RequestType SourceWorkload URLClickAction TargetUserId __proto__ constructor'
).split(' ');
const operations = (
  'MessageAccess,MailItemsAccessed,Send,New-InboxRule,FileAccessed,SharingSet,AddedToGroup,ListItemCreated,UserLoginFailed,' +
  'Add member to role.,MemberAdded,DlpRuleMatch,MipLabel,CopilotInteraction,AlertUpdated,TIMailData,ViewReport,CreateForm,' +
  'FileVisited,SearchCreated,UserSubmission'
).split(',');

test('never throws, whatever a record holds', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      ...operations,
      ...recordTypes.map(({ value }) => value).filter((value) => value < 100),
      'true',
      '[{"Name":1}]',
      '[',
      154,
      261,
      295,
    ),
    fc.array(fc.record({ Name: fc.jsonValue(), Value: fc.jsonValue(), NewValue: fc.jsonValue() }, { requiredKeys: [] })),
  );
  const record = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.dictionary(fc.constantFrom(...names), odd, { noNullPrototype: false }),
  );
  const envelope = fc.array(fc.tuple(fc.constantFrom('UserId', 'RecordType', 'operation', 'clientIp', 'x'), fc.string()));
  void fc.assert(
    fc.property(record, envelope, (auditData, around) => {
      const { sentence, facts } = explainRecord(auditData, around);
      expect(sentence.trim()).not.toBe('');
      for (const { label, value } of facts) expect(typeof label === 'string' && typeof value === 'string').toBe(true);
    }),
    { numRuns: 1000 },
  );
});
