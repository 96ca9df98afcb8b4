import { expect, test } from 'vitest';
import { explainRecord } from './explain-record';

test('tells a record the same whether its lists are lists, JSON texts or parameters as they were typed', () => {
  const parameters = [
    { Name: 'Identity', Value: 'anna' },
    { Name: 'ForwardingSmtpAddress', Value: 'smtp:eve@fabrikam.com' },
  ];
  const cmdlet = { RecordType: 1, Operation: 'Set-Mailbox', UserId: 'adele@contoso.com' };
  const asList = explainRecord({ ...cmdlet, Parameters: parameters }, []);
  expect(asList.sentence).toContain('ForwardingSmtpAddress = ‘smtp:eve@fabrikam.com’');
  expect(asList.facts).toContainEqual({
    label: 'ForwardingSmtpAddress',
    value: 'smtp:eve@fabrikam.com',
    ref: 'path:Parameters[ForwardingSmtpAddress]',
    filterValue: 'smtp:eve@fabrikam.com',
  });
  for (const Parameters of [JSON.stringify(parameters), '-Identity "anna" -ForwardingSmtpAddress "smtp:eve@fabrikam.com"'])
    expect(explainRecord({ ...cmdlet, Parameters }, [])).toEqual(asList);
  const message = { RecordType: 154, Operation: 'MessageAccess', Recipient: 'jordan@fabrikam.com', MessageId: '<m@x>' };
  const properties = [{ Name: 'MailSubject', Value: 'Offer' }];
  const visit = explainRecord({ ...message, OperationProperties: properties }, []);
  expect(visit.sentence).toContain('‘Offer’');
  expect(explainRecord({ ...message, OperationProperties: JSON.stringify(properties) }, [])).toEqual(visit);
});
