// One record of an encrypted message, read out of a row of the engine: a visit to the portal, the sending, the taking back, or
// something else that was done to the message. Values can be anything; what cannot be read is left empty, nothing throws.

import * as z from 'zod/mini';
import type { FieldKey, FieldRef } from '~/domain/catalogue/fields';
import { recordTypeName } from '~/domain/catalogue/record-types';
import { listAt, parseJson, textOf } from '~/domain/record/audit-data';
import type { RecordKey } from '~/domain/record/record-key';
import type { EpochMs } from '~/lib/time';
import {
  messageFields,
  type PortalStep,
  portalRecordType,
  portalStep,
  revocationOperation,
  sendOperations,
} from './encrypted-messages';

/** The Name/Value list as it stands in the record: the documents name its content, but not all its names. */
const propertiesField: FieldRef = 'path:OperationProperties';

/** What `readEvent` reads. */
export const journeyFields: readonly FieldRef[] = [
  ...(['id', 'recordType', 'operation', 'user', 'result'] satisfies FieldKey[]),
  ...Object.values(messageFields),
  propertiesField,
];

export interface JourneyEvent {
  readonly key: RecordKey;
  /** As the record tells it. */
  readonly recordId: string;
  readonly time: EpochMs;
  /** `other`: a mailbox record that names the message, such as moving it to another folder. */
  readonly kind: 'portal' | 'send' | 'revocation' | 'other';
  /** `undefined` for what is no step, or one of the portal that nobody described. */
  readonly step: PortalStep | undefined;
  readonly operation: string;
  /** Who acted in the portal: one address in Microsoft's samples, a list in its description. */
  readonly recipients: readonly string[];
  readonly sender: string;
  readonly user: string;
  /** As written; `signInMethod` gives it one name. */
  readonly method: string;
  readonly signInStatus: string;
  readonly operationStatus: string;
  readonly signInFailed: boolean;
  /** Of sends and revocations: what their ResultStatus says. */
  readonly operationFailed: boolean;
  readonly attachment: string;
  readonly subject: string;
  readonly codesSent: number | undefined;
  /** What a revocation was told to do. */
  readonly revokes: boolean | undefined;
  readonly properties: readonly OperationProperty[];
}

export interface OperationProperty {
  readonly name: string;
  readonly value: string;
}

interface EventRow {
  readonly key: RecordKey;
  readonly time: EpochMs;
  readonly values: Readonly<Partial<Record<FieldRef, string>>>;
}

export function readEvent({ key, time, values }: EventRow): JourneyEvent {
  const text = (field: FieldRef) => (values[field] ?? '').trim();
  const operation = text('operation');
  const kind = kindOf(operation, text('recordType'));
  const signInFailed = isFailure(text(messageFields.signInStatus));
  const operationStatus = text(messageFields.operationStatus);
  const resultFailed = isFailure(text('result'));
  const properties = readProperties(text(propertiesField));
  return {
    key,
    recordId: text('id'),
    time,
    kind,
    step: kind === 'portal' ? portalStep(operation) : undefined,
    operation,
    recipients: recipientsIn(text(messageFields.recipient)),
    sender: text(messageFields.sender),
    user: text('user'),
    method: text(messageFields.method),
    signInStatus: text(messageFields.signInStatus),
    operationStatus,
    signInFailed,
    // ResultStatus covers both, so it tells of the act only when signing in was not what failed.
    operationFailed: operationStatus === '' ? resultFailed && !signInFailed : isFailure(operationStatus),
    attachment: text(messageFields.attachment),
    subject: text(messageFields.subject),
    codesSent: codesSent(text(messageFields.codesSent), properties),
    revokes: kind === 'revocation' ? readBoolean(text(messageFields.revoke)) : undefined,
    properties,
  };
}

/** A step counts as done only when neither signing in nor the act itself failed. */
export function isDone(event: JourneyEvent): boolean {
  return !event.signInFailed && !event.operationFailed;
}

/** Exchange writes no more into a Send record. */
export const recipientListLimit = 1000;
const listedRecipient = z.union([z.string(), z.object({ Address: z.string() })]);

/** To whom a Send record says the message went. */
export function recipientsOfSend(auditData: unknown): string[] {
  const addresses = listAt(auditData, 'recipientList').flatMap((entry) => {
    const read = listedRecipient.safeParse(entry);
    if (!read.success) return [];
    const address = (typeof read.data === 'string' ? read.data : read.data.Address).trim();
    return address === '' ? [] : [address];
  });
  return addresses.slice(0, recipientListLimit);
}

function kindOf(operation: string, recordType: string): JourneyEvent['kind'] {
  const lower = operation.toLowerCase();
  if (lower === revocationOperation.toLowerCase()) return 'revocation';
  if (sendOperations.some((each) => each.toLowerCase() === lower)) return 'send';
  return recordTypeName(recordType) === portalRecordType || portalStep(operation) !== undefined ? 'portal' : 'other';
}

/** Documented is 1 of 0 and 1; ResultStatus says it in words, and differently in each service. */
function isFailure(status: string): boolean {
  return /^(1(\.0+)?|failure|failed|false)$/i.test(status);
}

function readBoolean(text: string): boolean | undefined {
  const match = /^\$?(true|false)$/i.exec(text);
  return match ? match[1]?.toLowerCase() === 'true' : undefined;
}

/** `a@x.com`, `a@x.com; b@x.com` or the same list as JSON text. */
function recipientsIn(text: string): string[] {
  const parsed = text.startsWith('[') ? parseJson(text) : undefined;
  const texts = Array.isArray(parsed) ? parsed.map(textOf) : text.split(/[;,]/);
  return texts.map((each) => each.trim()).filter((each) => each !== '');
}

const propertySchema = z.array(z.record(z.string(), z.unknown()));

/**
 * The engine joins the entries of a list with `; ` and cuts long ones; what no longer parses is left out. An unescaped quote
 * cannot stand inside a JSON text, so that no value is taken for a border between entries.
 */
function readProperties(text: string): OperationProperty[] {
  if (text === '') return [];
  const list = text.startsWith('[') ? text : `[${text.replace(/\}; (?=\{"(?:Name|Key|Value)")/g, '},')}]`;
  const read = propertySchema.safeParse(parseJson(list));
  if (!read.success) return [];
  return read.data.flatMap((entry) => {
    const name = textOf(entry['Name'] ?? entry['Key']);
    return name === '' ? [] : [{ name, value: textOf(entry['Value']) }];
  });
}

/** By the name we guess, or by any other that speaks of codes and holds a number. */
function codesSent(guessed: string, properties: readonly OperationProperty[]): number | undefined {
  const text = guessed || properties.find(({ name, value }) => /code/i.test(name) && /^\d+$/.test(value))?.value || '';
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
