// Where messages went: one row for each recipient. Knows the encrypted messages only.
// https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2

import * as z from 'zod/mini';
import { dayMs, type EpochMs, hourMs } from '~/lib/time';
import { wildcard } from '~mocks/tenant/audit-filters';
import type { Properties } from '~mocks/tenant/change';
import { Dice, guidOfText, hashText } from '~mocks/tenant/random';
import type { MessageFacts } from '~mocks/tenant/tenant-facts';
import { type Cmdlet, defineCmdlet } from './cmdlet';
import { invalidOperation } from './failure';
import { date, listOf, texts, timeOf, whole } from './parameters';

const statuses = [
  'None',
  'GettingStatus',
  'Failed',
  'Pending',
  'Delivered',
  'Expanded',
  'Quarantined',
  'FilteredAsSpam',
] as const;
const longest = 10 * dayMs;
const reach = 90 * dayMs;
const unlessTold = 48 * hourMs;

const parameters = {
  MessageId: z.optional(texts),
  SenderAddress: z.optional(texts),
  RecipientAddress: z.optional(texts),
  Subject: z.optional(z.string()),
  Status: z.optional(listOf('DeliveryStatus', statuses)),
  StartDate: z.optional(date),
  EndDate: z.optional(date),
  ResultSize: z.optional(whole(1, 5_000)),
};

/** The second is the name it had before; both do the same here. */
export const messageTraceCmdlets: readonly Cmdlet[] = ['Get-MessageTraceV2', 'Get-MessageTrace'].map((name) =>
  defineCmdlet(name, parameters, async (asked, { facts, now }) => {
    const { start, end } = period(asked.StartDate, asked.EndDate, now);
    const most = asked.ResultSize ?? 1_000;
    const isSender = oneOfAddresses(asked.SenderAddress);
    const isRecipient = oneOfAddresses(asked.RecipientAddress);
    if (asked.Status && !asked.Status.includes('Delivered')) return { value: [] };
    const rows = (await facts()).messages
      .filter(
        ({ messageId, sender, subject, sent }) =>
          sent >= start &&
          sent <= Math.min(end, now) &&
          (asked.MessageId?.includes(messageId) ?? true) &&
          isSender(sender) &&
          subject.toLowerCase().includes((asked.Subject ?? '').toLowerCase()),
      )
      .toSorted((a, b) => b.sent - a.sent)
      .flatMap((message) => message.recipients.filter(isRecipient).map((recipient) => row(message, recipient)));
    const warning = `There are more results than the ${most} that were asked for. Ask for a shorter time.`;
    return { value: rows.slice(0, most), ...(rows.length > most ? { warnings: [warning] } : {}) };
  }),
);

function period(startDate: string | undefined, endDate: string | undefined, now: EpochMs): { start: EpochMs; end: EpochMs } {
  const end = endDate === undefined ? now : timeOf(endDate);
  const start = startDate === undefined ? end - unlessTold : timeOf(startDate);
  if (start > end) throw invalidOperation("The StartDate can't be later than the EndDate.");
  if (end - start > longest) throw invalidOperation("The StartDate and the EndDate can't be more than 10 days apart.");
  // A minute is for the way here.
  if (start < now - reach - 60_000) throw invalidOperation("The StartDate can't be more than 90 days before today.");
  return { start, end };
}

/** `*` stands for any text. */
function oneOfAddresses(list: readonly string[] | undefined): (address: string) => boolean {
  const patterns = list?.map((each) => wildcard(each.trim(), true));
  return (address) => patterns?.some((pattern) => pattern.test(address)) ?? true;
}

function row({ messageId, sender, subject, sent }: MessageFacts, recipient: string): Properties {
  return {
    MessageTraceId: guidOfText(messageId),
    MessageId: messageId,
    Received: new Date(Math.floor(sent / 1000) * 1000).toISOString(),
    SenderAddress: sender,
    RecipientAddress: recipient,
    Subject: subject,
    Status: 'Delivered',
    Size: new Dice(hashText(messageId)).between(20_000, 6_000_000),
  };
}
