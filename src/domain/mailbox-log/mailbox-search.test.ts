import { expect, test } from 'vitest';
import { commandLine } from '~/domain/exchange/command';
import {
  collectCommands,
  describeMailboxSearch,
  type MailboxSearch,
  mailboxSearchSchema,
  nameOfMailboxSearch,
  searchableActions,
  searchCommand,
} from './mailbox-search';
import { sampleMailboxSearch as search } from './mailbox-search.fixture';

const background = (change: Partial<MailboxSearch> = {}) =>
  search({ way: 'background', recipients: ['audit@contoso.com'], ...change });

test('a search now is one line of Search-MailboxAuditLog', () => {
  expect(commandLine(searchCommand(search()))).toBe(
    "Search-MailboxAuditLog -Identity 'ada@contoso.com' -StartDate '2026-11-14 00:00:00Z' -EndDate '2026-11-21 00:00:00Z'" +
      " -LogonTypes 'Admin', 'Delegate' -ResultSize 1000 -ShowDetails",
  );
});

test('several mailboxes are searched at once without details', () => {
  const several = search({ mailboxes: ['a@contoso.com', 'b@contoso.com'], showDetails: false });
  expect(searchCommand(several)).toMatchObject({ parameters: { Mailboxes: ['a@contoso.com', 'b@contoso.com'] }, switches: [] });
});

test('everything that can be asked for is written', () => {
  const all = { operations: ['SendAs'], externalAccess: true, hasAttachments: true, groupMailbox: true, inactiveMailbox: true };
  expect(commandLine(searchCommand(search(all)))).toMatch(
    / -Operations 'SendAs' -ExternalAccess \$true -HasAttachments \$true -ResultSize 1000 -ShowDetails -GroupMailbox -IncludeInactiveMailbox$/,
  );
});

test('a search in the background is one line of New-MailboxAuditLogSearch, with nothing of a search now', () => {
  const asked = background({ name: "Ada's mail", inactiveMailbox: true });
  expect(commandLine(searchCommand(asked))).toBe(
    "New-MailboxAuditLogSearch -Name 'Ada''s mail' -Mailboxes 'ada@contoso.com' -StartDate '2026-11-14 00:00:00Z'" +
      " -EndDate '2026-11-21 00:00:00Z' -LogonTypes 'Admin', 'Delegate' -StatusMailRecipients 'audit@contoso.com' -ShowDetails",
  );
  expect(searchCommand(background({ mailboxes: [] })).parameters).not.toHaveProperty('Mailboxes');
});

test('the background knows the twelve classic actions, a search now every action there is', () => {
  expect(searchableActions('background')).toHaveLength(12);
  expect(searchableActions('now')).toEqual(expect.arrayContaining(['MailItemsAccessed', 'UpdateComplianceTag', 'Copy']));
  expect(searchableActions('now')).not.toContain('AddFolderPermissions');
});

test('is told in words', () => {
  expect(describeMailboxSearch(search())).toBe(
    'Everything done in ada@contoso.com by administrators and delegates, 14 to 20 Nov 2026 UTC',
  );
  const all = background({ mailboxes: [], operations: ['SendAs', 'MailItemsAccessed'], logonTypes: ['External'] });
  expect(describeMailboxSearch({ ...all, externalAccess: true, hasAttachments: true, showDetails: false })).toMatch(
    /^Sent message using Send As permissions and .* in all mailboxes by Microsoft’s administrators, external access only, with attachments, last access only, /,
  );
  const many = ['a', 'b', 'c', 'd', 'e'].map((each) => `${each}@x.com`);
  expect(describeMailboxSearch(search({ mailboxes: many }))).toContain('a@x.com, b@x.com, c@x.com and 2 more');
  expect(nameOfMailboxSearch(search())).toBe('Mailbox audit log of ada@contoso.com');
  expect(nameOfMailboxSearch(background({ mailboxes: [] }))).toBe('Mailbox audit log of all mailboxes');
  expect(nameOfMailboxSearch(background({ name: 'Case 12' }))).toBe('Case 12');
});

test('what is mailed is read mailbox by mailbox, external accesses by a question of their own', () => {
  const asked = background({ mailboxes: [], logonTypes: ['Delegate', 'External'], showDetails: false });
  expect(collectCommands(asked, 'bob@contoso.com')).toMatchObject([
    { parameters: { Identity: 'bob@contoso.com', LogonTypes: ['Delegate'], ResultSize: 250_000 }, switches: ['ShowDetails'] },
    { parameters: { Identity: 'bob@contoso.com', ExternalAccess: true }, switches: ['ShowDetails'] },
  ]);
  expect(collectCommands(asked, 'bob@contoso.com')[1]?.parameters).not.toHaveProperty('LogonTypes');
});

test('survives being stored', () => {
  expect(mailboxSearchSchema.parse(JSON.parse(JSON.stringify(background())))).toEqual(background());
});
