import { expect, test } from 'vitest';
import { envelopeTarget, filterTarget } from './filter-target';

test('a property that is the source of a field filters by the field, as displayed', () => {
  const record = { Operation: 'MessageAccess', RecordType: 154, UserId: 'a@b.c', ClientIP: '[2a09:BAC5::1]:443' };
  expect(filterTarget('Operation', 'MessageAccess', record, [])).toEqual({
    field: 'operation',
    value: 'Opened encrypted message',
  });
  expect(filterTarget('RecordType', '154', record, [])).toEqual({ field: 'recordType', value: 'OMEPortal' });
  expect(filterTarget('UserId', 'a@b.c', record, [])).toEqual({ field: 'user', value: 'a@b.c' });
  expect(filterTarget('ClientIP', '[2a09:BAC5::1]:443', record, [])).toEqual({ field: 'ip', value: '2a09:bac5::1' });
});

test('anything else filters by its path', () => {
  expect(filterTarget('OperationProperties[MailSubject]', 'Hi', {}, [])).toEqual({
    field: 'path:OperationProperties[MailSubject]',
    value: 'Hi',
  });
  expect(filterTarget('Recipient', 'x@y.z', { Recipient: 'x@y.z' }, [])).toEqual({ field: 'path:Recipient', value: 'x@y.z' });
});

test('a second address filters by its path, unless it is the only one', () => {
  const value = '1.2.3.4';
  expect(filterTarget('ActorIpAddress', value, { ActorIpAddress: value }, []).field).toBe('ip');
  expect(filterTarget('ActorIpAddress', value, { ActorIpAddress: value, ClientIP: '5.6.7.8' }, []).field).toBe(
    'path:ActorIpAddress',
  );
});

test('a property that the envelope contradicts filters by its path', () => {
  expect(filterTarget('UserType', '0', { UserType: 0 }, [['userType', 'regular']]).field).toBe('path:UserType');
  expect(filterTarget('RecordType', '154', { RecordType: 154 }, [['auditLogRecordType', 'omePortal']]).field).toBe('recordType');
});

test('the envelope filters by field where the record agrees', () => {
  expect(envelopeTarget('userPrincipalName', 'a@b.c', { UserId: 'A@B.C' })).toEqual({ field: 'user', value: 'a@b.c' });
  expect(envelopeTarget('userType', 'regular', { UserType: 0 })).toBeUndefined();
  expect(envelopeTarget('@odata.type', 'x', {})).toBeUndefined();
});
