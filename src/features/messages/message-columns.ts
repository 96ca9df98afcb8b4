import { signInMethodLabel } from '~/domain/messages/sign-in-methods';
import type { FailedSignIns, TrackedMessage } from '~/domain/messages/tracked-message';
import { formatTime, type TimeZone } from '~/lib/time';
import type { DataColumn } from '~/ui/grid/data-column';
import { countColumn, timeColumns } from '~/ui/grid/data-columns';

export function messageColumns(zone: TimeZone): readonly DataColumn<TrackedMessage>[] {
  const time = timeColumns<TrackedMessage>(zone);
  return [
    {
      id: 'subject',
      label: 'Subject',
      help: 'As the portal recorded it.',
      width: 240,
      text: ({ subject, messageId }) => subject || messageId,
    },
    { id: 'sender', label: 'Sender', help: 'Who sent it, inside the organisation.', width: 190, text: ({ sender }) => sender },
    {
      id: 'recipients',
      label: 'Recipients',
      help: 'Those who came to the portal, and how many more it was sent to where that is known.',
      width: 210,
      text: recipientsText,
    },
    {
      id: 'openedBy',
      label: 'Opened by',
      help: 'How many recipients opened it, and of how many where the send record is among the records.',
      width: 110,
      text: openedByText,
      sortBy: ({ openedByCount, recipientCount }) => openedByCount / (recipientCount ?? Math.max(1, openedByCount)),
    },
    time('sent', 'Sent', 'Known where the send record is among the records.', ({ sent }) => sent),
    time('lastActivity', 'Last activity', 'The latest visit to the portal.', ({ lastActivity }) => lastActivity),
    time('firstOpened', 'First opened', 'When the first of its recipients opened it.', ({ firstOpened }) => firstOpened),
    countColumn('failedSignIns', 'Failed sign-ins', 'Attempts to sign in that failed.', ({ failedSignIns }) => failedSignIns),
    countColumn('refused', 'Refused', 'Acts that failed after signing in had worked.', ({ refused }) => refused),
    countColumn('viewed', 'Viewed', 'How often an attachment was viewed in the portal.', ({ viewed }) => viewed),
    countColumn('downloaded', 'Downloaded', 'How often an attachment was downloaded.', ({ downloaded }) => downloaded),
    countColumn('forwarded', 'Forwarded', 'How often it was replied to or forwarded.', ({ forwarded }) => forwarded),
    time('revoked', 'Revoked', 'When it was taken back.', ({ revoked }) => revoked),
    {
      id: 'messageId',
      label: 'Message ID',
      help: 'What the message is known by in every system it passes.',
      width: 320,
      text: ({ messageId }) => messageId,
    },
  ];
}

export function failedSignInColumns(zone: TimeZone): readonly DataColumn<FailedSignIns>[] {
  const time = timeColumns<FailedSignIns>(zone);
  return [
    { id: 'recipient', label: 'Recipient', help: 'Who tried to sign in.', width: 280, text: ({ recipient }) => recipient },
    countColumn('failed', 'Failed sign-ins', 'Attempts to sign in that failed.', ({ failed }) => failed),
    countColumn('messages', 'Messages', 'To how many messages.', ({ messages }) => messages),
    {
      id: 'methods',
      label: 'Tried with',
      help: 'The sign-in methods that failed.',
      width: 220,
      text: ({ methods }) => methods.map(signInMethodLabel).join(', '),
    },
    time('first', 'First failure', 'The earliest attempt that failed.', ({ first }) => first),
    time('last', 'Last failure', 'The latest attempt that failed.', ({ last }) => last),
    {
      id: 'signedIn',
      label: 'Got in',
      help: 'Whether signing in worked at another time, and when last.',
      width: 190,
      text: ({ lastSignedIn }) => (lastSignedIn === undefined ? 'Never' : formatTime(lastSignedIn, zone)),
      sortBy: ({ lastSignedIn }) => lastSignedIn ?? 0,
    },
  ];
}

function openedByText({ openedByCount, recipientCount }: TrackedMessage): string {
  return recipientCount === undefined ? String(openedByCount) : `${openedByCount} of ${recipientCount}`;
}

function recipientsText({ visitors, recipientCount }: TrackedMessage): string {
  const others = (recipientCount ?? 0) - visitors.length;
  return others > 0 ? `${visitors.join(', ')} and ${others} more` : visitors.join(', ');
}
