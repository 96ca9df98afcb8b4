import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasSharedFolder, inSharedFolder } from '~/lib/shared-folder.fixture';
import type { PortalStep } from './encrypted-messages';
import { at, cmdlet, eventOf, messageId, visit, words } from './example-visits.fixture';
import { isDone } from './journey-event';
import { buildJourney, type Deed, type KnownRecipient } from './message-journey';

const nothing: Deed = {
  first: undefined,
  last: undefined,
  count: 0,
  signInFailed: 0,
  lastSignInFailed: undefined,
  refused: 0,
  lastRefused: undefined,
};

test('tells the path of a recipient step by step', () => {
  const journey = buildJourney(
    messageId,
    [
      visit('AuthenticationRequest', 1, { AuthenticationStatus: 1, OperationStatus: 1 }),
      visit('AuthenticateRequest', 20, { Recipient: 'Jordan@Fabrikam.com' }),
      visit('MessageAccess', 30),
      visit('AttachmentReview', 40, { AttachmentName: 'Offer.pdf', OperationStatus: 1 }),
      visit('AttachmentReview', 50, { AttachmentName: 'OFFER.PDF' }),
      visit('MessageAccess', 60),
    ],
    [],
  );
  expect(journey).toMatchObject({
    subject: 'Offer',
    sender: 'elena@contoso.com',
    sent: undefined,
    recipientsKnownFrom: undefined,
    attachments: ['Offer.pdf'],
    firstOpened: at(30),
    lastActivity: at(60),
  });
  expect(journey.recipients).toEqual([
    {
      recipient: 'jordan@fabrikam.com',
      source: 'events',
      signIn: {
        asked: { count: 2, first: at(1) },
        failed: 1,
        lastFailed: at(1),
        codesSent: 0,
        methods: [{ method: 'OTP', first: at(20) }],
      },
      open: { ...nothing, first: at(30), last: at(60), count: 2 },
      views: [{ ...nothing, first: at(50), last: at(50), count: 1, refused: 1, lastRefused: at(40) }],
      downloads: [nothing],
      forward: nothing,
      unknown: 0,
      first: at(1),
      neverOpened: false,
      isInside: false,
      refusedAfterRevocation: 0,
    },
  ]);
});

test('a failed opening is none, whichever of the two statuses failed', () => {
  const refused = visit('MessageAccess', 1, { OperationStatus: 1 });
  const notSignedIn = visit('MessageAccess', 2, { AuthenticationStatus: 1 });
  const [who] = buildJourney(messageId, [refused, notSignedIn], []).recipients;
  expect(who).toMatchObject({
    neverOpened: true,
    open: { count: 0, refused: 1, lastRefused: at(1), signInFailed: 1, lastSignInFailed: at(2) },
  });
  expect(words(refused)).toBe('jordan@fabrikam.com tried to open the message: refused');
  expect(words(notSignedIn)).toBe('jordan@fabrikam.com tried to open the message: sign-in failed');
});

test('Google and Gmail are one method, told by the opening where no request to sign in was recorded', () => {
  const events = [
    visit('MessageAccess', 5, { AuthenticationMethod: 'Gmail' }),
    visit('MessageAccess', 9, { AuthenticationMethod: 'google' }),
  ];
  expect(buildJourney(messageId, events, []).recipients[0]?.signIn).toMatchObject({
    asked: { count: 0 },
    methods: [{ method: 'Google', first: at(5) }],
  });
});

test('a list of recipients counts for each of them', () => {
  const opened = (Recipient: unknown) => buildJourney(messageId, [visit('MessageAccess', 1, { Recipient })], []);
  for (const list of [['a@x.com', 'B@x.com'], 'a@x.com; B@x.com', '["a@x.com","B@x.com"]']) {
    expect(opened(list).recipients.map(({ recipient, open }) => [recipient, open.count])).toEqual([
      ['a@x.com', 1],
      ['B@x.com', 1],
    ]);
  }
});

test('a visit that names nobody counts all the same', () => {
  const event = visit('MessageAccess', 1, { Recipient: undefined });
  const journey = buildJourney(messageId, [event], []);
  expect(journey).toMatchObject({ firstOpened: at(1), recipients: [{ recipient: '', open: { count: 1 } }] });
  expect(words(event)).toBe('An unnamed recipient opened the message');
});

test('an operation of the portal that nobody described is kept', () => {
  const event = visit('MessagePrint', 1);
  const journey = buildJourney(messageId, [event], []);
  expect(journey.events).toEqual([event]);
  expect(journey.recipients[0]).toMatchObject({ unknown: 1, neverOpened: true });
  expect(words(event)).toBe('jordan@fabrikam.com did ‘MessagePrint’');
});

test('tells who took it back, and who came too late', () => {
  const revocation = cmdlet(20);
  const journey = buildJourney(
    messageId,
    [
      cmdlet(10, { ResultStatus: 'False' }),
      revocation,
      cmdlet(25, {}, 'False'),
      visit('MessageAccess', 30, { OperationStatus: 1 }),
    ],
    [],
  );
  expect(journey.revocations.map(words)).toEqual([
    'adele@contoso.com tried to revoke the message: failed',
    'adele@contoso.com revoked the message',
    'adele@contoso.com ran Set-OMEMessageRevocation with Revoke set to false',
  ]);
  expect(journey.revoked).toBe(revocation);
  expect(journey.recipients[0]?.refusedAfterRevocation).toBe(1);
});

test('recipients known from elsewhere join those who came, whatever their case', () => {
  const sending = visit('Send', 0, {
    RecordType: 2,
    Item: { Subject: 'Offer' },
    UserId: 'elena@contoso.com',
    Recipient: undefined,
  });
  const journey = buildJourney(
    messageId,
    [sending, visit('MessageAccess', 1)],
    [
      { address: 'zoe@example.com', source: 'by hand' },
      { address: 'JORDAN@fabrikam.com', source: 'send record' },
      { address: 'amy@example.com', source: 'send record' },
      { address: 'ZOE@example.com', source: 'send record' },
      { address: 'bob@contoso.com', source: 'send record' },
    ],
  );
  expect(journey.sent).toEqual({ time: at(0), user: 'elena@contoso.com' });
  expect(journey.recipientsKnownFrom).toBe('send record');
  expect(
    journey.recipients.map(({ recipient, source, neverOpened, isInside }) => [recipient, source, neverOpened, isInside]),
  ).toEqual([
    ['jordan@fabrikam.com', 'events', false, false],
    ['amy@example.com', 'send record', true, false],
    ['bob@contoso.com', 'send record', true, true],
    ['ZOE@example.com', 'send record', true, false],
  ]);
});

test('a mailbox record that names the message is listed and not counted', () => {
  const moved = visit('MoveToDeletedItems', 3, { RecordType: 2, Recipient: undefined });
  const journey = buildJourney(messageId, [moved], []);
  expect(moved.kind).toBe('other');
  expect(journey).toMatchObject({ recipients: [], lastActivity: undefined });
  expect(journey.events).toHaveLength(1);
});

const addresses = ['ann@x.com', 'ANN@x.com', 'ben@y.com', 'Ben@Y.com', 'cat@contoso.com'];
const visits = fc.array(
  fc.record({
    operation: fc.constantFrom(
      'AuthenticationRequest',
      'AuthenticateRequest',
      'MessageAccess',
      'AttachmentReview',
      'MessageForward',
      'X',
    ),
    second: fc.nat(30),
    recipient: fc.constantFrom(...addresses),
    signIn: fc.constantFrom(0, 1),
    act: fc.constantFrom(0, 1),
    attachment: fc.constantFrom('a.pdf', 'A.PDF', 'b.pdf'),
  }),
  { maxLength: 40 },
);
const knowns = fc.array(
  fc.record({ address: fc.constantFrom(...addresses, 'dan@z.com'), source: fc.constantFrom('send record', 'by hand') }),
);

test('the order of events does not matter, and counts are what counting gives', () => {
  fc.assert(
    fc.property(visits, knowns, fc.infiniteStream(fc.nat()), (given, known: KnownRecipient[], order) => {
      const events = given.map(({ operation, second, recipient, signIn, act, attachment }) =>
        visit(operation, second, {
          Recipient: recipient,
          AuthenticationStatus: signIn,
          OperationStatus: act,
          ...(operation === 'AttachmentReview' ? { AttachmentName: attachment } : {}),
        }),
      );
      const journey = buildJourney(messageId, events, known);
      const shuffled = events
        .map((event) => ({ event, place: order.next().value ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ event }) => event);
      expect(buildJourney(messageId, shuffled, known)).toEqual(journey);

      const everybody = [...given.map(({ recipient }) => recipient), ...known.map(({ address }) => address)];
      expect(journey.recipients.map(({ recipient }) => recipient.toLowerCase()).toSorted()).toEqual(
        [...new Set(everybody.map((each) => each.toLowerCase()))].toSorted(),
      );
      for (const who of journey.recipients) {
        const own = events.filter(({ recipients }) => recipients[0]?.toLowerCase() === who.recipient.toLowerCase());
        const of = (step: PortalStep) => own.filter((event) => event.step === step);
        expect(who.open.count).toBe(of('open').filter(isDone).length);
        expect(who.open.count + who.open.refused + who.open.signInFailed).toBe(of('open').length);
        expect(who.signIn.asked.count).toBe(of('signIn').length);
        expect(who.signIn.failed).toBe(of('signIn').filter((event) => !isDone(event)).length);
        expect(who.views.reduce((sum, { count }) => sum + count, 0)).toBe(of('view').filter(isDone).length);
        expect(who.forward.count).toBe(of('forward').filter(isDone).length);
        expect(who.unknown).toBe(own.filter(({ step }) => step === undefined).length);
      }
    }),
  );
});

const documented = inSharedFolder('data/microsoft-docs/derived/omeportal.ndjson');

test.skipIf(!hasSharedFolder)('the two records of Microsoft’s page tell what the page says', () => {
  const events = readFileSync(documented, 'utf8')
    .trim()
    .split('\n')
    .map((line) => eventOf(JSON.parse(line)));
  const [first, second] = events.map((event) => buildJourney('', [event], []));
  expect(first).toMatchObject({
    subject: 'Support case 1234567',
    sender: 'admin@M365x965352.onmicrosoft.com',
    firstOpened: Date.UTC(2023, 2, 22, 19, 0, 59),
    attachments: [],
  });
  expect(first?.recipients).toMatchObject([
    { recipient: 'samschan.msft@gmail.com', neverOpened: false, signIn: { methods: [{ method: 'Google' }] }, open: { count: 1 } },
  ]);
  expect(second).toMatchObject({ subject: 'Support case 987654', firstOpened: undefined, attachments: ['Form.docx'] });
  expect(second?.recipients).toMatchObject([
    {
      neverOpened: true,
      signIn: { failed: 0, methods: [{ method: 'OTP' }] },
      views: [{ count: 0, refused: 1, signInFailed: 0 }],
    },
  ]);
  expect(events.map(words)).toEqual([
    'samschan.msft@gmail.com opened the message',
    'samschan.msft@gmail.com tried to view ‘Form.docx’: refused',
  ]);
});
