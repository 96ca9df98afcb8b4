// A change to how mailboxes are audited: what is wanted, what of it a mailbox has not got yet, what it will be like then, and the
// commands that make it so. What is not named in an edit stays as each mailbox has it.
// https://learn.microsoft.com/purview/audit-mailboxes

import type { Command, ParameterValue } from '~/domain/exchange/command';
import { ownValue } from '~/lib/own-value';
import { dayMs } from '~/lib/time';
import { writeDays } from '~/lib/time-span';
import { auditability, defaultActions, type Edition, type LogonType, logonTypes, possibleActions } from './mailbox-actions';
import { followsDefaults, type MailboxAuditing } from './mailbox-auditing';

/** Microsoft's list, or single actions turned on or off. */
export type LogonEdit = 'defaults' | Readonly<Record<string, boolean>>;

export interface AuditingEdit {
  readonly isEnabled?: boolean | undefined;
  readonly ageLimitDays?: number | undefined;
  /** Of the account: what it does in any mailbox. */
  readonly isBypassed?: boolean | undefined;
  readonly actions: Readonly<Record<LogonType, LogonEdit>>;
}

export const noEdit: AuditingEdit = { actions: { Admin: {}, Delegate: {}, Owner: {} } };

export function isEmptyEdit({ isEnabled, ageLimitDays, isBypassed, actions }: AuditingEdit): boolean {
  return (
    [isEnabled, ageLimitDays, isBypassed].every((wanted) => wanted === undefined) &&
    logonTypes.every((logon) => actions[logon] !== 'defaults' && Object.keys(actions[logon]).length === 0)
  );
}

export function withLogon(edit: AuditingEdit, logon: LogonType, wanted: LogonEdit): AuditingEdit {
  return { ...edit, actions: { ...edit.actions, [logon]: wanted } };
}

/** Turned on top of Microsoft's defaults where those were asked for. */
export function withAction(edit: AuditingEdit, edition: Edition, { logon, action, isOn }: ActionSwitch): AuditingEdit {
  const before = edit.actions[logon];
  const known = possibleActions(edition, logon).map((each) => [each, auditability(edition, each, logon) === 'default']);
  return withLogon(edit, logon, { ...(before === 'defaults' ? Object.fromEntries(known) : before), [action]: isOn });
}

/** As each mailbox has it. */
export function withoutAction(edit: AuditingEdit, logon: LogonType, action: string): AuditingEdit {
  const wanted = edit.actions[logon];
  if (wanted === 'defaults') return edit;
  const { [action]: _, ...others } = wanted;
  return withLogon(edit, logon, others);
}

export interface ActionSwitch {
  readonly logon: LogonType;
  readonly action: string;
  readonly isOn: boolean;
}

/** What of the edit is not so already: a logon type that is touched needlessly would leave Microsoft's defaults. */
export function necessaryEdit(mailbox: MailboxAuditing, edit: AuditingEdit, edition: Edition): AuditingEdit {
  const unless = <Value>(wanted: Value | undefined, has: Value) => (wanted === has ? undefined : wanted);
  return {
    isEnabled: unless(edit.isEnabled, mailbox.isEnabled),
    ageLimitDays: unless(edit.ageLimitDays, mailbox.ageLimitMs / dayMs),
    isBypassed: unless(edit.isBypassed, mailbox.isBypassed),
    actions: byLogon((logon) => {
      const wanted = edit.actions[logon];
      if (wanted === 'defaults') return followsDefaults(mailbox, edition, logon) ? {} : wanted;
      return Object.fromEntries(
        Object.entries(wanted).filter(([action, isOn]) => mailbox.actions[logon].includes(action) !== isOn),
      );
    }),
  };
}

/** As it has to read once the edit is made. */
export function editedMailbox(mailbox: MailboxAuditing, edit: AuditingEdit, edition: Edition): MailboxAuditing {
  const { isEnabled, ageLimitDays, isBypassed, actions } = necessaryEdit(mailbox, edit, edition);
  const isTouched = (logon: LogonType) => actions[logon] === 'defaults' || Object.keys(actions[logon]).length > 0;
  return {
    ...mailbox,
    isEnabled: isEnabled ?? mailbox.isEnabled,
    ageLimitMs: ageLimitDays === undefined ? mailbox.ageLimitMs : ageLimitDays * dayMs,
    isBypassed: isBypassed ?? mailbox.isBypassed,
    actions: byLogon((logon) => {
      const wanted = actions[logon];
      if (wanted === 'defaults') return defaultActions(edition, logon);
      const added = switched(wanted, true);
      return [...mailbox.actions[logon].filter((action) => ownValue(wanted, action) !== false), ...added];
    }),
    defaultSet: logonTypes.filter((logon) =>
      isTouched(logon) ? edition === 'today' && actions[logon] === 'defaults' : mailbox.defaultSet.includes(logon),
    ),
  };
}

/** In the order they are run; whose mailbox is left to `forAddress`, or to a pipeline. */
export function changeCommands(edit: AuditingEdit, edition: Edition): readonly Command[] {
  const { isEnabled, ageLimitDays, isBypassed, actions } = edit;
  const restored = edition === 'today' ? logonTypes.filter((logon) => actions[logon] === 'defaults') : [];
  const parameters: Record<string, ParameterValue> = {
    ...(isEnabled !== undefined && { AuditEnabled: isEnabled }),
    ...(ageLimitDays !== undefined && { AuditLogAgeLimit: writeDays(ageLimitDays) }),
  };
  for (const logon of logonTypes) {
    const wanted = actions[logon];
    if (wanted === 'defaults') {
      // Before there was a DefaultAuditSet the defaults are a list like any other.
      if (edition !== 'today') parameters[`Audit${logon}`] = defaultActions(edition, logon);
    } else if (Object.keys(wanted).length > 0) {
      const add = switched(wanted, true);
      const remove = switched(wanted, false);
      parameters[`Audit${logon}`] = { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) };
    }
  }
  return [
    ...(restored.length > 0 ? [{ cmdlet: 'Set-Mailbox', parameters: { DefaultAuditSet: restored } }] : []),
    ...(Object.keys(parameters).length > 0 ? [{ cmdlet: 'Set-Mailbox', parameters }] : []),
    ...(isBypassed === undefined ? [] : [{ cmdlet: bypassCmdlet, parameters: { AuditBypassEnabled: isBypassed } }]),
  ];
}

function switched(actions: Readonly<Record<string, boolean>>, to: boolean): readonly string[] {
  return Object.entries(actions).flatMap(([action, isOn]) => (isOn === to ? [action] : []));
}

/** Of accounts, not of mailboxes. */
export const bypassCmdlet = 'Set-MailboxAuditBypassAssociation';

/** The action as it stands after the edit: in none of the mailboxes, in all, or in some; of none it is not known. */
export function actionState(
  { logon, action }: Pick<ActionSwitch, 'logon' | 'action'>,
  edit: AuditingEdit,
  edition: Edition,
  count: { readonly having: number; readonly outOf: number },
): boolean | 'mixed' {
  const wanted = edit.actions[logon];
  if (wanted === 'defaults') return auditability(edition, action, logon) === 'default';
  const isWanted = ownValue(wanted, action);
  if (isWanted !== undefined) return isWanted;
  if (count.outOf === 0) return 'mixed';
  return count.having === 0 ? false : count.having === count.outOf || 'mixed';
}

/** In how many of the mailboxes each action is logged, by logon type. */
export function countActions(mailboxes: readonly MailboxAuditing[]): Readonly<Record<LogonType, ReadonlyMap<string, number>>> {
  return byLogon((logon) => {
    // Tens of thousands of mailboxes share a handful of lists.
    const timesOf = new Map<readonly string[], number>();
    for (const { actions } of mailboxes) timesOf.set(actions[logon], (timesOf.get(actions[logon]) ?? 0) + 1);
    const counts = new Map<string, number>();
    for (const [list, times] of timesOf) for (const action of list) counts.set(action, (counts.get(action) ?? 0) + times);
    return counts;
  });
}

/** Whether the logon type leaves Microsoft's defaults by the change, or comes back to them. */
export function movesFromDefaults(
  before: MailboxAuditing,
  after: MailboxAuditing,
  edition: Edition,
  logon: LogonType,
): 'leaves' | 'returns' | undefined {
  const [was, is] = [before, after].map((mailbox) => followsDefaults(mailbox, edition, logon));
  if (was === is) return undefined;
  return is ? 'returns' : 'leaves';
}

/** As `differenceFromDefault`, between two states of a mailbox. */
export function actionsChanged(before: MailboxAuditing, after: MailboxAuditing, logon: LogonType) {
  const had = before.actions[logon];
  const has = after.actions[logon];
  return {
    added: has.filter((action) => !had.includes(action)),
    removed: had.filter((action) => !has.includes(action)),
  };
}

function byLogon<Value>(read: (logon: LogonType) => Value): Record<LogonType, Value> {
  return { Admin: read('Admin'), Delegate: read('Delegate'), Owner: read('Owner') };
}
