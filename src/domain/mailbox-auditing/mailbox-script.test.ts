import { expect, test } from 'vitest';
import { dayMs } from '~/lib/time';
import { defaultActions, logonTypes } from './mailbox-actions';
import type { MailboxAuditing } from './mailbox-auditing';
import { type AuditingEdit, noEdit, withAction, withLogon } from './mailbox-changes';
import { planChanges } from './mailbox-plan';
import { changeScript, scriptSteps } from './mailbox-script';

function mailbox(address: string, change: Partial<MailboxAuditing> = {}): MailboxAuditing {
  return {
    address,
    name: address,
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
    ...change,
  };
}

const login = withAction(noEdit, 'today', { logon: 'Owner', action: 'MailboxLogin', isOn: true });
const [ada, bob, cy] = [mailbox('ada'), mailbox('bob'), mailbox('cy')] as const;
const info = mailbox('info', { type: 'SharedMailbox' });

/** Without the remark about connecting, and without the reading at the end of each step. */
function lines(chosen: readonly MailboxAuditing[], edit: AuditingEdit, edition: 'today' | 'server' = 'today'): string[] {
  const everyone = [ada, bob, cy, info];
  return changeScript(scriptSteps(planChanges(chosen, edit, edition).groups, everyone, edition), edition)
    .split('\n')
    .filter((line) => /Set-|mailboxes|^[ )}]+/.test(line) && !line.includes('Format-List'));
}

test('one mailbox is one line', () => {
  expect(lines([ada], login)).toEqual(["Set-Mailbox -Identity 'ada' -AuditOwner @{Add='MailboxLogin'}"]);
});

test('several are a list and a loop', () => {
  expect(lines([ada, bob], login)).toEqual([
    '$mailboxes = @(',
    "  'ada',",
    "  'bob'",
    ')',
    'foreach ($mailbox in $mailboxes) {',
    "  Set-Mailbox -Identity $mailbox -AuditOwner @{Add='MailboxLogin'}",
    '}',
    'foreach ($mailbox in $mailboxes) {',
    '}',
  ]);
});

test('all of a type are a pipeline, as in the document', () => {
  expect(lines([ada, bob, cy], login)).toEqual([
    "Get-Mailbox -ResultSize Unlimited -Filter {RecipientTypeDetails -eq 'UserMailbox'} | Set-Mailbox -AuditOwner @{Add='MailboxLogin'}",
  ]);
  expect(lines([ada, bob, cy, info], { ...noEdit, isBypassed: true })).toEqual([
    "Get-Mailbox -ResultSize Unlimited -Filter {RecipientTypeDetails -eq 'UserMailbox' -or RecipientTypeDetails -eq 'SharedMailbox'} | ForEach-Object { Set-MailboxAuditBypassAssociation -Identity $_.UserPrincipalName -AuditBypassEnabled $true }",
  ]);
});

test('everything at once is as few commands as it takes', () => {
  const edit = { ...withLogon(login, 'Admin', 'defaults'), isEnabled: false, ageLimitDays: 30, isBypassed: true };
  expect(lines([mailbox('eve', { defaultSet: [] })], edit)).toEqual([
    "Set-Mailbox -Identity 'eve' -DefaultAuditSet 'Admin'",
    "Set-Mailbox -Identity 'eve' -AuditEnabled $false -AuditLogAgeLimit '30.00:00:00' -AuditOwner @{Add='MailboxLogin'}",
    "Set-MailboxAuditBypassAssociation -Identity 'eve' -AuditBypassEnabled $true",
  ]);
});

test('servers have no DefaultAuditSet: the defaults are written out', () => {
  const eve = mailbox('eve', { actions: { Admin: [], Delegate: [], Owner: ['Move'] }, defaultSet: [] });
  expect(lines([eve], withLogon(noEdit, 'Delegate', 'defaults'), 'server')).toEqual([
    "Set-Mailbox -Identity 'eve' -AuditDelegate 'Create', 'HardDelete', 'SendAs', 'SoftDelete', 'Update'",
  ]);
});

test('reads back what was set, with every action, and nothing else', () => {
  const script = changeScript([{ target: { addresses: ["o'brien"] }, edit: { ...login, isBypassed: false } }], 'today');
  expect(script.split('\n').slice(-3)).toEqual([
    "Get-Mailbox -Identity 'o''brien' | Format-List -Property UserPrincipalName, DefaultAuditSet, @{Name='AuditOwner'; Expression={$_.AuditOwner -join ', '}}",
    "Get-MailboxAuditBypassAssociation -Identity 'o''brien' | Format-List -Property Name, AuditByPassEnabled",
    '',
  ]);
});

test('an address is never more than an address', () => {
  const hostile = "x'; Remove-Mailbox ada; '$(calc)";
  for (const addresses of [[hostile], [hostile, 'bob']]) {
    const script = changeScript([{ target: { addresses }, edit: login }], 'today');
    expect(script.replaceAll("'x''; Remove-Mailbox ada; ''$(calc)'", '')).not.toMatch(/Remove-Mailbox|calc/);
  }
});

test('defaults that are no actions at all empty the list', () => {
  const edit = { ...noEdit, actions: { ...noEdit.actions, Owner: 'defaults' as const } };
  const script = changeScript([{ target: { addresses: ['ada@contoso.com'] }, edit }], 'server');
  expect(script).toContain("Set-Mailbox -Identity 'ada@contoso.com' -AuditOwner $null\n");
});
