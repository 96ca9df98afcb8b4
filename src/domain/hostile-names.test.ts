import { expect, test } from 'vitest';
import { ownValue } from '~/lib/own-value';
import { activityName } from './catalogue/activities';
import { enumName } from './catalogue/enum-names';
import { recordTypeName } from './catalogue/record-types';
import { workloadName } from './catalogue/workloads';
import { readAccessChanges } from './mailbox-access/access-changes';
import { describeAction, editions, logonTypes, whatItCovers, whyNever } from './mailbox-auditing/mailbox-actions';
import type { MailboxAuditing } from './mailbox-auditing/mailbox-auditing';
import { actionState, editedMailbox, necessaryEdit, noEdit, withAction } from './mailbox-auditing/mailbox-changes';
import { activityOfAction, describeMailboxSearch } from './mailbox-log/mailbox-search';
import { sampleMailboxSearch } from './mailbox-log/mailbox-search.fixture';
import { visit, words } from './messages/example-visits.fixture';
import { signInMethod, signInMethodLabel } from './messages/sign-in-methods';
import { explainRecord } from './record/explain-record';
import { recordKeySchema } from './record/record-key';

/** Every object has these, and a record may hold any of them where a word of the service is expected. */
const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'];

test.for(names)('%s is no name a table knows', (name) => {
  expect(ownValue({ known: 1 }, name)).toBeUndefined();
  expect([signInMethod(name), signInMethodLabel(name), recordTypeName(name), workloadName(name)]).toEqual(
    Array.from({ length: 4 }, () => name),
  );
  expect(activityName(name).replaceAll(' ', '').toLowerCase()).toBe(name.toLowerCase());
  expect(activityOfAction(name)).toBe('');
  expect(describeAction(name)).toBe('');
  expect([enumName(name, '1'), enumName('UserType', name)]).toEqual([undefined, undefined]);
  expect(describeMailboxSearch(sampleMailboxSearch({ operations: [name] }))).toMatch(new RegExp(`^${name} in ada@contoso.com`));
});

test.for(names)('a record that says %s everywhere is told in its own words', (name) => {
  const auditData = {
    ...{ Operation: name, RecordType: name, UserType: name, Workload: name, ResultStatus: name, UserId: name, LogonType: name },
    ...{ AuthenticationMethod: name, ClientIP: name, Id: name, Parameters: [{ Name: name, Value: name }] },
  };
  expect(explainRecord(auditData, []).sentence).toContain(name);
  expect(words(visit(name, 0, { ...auditData, RecordType: 154 }))).toEqual(expect.any(String));
  const change = { key: recordKeySchema.parse(''), time: 0, values: { operation: name, user: name, result: name }, auditData };
  expect(readAccessChanges(change)).toEqual([]);
});

test.for(names)('a mailbox that logs %s keeps it through a change, and can lose it', (name) => {
  const mailbox: MailboxAuditing = {
    ...{ address: 'ada@contoso.com', name: 'Ada', type: 'UserMailbox', isEnabled: true, ageLimitMs: 0, isBypassed: false },
    actions: { Admin: [], Delegate: [], Owner: [name] },
    defaultSet: [],
  };
  const cell = { logon: 'Owner', action: name } as const;
  expect(actionState(cell, noEdit, 'today', { having: 1, outOf: 1 })).toBe(true);
  expect(actionState(cell, noEdit, 'today', { having: 0, outOf: 1 })).toBe(false);

  const added = withAction(noEdit, 'today', { logon: 'Owner', action: 'MailboxLogin', isOn: true });
  expect(editedMailbox(mailbox, added, 'today').actions.Owner).toEqual([name, 'MailboxLogin']);

  const removed = withAction(noEdit, 'today', { ...cell, isOn: false });
  expect(actionState(cell, removed, 'today', { having: 1, outOf: 1 })).toBe(false);
  expect(necessaryEdit(mailbox, removed, 'today')).toEqual(removed);
  expect(editedMailbox(mailbox, removed, 'today').actions.Owner).toEqual([]);
});

test.for(names)('no edition can log %s, and each says so', (name) => {
  for (const edition of editions) {
    for (const logon of logonTypes) {
      expect(whyNever(edition, name, logon)).toMatch(`does not know the action ${name}.`);
      expect(whatItCovers(edition, name, logon)).toBeUndefined();
    }
  }
});
