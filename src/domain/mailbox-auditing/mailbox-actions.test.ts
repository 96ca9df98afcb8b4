import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasSharedFolder, inSharedFolder } from '~/lib/shared-folder.fixture';
import { actionsOf, auditability, type Edition, editions, logonTypes, whatItCovers, whyNever } from './mailbox-actions';
import { actionActivities, actionDescriptions } from './mailbox-actions.data';

const seed003 = inSharedFolder('seeds/003_35a8c60cb0c90396.txt');
const seed004 = inSharedFolder('seeds/004_e449c2e3baf55072.txt');
const contract = inSharedFolder('contract/mailbox-auditing.md');

/** As this project has it: `Copy y--`. */
function tableOf(edition: Edition): string[] {
  const marks = { never: '-', possible: 'y', default: 'Y' };
  return actionsOf(edition).map(
    (action) => `${action} ${logonTypes.map((logon) => marks[auditability(edition, action, logon)]).join('')}`,
  );
}

/** `Yes*` and `Yes1` are defaults; two stars, or 2 and 3, are other footnotes. */
function mark(cell: string, star: string): string {
  if (cell === 'No') return '-';
  return cell === `Yes${star}` ? 'Y' : 'y';
}

test.skipIf(!hasSharedFolder)('the table of Exchange Online before 2019 is the one of its document', () => {
  const text = readFileSync(seed003, 'utf8');
  const lines = text.slice(text.indexOf('---|---|'), text.indexOf('Notes:')).split('\n').slice(1);
  const cells = lines.map((line) => line.replace(/\s*\|\s*$/, '').trim()).filter((cell) => cell !== '');
  const rows = Array.from({ length: cells.length / 5 }, (_, row) => cells.slice(row * 5, row * 5 + 5));
  expect(rows.map(([action, , ...marks]) => `${action} ${marks.map((cell) => mark(cell, '*')).join('')}`)).toEqual(
    tableOf('earlier'),
  );
});

test.skipIf(!hasSharedFolder)('the table of Exchange Server is the one of its document', () => {
  const rows = [...readFileSync(seed004, 'utf8').matchAll(/^(\w+) .*\. (Yes\d?|No) (Yes\d?|No) (Yes\d?|No)$/gm)];
  expect(rows.map(([, action, ...marks]) => `${action} ${marks.map((cell) => mark(cell, '1')).join('')}`)).toEqual(
    tableOf('server'),
  );
});

test.skipIf(!hasSharedFolder)('the table of Exchange Online today is the one of its document', () => {
  const rows = [...readFileSync(contract, 'utf8').matchAll(/^\| ([\w, ]+?)(?: \(.*?\))? \| ([^|]+) \|/gm)]
    .filter(([, action]) => action !== 'Action')
    .flatMap(([, names = '', marks = '']) => names.split(', ').map((action) => [action, marks] as const));
  const written = rows.map(([action, marks]) => {
    if (marks.startsWith('accepted values')) return `${action} ---`;
    return `${action} ${marks
      .replace(/\(.*?\)/g, '')
      .replaceAll('/', '')
      .trim()}`;
  });
  expect(written.toSorted()).toEqual(tableOf('today').toSorted());
});

test.skipIf(!hasSharedFolder)('activities are mapped to actions as the document maps them', () => {
  const lines = readFileSync(seed003, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const from = lines.lastIndexOf('Mailbox auditing action') + 1;
  const cells = lines.slice(
    from,
    lines.findIndex((line) => line.startsWith('Note that the Added delegate')),
  );
  const pairs = Array.from({ length: cells.length / 2 }, (_, row) => [cells[row * 2 + 1], cells[row * 2]]);
  expect(Object.fromEntries(pairs)).toEqual(actionActivities);
});

test('every action is described', () => {
  const described = Object.keys(actionDescriptions);
  for (const edition of editions) for (const action of actionsOf(edition)) expect(described).toContain(action);
});

test('whatever cannot be logged says why, and nothing else does', () => {
  for (const edition of editions)
    for (const action of actionsOf(edition))
      for (const logon of logonTypes) {
        const isNever = auditability(edition, action, logon) === 'never';
        expect(whyNever(edition, action, logon) !== undefined, `${edition} ${action} ${logon}`).toBe(isNever);
        if (isNever) expect(whatItCovers(edition, action, logon)).toBeUndefined();
      }
});

test('an action the edition does not know cannot be logged', () => {
  expect(whyNever('server', 'MailItemsAccessed', 'Owner')).toBe('Exchange Server does not know the action MailItemsAccessed.');
  expect(auditability('today', 'constructor', 'Owner')).toBe('never');
});
