import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSharedFolder } from '~/lib/shared-folder.fixture';
import { activities, activityName, friendlyNameOf } from './activities';
import { operationWords } from './operation-words';

test.each([
  ['ListViewed', 'List viewed'],
  ['SearchQueryPerformed', 'Search query performed'],
  ['FileAccessedExtended', 'File accessed extended'],
  ['DLPRuleMatch', 'DLP rule match'],
  ['DlpRuleMatch', 'DLP rule match'],
  ['MDATPAlert', 'MDATP alert'],
  ['TIMailData', 'TI mail data'],
  ['TIUrlClickData', 'TI URL click data'],
  ['URLsBlocked', 'URLs blocked'],
  ['SharedAFile', 'Shared a file'],
  ['eDiscoveryHoldApplied', 'eDiscovery hold applied'],
  ['AllowOneDriveSync', 'Allow OneDrive sync'],
  ['OAuth2PermissionGrant', 'OAuth2 permission grant'],
  ['Microsoft365BackupPolicy', 'Microsoft365 backup policy'],
  ['ViewPowerBIReport', 'View Power BI report'],
  ['2FAEnabled', '2FA enabled'],
  ['userLoggedIn', 'User logged in'],
  ['snake_case.name', 'Snake case name'],
  ['TLS1.2_Enabled', 'TLS1.2 enabled'],
])('says %s as %s', (operation, words) => {
  expect(operationWords(operation)).toBe(words);
});

test.each([
  ['Add member to role.', 'Add member to role'],
  ['Add OAuth2PermissionGrant.', 'Add OAuth2PermissionGrant'],
  ['Update application – Certificates and secrets management ', 'Update application – Certificates and secrets management'],
  ['And so on...', 'And so on...'],
  ['Enabled.', 'Enabled'],
])('takes the full stop off %s', (operation, words) => {
  expect(operationWords(operation)).toBe(words);
});

test.each([
  'New-InboxRule',
  'COMPLIANCEMANAGER-SCORECHANGE',
  '__proto__',
  '<b>Bold</b>Operation',
  'https://x/y.z',
  '…',
  '.',
  ' ',
])('leaves %s as it is', (operation) => {
  expect(operationWords(operation)).toBe(operation);
});

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'B', '1', '_', '.', '-', ' ', '\ud800', '\u0000', '\u202e', 'İ', 'ß', 'É') }),
  fc.constantFrom(...activities.map(({ operation }) => operation)),
);
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

test('keeps every letter and digit in its place, and says the same of its own words', () => {
  void fc.assert(
    fc.property(hostile, (operation) => {
      const words = operationWords(operation);
      expect(words === '').toBe(operation === '');
      expect(lettersOf(words)).toBe(lettersOf(operation));
      expect(operationWords(words)).toBe(words);
    }),
    { numRuns: 3000 },
  );
});

test('does not look into what is too long to be a name', () => {
  for (const unit of ['aB', 'a.', 'A_', '. ', '\ud800', '\u0000', 'x'])
    expect(operationWords(unit.repeat(50_000))).toBe(unit.repeat(50_000));
});

const allActivities = inSharedFolder('contract/activities.json');

test('every activity Microsoft lists has the name it lists, or one of its own in words', (context) => {
  if (!existsSync(allActivities)) return context.skip(`no list at ${allActivities}`);
  const listed: readonly { operation: string; friendlyName: string }[] = JSON.parse(readFileSync(allActivities, 'utf8'));
  const known = new Set(activities.map(({ operation, friendlyName }) => `${operation}: ${friendlyName || '(none)'}`));
  expect(listed.filter(({ operation, friendlyName }) => !known.has(`${operation}: ${friendlyName}`))).toEqual([]);
});

test('no two operations without a friendly name get one name, nor that of another', () => {
  const friendly = new Set(activities.map(({ friendlyName }) => friendlyName.toLowerCase()));
  const unnamed = [...new Set(activities.map(({ operation }) => operation))].filter((each) => friendlyNameOf(each) === '');
  const names = unnamed.map((operation) => activityName(operation).toLowerCase());
  expect(unnamed.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => friendly.has(name))).toEqual([]);
});
