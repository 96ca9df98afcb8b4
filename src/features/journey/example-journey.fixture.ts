// A message as Graph tells of it, for tests of its page: sent, opened by two of three, taken back, tried again.

export const messageId = '<AM9PR07MB4471C0FFEE@AM9PR07MB4471.eurprd07.prod.outlook.com>';
export const subject = 'Confidential: offer for Woodgrove Bank';
const sender = 'elena.marchetti@contoso.com';
const [jordan, lucia, sam] = ['jordan@fabrikam.com', 'lucia.rossi@gmail.com', 'sam@adatum.com'];

interface Visit {
  readonly minute: number;
  readonly operation: string;
  readonly recipient: string;
  readonly method: string;
  readonly signIn?: 1;
  readonly act?: 1;
  readonly attachment?: string;
  readonly codes?: number;
}

const attachment = 'Offer 2026.pdf';
const visits: readonly Visit[] = [
  { minute: 14, operation: 'AuthenticationRequest', recipient: jordan, method: 'OTP', signIn: 1, act: 1, codes: 1 },
  { minute: 16, operation: 'AuthenticateRequest', recipient: jordan.toUpperCase(), method: 'OTP', codes: 2 },
  { minute: 17, operation: 'MessageAccess', recipient: jordan, method: 'OTP' },
  { minute: 19, operation: 'AttachmentReview', recipient: jordan, method: 'OTP', act: 1, attachment },
  { minute: 21, operation: 'AttachmentDownload', recipient: jordan, method: 'OTP', attachment },
  { minute: 95, operation: 'AuthenticationRequest', recipient: lucia, method: 'Google' },
  { minute: 96, operation: 'MessageAccess', recipient: lucia, method: 'Google' },
  { minute: 98, operation: 'AttachmentReview', recipient: lucia, method: 'Google', attachment },
  { minute: 104, operation: 'MessageForward', recipient: lucia, method: 'Gmail' },
  { minute: 310, operation: 'AuthenticationRequest', recipient: sam, method: 'OTP', signIn: 1, act: 1, codes: 1 },
  { minute: 311, operation: 'AuthenticationRequest', recipient: sam, method: 'OTP', signIn: 1, act: 1, codes: 2 },
  { minute: 1500, operation: 'MessageAccess', recipient: lucia, method: 'Google' },
  { minute: 1700, operation: 'MessageAccess', recipient: lucia, method: 'Google', act: 1 },
];

export const visitRecords = visits.map(({ minute, operation, recipient, method, signIn, act, attachment, codes }) =>
  graphRecord(minute, 'omePortal', operation, sender, {
    RecordType: 154,
    ResultStatus: signIn || act ? 'Failure' : 'Success',
    MessageId: messageId,
    Recipient: recipient,
    Sender: sender,
    AuthenticationMethod: method,
    AuthenticationStatus: signIn ?? 0,
    OperationStatus: act ?? 0,
    ...(attachment === undefined ? {} : { AttachmentName: attachment }),
    OperationProperties: [
      { Name: 'MailSubject', Value: subject },
      ...(codes === undefined ? [] : [{ Name: 'NumberOfOTPCodesSent', Value: String(codes) }]),
    ],
  }),
);

export const sendRecord = graphRecord(0, 'exchangeItem', 'Send', sender, {
  RecordType: 2,
  ResultStatus: 'Succeeded',
  Item: { Subject: subject, InternetMessageId: messageId },
  recipientCount: 5,
  recipientList: [...[jordan, lucia, sam, 'amy@tailspin.com', 'legal@contoso.com'].map((Address) => ({ Address }))],
});

export const revocationRecord = graphRecord(1600, 'exchangeAdmin', 'Set-OMEMessageRevocation', 'adele.vance@contoso.com', {
  RecordType: 1,
  ResultStatus: 'True',
  Parameters: [
    { Name: 'Revoke', Value: 'True' },
    { Name: 'MessageId', Value: messageId },
  ],
});

export const otherRecord = graphRecord(5, 'sharePointFileOperation', 'FileAccessed', sender, { RecordType: 6 });

function graphRecord(minute: number, auditLogRecordType: string, operation: string, user: string, more: object) {
  const time = new Date(Date.UTC(2026, 10, 19, 8) + minute * 60_000).toISOString();
  const id = `${operation} ${minute}`;
  return {
    id,
    createdDateTime: time,
    auditLogRecordType,
    operation,
    userPrincipalName: user,
    service: 'Exchange',
    auditData: { Id: id, CreationTime: time.slice(0, 19), Operation: operation, UserId: user, Workload: 'Exchange', ...more },
  };
}
