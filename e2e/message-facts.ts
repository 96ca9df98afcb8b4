// What records tell of encrypted messages, counted one by one and without the product: what its lists are held against.

import { expect, type Page } from '@playwright/test';
import { readCsv } from './csv-file';
import { expectComplete, exportRows } from './steps';

interface NameValue {
  readonly Name: string;
  readonly Value: string;
}

interface AuditData {
  readonly RecordType: number;
  readonly Operation: string;
  readonly CreationTime: string;
  readonly UserId: string;
  readonly MessageId?: string;
  readonly Recipient?: string;
  readonly AuthenticationMethod?: string;
  readonly AuthenticationStatus?: number;
  readonly OperationStatus?: number;
  readonly AttachmentName?: string;
  readonly OperationProperties?: readonly NameValue[];
  readonly Item?: { readonly InternetMessageId?: string };
  readonly recipientCount?: number;
  readonly Parameters?: readonly NameValue[];
}

export interface Visit {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly operation: string;
  readonly recipient: string;
  readonly method: string;
  readonly attachment: string;
  readonly subject: string;
  readonly isSignedIn: boolean;
  readonly isDone: boolean;
}

export interface MessageFacts {
  readonly visits: Visit[];
  sent?: { readonly time: number; readonly recipients: number };
  revoked?: number;
}

export const doneAs = ({ visits }: MessageFacts, operation: string) =>
  visits.filter((visit) => visit.operation === operation && visit.isDone);

export const openersOf = (message: MessageFacts) => new Set(doneAs(message, 'MessageAccess').map(({ recipient }) => recipient));

export const failedSignInsOf = ({ visits }: MessageFacts) => visits.filter(({ isSignedIn }) => !isSignedIn);

/** From the list of messages to its records and back again; each message that was visited, by its Message-ID. */
export async function factsOfRecords(page: Page): Promise<ReadonlyMap<string, MessageFacts>> {
  await page.getByRole('link', { name: 'Show the records' }).click();
  await expectComplete(page);
  const { rows } = await readCsv((await exportRows(page)).download);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Encrypted messages', level: 1 })).toBeVisible();
  return messageFacts(rows.map((row) => JSON.parse(row['AuditData'] ?? '')));
}

function messageFacts(records: readonly AuditData[]): ReadonlyMap<string, MessageFacts> {
  const all = new Map<string, MessageFacts>();
  for (const record of records) {
    const id = record.MessageId ?? record.Item?.InternetMessageId ?? valueIn(record.Parameters, 'MessageId');
    if (!id) continue;
    const message = all.get(id) ?? { visits: [] };
    all.set(id, message);
    const time = Date.parse(`${record.CreationTime}Z`);
    if (record.RecordType === 154) message.visits.push(visitOf(record, time));
    else if (record.Operation === 'Set-OMEMessageRevocation') message.revoked = time;
    else message.sent = { time, recipients: record.recipientCount ?? 0 };
  }
  return new Map([...all].filter(([, { visits }]) => visits.length > 0));
}

function visitOf(record: AuditData, time: number): Visit {
  const isSignedIn = record.AuthenticationStatus !== 1;
  return {
    time,
    operation: record.Operation,
    recipient: record.Recipient ?? '',
    method: record.AuthenticationMethod === 'Gmail' ? 'Google' : (record.AuthenticationMethod ?? ''),
    attachment: record.AttachmentName ?? '',
    subject: valueIn(record.OperationProperties, 'MailSubject'),
    isSignedIn,
    isDone: isSignedIn && record.OperationStatus !== 1,
  };
}

function valueIn(list: readonly NameValue[] | undefined, name: string): string {
  return list?.find((each) => each.Name === name)?.Value ?? '';
}

/** As cells write an instant. */
export function utcText(time: number | undefined): string {
  return time === undefined ? '' : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
