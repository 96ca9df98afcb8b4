// Sign-ins and directory changes. ResultStatus of a sign-in only says that the request was answered: whether it let someone
// in is told by the operation, LogonError and ErrorNumber.

import { applicationName } from '~/domain/catalogue/application-names';
import { listAt, textAt, unwrapped } from './audit-data';
import type { Account, Fact, RecordReader } from './explanation';
import { nothing, type Sentence, say, when } from './sentence';

/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
const reasons = new Map([
  ['50034', 'there is no such account'],
  ['50053', 'the account is locked, or the address is blocked'],
  ['50055', 'the password has expired'],
  ['50056', 'there is no password for this account'],
  ['50057', 'the account is disabled'],
  ['50058', 'nobody was signed in for a silent sign-in'],
  ['50072', 'multifactor authentication has to be set up first'],
  ['50074', 'multifactor authentication was not completed'],
  ['50076', 'multifactor authentication is required'],
  ['50079', 'multifactor authentication has to be set up first'],
  ['50126', 'the user name or password is wrong'],
  ['50140', 'the question whether to stay signed in was shown'],
  ['50173', 'the session was revoked'],
  ['53000', 'the device does not comply with the rules'],
  ['53003', 'Conditional Access blocked it'],
  ['65001', 'the application has no consent'],
  ['500121', 'multifactor authentication failed'],
  ['700016', 'the application is not known in this tenant'],
]);

export function explainSignIn(record: RecordReader): Account {
  const error = record.text('LogonError');
  const code = record.text('ErrorNumber', 'ErrorCode');
  const refused = /fail/i.test(record.operation) || error !== '' || /fail/i.test(record.text('ResultStatus'));
  const application = record.text('ApplicationId');
  const name = record.text('ApplicationDisplayName') || applicationName(application) || application;
  const to = when(name, (text) => say` to ${text}`);
  const told = reasons.get(code);
  return {
    deed: refused ? say`could not sign in${to}` : say`signed in${to}`,
    failed: refused,
    reason: told ? (error ? `${told} (${error})` : told) : error,
    facts: [
      { label: 'Sign-in', value: refused ? 'Failed' : 'Succeeded', ...(refused ? { tone: 'failure' as const } : {}) },
      ...record.fact('Error', 'LogonError', undefined, 'failure'),
      ...(code === '0'
        ? []
        : record.fact(
            'Error number',
            ['ErrorNumber', 'ErrorCode'],
            (text) => (reasons.has(text) ? `${text}: ${reasons.get(text)}` : text),
            refused ? 'failure' : undefined,
          )),
      ...record.fact('Application', 'ApplicationId', (id) => (applicationName(id) ? `${applicationName(id)} (${id})` : id)),
      ...record.fact('Resource', 'ObjectId', (id) => (applicationName(id) ? `${applicationName(id)} (${id})` : id)),
      ...record.fact('Request', 'ExtendedProperties[RequestType]'),
      ...record.fact('Operating system', 'DeviceProperties[OS]'),
      ...record.fact('Browser', 'DeviceProperties[BrowserType]'),
      ...record.fact('Device', 'DeviceProperties[DisplayName]'),
      ...record.fact('Session', 'DeviceProperties[SessionId]', undefined, 'quiet'),
      ...record.fact('Browser or app', 'ExtendedProperties[UserAgent]', undefined, 'quiet'),
    ],
  };
}

export function explainDirectoryChange(record: RecordReader): Account {
  const changes = changedProperties(record);
  const target = targetName(record);
  const role = newValue(record, 'Role.DisplayName');
  const group = newValue(record, 'Group.DisplayName');
  const operation = record.operation.replace(/\.$/, '').toLowerCase();
  return {
    deed: directoryDeed(operation, record.activity.replace(/\.$/, ''), target, role, group, newValue(record, 'DisplayName')),
    facts: [
      ...(target ? [{ label: 'Target', value: target, ...withoutLabel(record.fact('', 'ObjectId'), target) }] : []),
      ...changes,
      ...record.fact('Category', 'ExtendedProperties[extendedAuditEventCategory]', undefined, 'quiet'),
    ],
  };
}

function directoryDeed(operation: string, activity: string, target: string, role: string, group: string, name: string): Sentence {
  const who = target ? say`${target}` : say`someone`;
  const roleName = role ? say` ‘${role}’` : nothing;
  const groupName = group ? say` ‘${group}’` : nothing;
  switch (operation) {
    case 'add member to role':
      return say`added ${who} to the role${roleName}`;
    case 'add eligible member to role':
      return say`made ${who} eligible for the role${roleName}`;
    case 'remove member from role':
      return say`removed ${who} from the role${roleName}`;
    case 'add member to group':
      return say`added ${who} to the group${groupName}`;
    case 'remove member from group':
      return say`removed ${who} from the group${groupName}`;
    case 'add user':
      return say`created the user ${who}`;
    case 'update user':
      return say`changed the user ${who}`;
    case 'delete user':
      return say`deleted the user ${who}`;
    case 'reset user password':
      return say`reset the password of ${who}`;
    case 'change user password':
      return say`changed the password of ${who}`;
    case 'add application':
      return say`registered the application ‘${name || target}’`;
    case 'add service principal':
      return say`added the service principal ‘${name || target}’`;
    case 'consent to application':
      return say`consented to the application ‘${name || target}’`;
    case 'disable strong authentication':
      return say`disabled strong authentication of ${who}`;
    case 'delete application password for user':
      return say`deleted an application password of ${who}`;
    default:
      return say`did ‘${activity}’${target ? say` to ${target}` : nothing}`;
  }
}

/** The readable identity among those the record lists, else ObjectId: ids of the kind `User_…` name nobody. */
function targetName(record: RecordReader): string {
  const object = record.text('ObjectId');
  if (object.includes('@')) return object;
  const upn = record.list('Target').find((each) => ['5', 'UPN'].includes(textAt(each, 'Type')));
  const name = record.list('Target').find((each) => ['1', 'Name'].includes(textAt(each, 'Type')));
  return textAt(upn, 'ID') || textAt(name, 'ID') || object || textAt(record.list('Target')[0], 'ID');
}

function newValue(record: RecordReader, name: string): string {
  const entry = record.list('ModifiedProperties').find((each) => textAt(each, 'Name') === name);
  return unwrapped(textAt(entry, 'NewValue')) || unwrapped(textAt(entry, 'OldValue'));
}

/** Ids and internal names stand beside readable ones; the readable ones are enough here, all are under All properties. */
function changedProperties(record: RecordReader): readonly Fact[] {
  const changes = listAt(record.data, 'ModifiedProperties').flatMap((each) => {
    const name = textAt(each, 'Name');
    if (name === '' || name === 'Included Updated Properties' || /\.(ObjectID|TemplateId|WellKnownObjectName)$/.test(name))
      return [];
    const before = shortened(unwrapped(textAt(each, 'OldValue')));
    const after = shortened(unwrapped(textAt(each, 'NewValue')));
    return [{ label: name, value: `${before || '(empty)'} → ${after || '(empty)'}` }];
  });
  return changes.slice(0, 8);
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 120 ? `${flat.slice(0, 120)}…` : flat;
}

function withoutLabel(facts: readonly Fact[], value: string): Partial<Fact> {
  const [fact] = facts;
  return fact?.ref && fact.value === value ? { ref: fact.ref, filterValue: fact.filterValue ?? value } : {};
}
