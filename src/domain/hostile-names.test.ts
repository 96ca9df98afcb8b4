import { expect, test } from 'vitest';
import { ownValue } from '~/lib/own-value';
import { readAccessChanges } from './access-changes';
import { activityName } from './activities';
import { enumName } from './enum-names';
import { visit, words } from './example-visits';
import { explainRecord } from './explain-record';
import { describeAction, editions, logonTypes, whatItCovers, whyNever } from './mailbox-actions';
import type { MailboxAuditing } from './mailbox-auditing';
import { actionState, editedMailbox, necessaryEdit, noEdit, withAction } from './mailbox-changes';
import { activityOfAction, describeMailboxSearch } from './mailbox-search';
import { recordKeySchema } from './record-key';
import { recordTypeName } from './record-types';
import { sampleMailboxSearch } from './sample-mailbox-search';
import { signInMethod, signInMethodLabel } from './sign-in-methods';
import { workloadName } from './workloads';

/** Every object has these, and a record may hold any of them where a word of the service is expected. */
const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'];

test.for(names)('%s is no name a table knows', (name) => {
  expect(ownValue({ known: 1 }, name)).toBeUndefined();
  expect([signInMethod(name), signInMethodLabel(name), recordTypeName(name), workloadName(name), activityName(name)]).toEqual(
    Array.from({ length: 5 }, () => name),
  );
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
