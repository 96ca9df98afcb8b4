// Sign-ins and directory changes. ResultStatus of a sign-in only says that the request was answered: whether it let someone
// in is told by the operation, LogonError and ErrorNumber.

import { applicationName } from '~/domain/catalogue/application-names';
import { textAt } from './audit-data';
import { changedProperties, changedValue } from './changed-properties';
import { directoryDeed } from './directory-deeds';
import type { Account, Fact, RecordReader } from './explanation';
import { say, when } from './sentence';

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
  const name = record.text('ApplicationDisplayName') || applicationName(application) || application || record.text('Application');
  const to = when(name, (text) => say` to ${text}`);
  const told = reasons.get(code);
  const isSignOut = /^userloggedoff$/i.test(record.operation);
  return {
    deed: isSignOut ? say`signed out` : refused ? say`could not sign in${to}` : say`signed in${to}`,
    failed: refused,
    reason: told ? (error ? `${told} (${error})` : told) : error,
    facts: [
      {
        label: isSignOut ? 'Sign-out' : 'Sign-in',
        value: refused ? 'Failed' : 'Succeeded',
        ...(refused ? { tone: 'failure' as const } : {}),
      },
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
      // What the records of before the token service have.
      ...record.facts([
        ['Application', 'Application'],
        ['Client', 'Client'],
        ['Login status', 'LoginStatus'],
        ['Domain', 'UserDomain'],
      ]),
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
  const target = targetName(record);
  return {
    deed: directoryDeed(record.operation, record.activity, target, (property) => changedValue(record, property)),
    facts: [
      ...(target ? [{ label: 'Target', value: target, ...withoutLabel(record.fact('', 'ObjectId'), target) }] : []),
      ...changedProperties(record, isIdentifier),
      ...record.fact('Category', 'ExtendedProperties[extendedAuditEventCategory]', undefined, 'quiet'),
    ],
  };
}

/** The readable identity among those the record lists, else ObjectId: ids of the kind `User_…` name nobody. */
function targetName(record: RecordReader): string {
  const object = record.text('ObjectId');
  if (object.includes('@')) return object;
  const upn = record.list('Target').find((each) => ['5', 'UPN'].includes(textAt(each, 'Type')));
  const name = record.list('Target').find((each) => ['1', 'Name'].includes(textAt(each, 'Type')));
  return textAt(upn, 'ID') || textAt(name, 'ID') || object || textAt(record.list('Target')[0], 'ID');
}

/** Ids and internal names stand beside readable ones, which are enough. */
function isIdentifier(name: string): boolean {
  return name === 'Included Updated Properties' || /\.(ObjectID|TemplateId|WellKnownObjectName)$/.test(name);
}

function withoutLabel(facts: readonly Fact[], value: string): Partial<Fact> {
  const [fact] = facts;
  return fact?.ref && fact.value === value ? { ref: fact.ref, filterValue: fact.filterValue ?? value } : {};
}
