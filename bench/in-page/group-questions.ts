// What is asked of both contenders: the messages behind portal events, and who was in whose mailbox, each with everything its
// table shows.

import { mailboxGrouping } from '~/domain/mailbox-access/non-owner-access';
import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import type { Grouping, Measure } from '~/domain/view/grouping';

/** `again` works the same out once more from what is ready; `further` asks for groups further down of what was worked out. */
export const groupQuestions = ['first', 'again', 'further'] as const;
export type GroupQuestion = (typeof groupQuestions)[number];

export interface GroupAnswer {
  readonly ms: number;
  /** What was found, to compare contenders by. */
  readonly answer: string;
  /** The longest another question had to wait meanwhile. */
  readonly longestWaitMs: number;
}

export interface GroupContender {
  append(page: Uint8Array<ArrayBuffer>): Promise<void>;
  ask(question: GroupQuestion): Promise<GroupAnswer>;
  dispose(): void;
}

export type GroupSubject = 'messages' | 'mailboxes';

/** Groups asked for at a time. */
export const window = 100;
export const hours = ['08:00', '18:00', 'Europe/Berlin'] as const;
const [from, to, zone] = hours;

const operation = (...values: string[]): Filter => keepOnly('operation', ...values);
const succeeded = leaveOut('path:OperationStatus', '1');
const recipient = (...where: Filter[]): Measure => ({ field: 'path:Recipient', where });
const attachment = (...where: Filter[]): Measure => ({ field: 'path:AttachmentName', where });

const messages: Grouping = {
  by: ['path:MessageId|Item.InternetMessageId|Parameters[MessageId]'],
  measures: {
    subject: { field: 'path:OperationProperties[MailSubject]|Item.Subject' },
    sender: { field: 'path:Sender' },
    recipients: recipient(),
    opened: recipient(operation('MessageAccess'), succeeded),
    viewed: attachment(operation('AttachmentReview'), succeeded),
    downloaded: attachment(operation('AttachmentDownload'), succeeded),
    forwarded: recipient(operation('MessageForward'), succeeded),
    failedSignIns: recipient(
      operation('AuthenticationRequest', 'AuthenticateRequest'),
      keepOnly('path:AuthenticationStatus', '1'),
    ),
    methods: { field: 'path:AuthenticationMethod' },
    outsideHours: recipient(operation('MessageAccess'), succeeded, { field: 'time', op: 'outsideHours', from, to, zone }),
  },
  having: [keepOnly('recordType', 'OMEPortal')],
};

export const groupings: Readonly<Record<GroupSubject, Grouping>> = { messages, mailboxes: mailboxGrouping('all') };
/** Where `further` asks. */
export const furtherFrom: Readonly<Record<GroupSubject, number>> = { messages: 5000, mailboxes: 1000 };

export interface PlainTally {
  readonly count: number;
  readonly occasions: number;
  readonly distinct: number;
}

/** Depends on the number of groups, the order of those asked for, and everything counted in them. */
export function answerText(
  groupCount: number,
  groups: readonly { readonly key: string; readonly count: number; readonly tallies: readonly PlainTally[] }[],
): string {
  const counted = groups.flatMap(({ count, tallies }) => [
    count,
    ...tallies.flatMap(({ count, occasions, distinct }) => [count, occasions, distinct]),
  ]);
  const sum = counted.reduce((total, each, i) => total + each * (1 + (i % 97)), 0);
  return `${groupCount} groups, ${groups[0]?.key}, ${sum}`;
}
