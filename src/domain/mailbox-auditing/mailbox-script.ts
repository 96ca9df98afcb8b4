// A change to mailboxes as PowerShell, the way an administrator would write it: one line for one mailbox, a loop for several, a
// pipeline for all of a type. Ends with the lines that read it back.

import { type Command, commandLine } from '~/domain/exchange/command';
import { powerShellComment, quotePowerShell } from '~/domain/exchange/power-shell';
import { type Edition, editionNames, type LogonType, logonTypes } from './mailbox-actions';
import type { MailboxAuditing } from './mailbox-auditing';
import { type AuditingEdit, bypassCmdlet, changeCommands } from './mailbox-changes';
import { allMailboxes, forAddress, setAuditingOn } from './mailbox-commands';
import type { ChangeGroup } from './mailbox-plan';

/** Whose: some by their addresses, or all of these types (`RecipientTypeDetails`). */
export type ScriptTarget = { readonly addresses: readonly string[] } | { readonly types: readonly string[] };

export interface ScriptStep {
  readonly target: ScriptTarget;
  readonly edit: AuditingEdit;
}

/** Mailboxes that get the same commands together, and all of a type as such. `everyone` are all there are. */
export function scriptSteps(
  groups: readonly ChangeGroup[],
  everyone: readonly MailboxAuditing[],
  edition: Edition,
): readonly ScriptStep[] {
  const steps = new Map<string, { readonly mailboxes: MailboxAuditing[]; readonly edit: AuditingEdit }>();
  for (const { mailboxes, edit } of groups) {
    const key = JSON.stringify(changeCommands(edit, edition));
    const step = steps.get(key) ?? { mailboxes: [], edit };
    steps.set(key, step);
    for (const mailbox of mailboxes) step.mailboxes.push(mailbox);
  }
  const countOf = countTypes(everyone);
  return [...steps.values()].map(({ mailboxes, edit }) => {
    const types = [...countTypes(mailboxes)];
    const isAllOfThem = mailboxes.length > 1 && types.every(([type, count]) => countOf.get(type) === count);
    const target = isAllOfThem ? { types: types.map(([type]) => type) } : { addresses: mailboxes.map(({ address }) => address) };
    return { target, edit };
  });
}

function countTypes(mailboxes: readonly MailboxAuditing[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of mailboxes) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

export function changeScript(steps: readonly ScriptStep[], edition: Edition): string {
  return [opening(edition), ...steps.map((step) => stepLines(step, edition).join('\n'))].join('\n\n').concat('\n');
}

/** How every mailbox is audited, and who is bypassed. */
export function listScript(edition: Edition): string {
  return [
    opening(edition),
    '',
    ...(edition === 'today' ? ['Get-OrganizationConfig | Format-List -Property AuditDisabled', ''] : []),
    `${commandLine(allMailboxes)} |`,
    `  Select-Object -Property ${allProperties(edition)} |`,
    "  Export-Csv -Path 'mailbox-auditing.csv' -NoTypeInformation -Encoding UTF8",
    '',
    'Get-MailboxAuditBypassAssociation -ResultSize Unlimited | Where-Object { $_.AuditByPassEnabled }',
    '',
  ].join('\n');
}

function allProperties(edition: Edition): string {
  const sets = edition === 'today' ? ["@{Name='DefaultAuditSet'; Expression={$_.DefaultAuditSet -join ', '}}"] : [];
  return ['UserPrincipalName', 'AuditEnabled', 'AuditLogAgeLimit', ...logonTypes.map(joined), ...sets].join(', ');
}

/** Auditing for the organization, read back. */
export function organizationScript(isOn: boolean): string {
  return [
    opening('today'),
    '',
    commandLine(setAuditingOn(isOn)),
    'Get-OrganizationConfig | Format-List -Property AuditDisabled',
    '',
  ].join('\n');
}

function opening(edition: Edition): string {
  if (edition === 'server') return '# Run it in the Exchange Management Shell.';
  return powerShellComment(`Run Connect-ExchangeOnline first.${edition === 'today' ? '' : ` For ${editionNames[edition]}.`}`);
}

/** A command, and what is looked at in its answer: `''` of one that changes something. */
interface Line {
  readonly command: Command;
  readonly shown: string;
}

function stepLines({ target, edit }: ScriptStep, edition: Edition): readonly string[] {
  const changes = changeCommands(edit, edition).map((command): Line => ({ command, shown: '' }));
  const readings = readingsOf(changes, edit, edition);
  if ('types' in target) return [...changes, ...readings].map((line) => forTypes(target.types, line));
  const [address = '', ...others] = target.addresses;
  if (others.length === 0)
    return [...changes, ...readings].map(({ command, shown }) => `${commandLine(forAddress(command, address))}${show(shown)}`);
  return [
    '$mailboxes = @(',
    target.addresses.map((each) => `  ${quotePowerShell(each)}`).join(',\n'),
    ')',
    ...loop(changes),
    ...loop(readings),
  ];
}

/** Looks at what was changed, and at nothing else. */
function readingsOf(changes: readonly Line[], { isEnabled, ageLimitDays, actions }: AuditingEdit, edition: Edition): Line[] {
  const isOfAccount = ({ command }: Line) => command.cmdlet === bypassCmdlet;
  const touched = logonTypes.filter((logon) => actions[logon] === 'defaults' || Object.keys(actions[logon]).length > 0);
  const properties = [
    'UserPrincipalName',
    ...(isEnabled === undefined ? [] : ['AuditEnabled']),
    ...(ageLimitDays === undefined ? [] : ['AuditLogAgeLimit']),
    ...(touched.length > 0 && edition === 'today' ? ['DefaultAuditSet'] : []),
    ...touched.map(joined),
  ];
  return [
    ...(changes.every(isOfAccount) ? [] : [{ command: { cmdlet: 'Get-Mailbox', parameters: {} }, shown: properties.join(', ') }]),
    ...(changes.some(isOfAccount)
      ? [{ command: { cmdlet: 'Get-MailboxAuditBypassAssociation', parameters: {} }, shown: 'Name, AuditByPassEnabled' }]
      : []),
  ];
}

function show(properties: string): string {
  return properties === '' ? '' : ` | Format-List -Property ${properties}`;
}

/** A list printed as it is ends after four actions. */
function joined(logon: LogonType): string {
  return `@{Name='Audit${logon}'; Expression={$_.Audit${logon} -join ', '}}`;
}

function loop(lines: readonly Line[]): readonly string[] {
  return [
    'foreach ($mailbox in $mailboxes) {',
    ...lines.map(({ command, shown }) => `  ${commandFor('$mailbox', command)}${show(shown)}`),
    '}',
  ];
}

/** With an expression for whose turn it is. */
function commandFor(expression: string, { cmdlet, parameters }: Command): string {
  return commandLine({ cmdlet, parameters }).replace(cmdlet, () => `${cmdlet} -Identity ${expression}`);
}

function forTypes(types: readonly string[], { command, shown }: Line): string {
  const filter = types.map((type) => `RecipientTypeDetails -eq ${quotePowerShell(type)}`).join(' -or ');
  const all = `Get-Mailbox -ResultSize Unlimited -Filter {${filter}}`;
  if (command.cmdlet === 'Get-Mailbox') return `${all}${show(shown)}`;
  if (command.cmdlet === 'Set-Mailbox') return `${all} | ${commandLine(command)}`;
  // Accounts take no mailbox out of a pipeline.
  return `${all} | ForEach-Object { ${commandFor('$_.UserPrincipalName', command)} }${show(shown)}`;
}
