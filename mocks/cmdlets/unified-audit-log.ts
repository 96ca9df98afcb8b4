// The audit log the old way: at most 5,000 records at a time, and the next ones by asking again with the same session.
// https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog

import * as z from 'zod/mini';
import { recordTypes } from '~/domain/catalogue/record-types';
import type { Properties } from '~mocks/tenant/change';
import { type Cmdlet, defineCmdlet } from './cmdlet';
import { invalidOperation } from './failure';
import { date, oneOf, texts, timeOf, whole } from './parameters';

/** How much of a session can be read in all. */
const largeSet = 50_000;
const previewSet = 5_000;

const recordSchema = z.object({
  id: z.string(),
  createdDateTime: z.string(),
  auditLogRecordType: z.string(),
  operation: z.string(),
  userPrincipalName: z.nullable(z.string()),
  auditData: z.unknown(),
});

const parameters = {
  StartDate: date,
  EndDate: date,
  RecordType: z.optional(
    oneOf(
      'AuditRecordType',
      recordTypes.map(({ name }) => name),
    ),
  ),
  Operations: z.optional(texts),
  UserIds: z.optional(texts),
  ResultSize: z.optional(whole(1, 5_000)),
  SessionId: z.optional(z.string()),
  SessionCommand: z.optional(oneOf('UnifiedAuditSessionCommand', ['Initialize', 'ReturnLargeSet', 'ReturnNextPreviewPage'])),
};

export const unifiedAuditLogCmdlets: readonly Cmdlet[] = [
  defineCmdlet('Search-UnifiedAuditLog', parameters, async (asked, context) => {
    const [start, end] = [timeOf(asked.StartDate), timeOf(asked.EndDate)];
    if (start >= end) throw invalidOperation('The StartDate must be earlier than the EndDate.');
    const filters = {
      start,
      end,
      recordTypes: asked.RecordType === undefined ? [] : [asked.RecordType],
      operations: asked.Operations ?? [],
      users: asked.UserIds ?? [],
    };
    const { SessionId } = asked;
    const known = SessionId === undefined ? undefined : context.sessions.get(SessionId);
    const session = known ?? (await context.newSession(filters));
    if (SessionId !== undefined) context.sessions.set(SessionId, session);
    const limit = Math.min(session.found, asked.SessionCommand === 'ReturnLargeSet' ? largeSet : previewSet);
    const from = session.read;
    const to = Math.max(from, Math.min(from + (asked.ResultSize ?? 100), limit));
    session.read = to;
    const records = await session.records(from, to);
    return { value: records.map((record, at) => row(record, from + at + 1, session.found)) };
  }),
];

function row(record: unknown, index: number, count: number): Properties {
  const { id, createdDateTime, auditLogRecordType, operation, userPrincipalName, auditData } = recordSchema.parse(record);
  return {
    RecordType: auditLogRecordType,
    CreationDate: createdDateTime,
    UserIds: userPrincipalName ?? '',
    Operations: operation,
    // The type is Graph's addition.
    AuditData: auditData === null ? '' : JSON.stringify(auditData, (name, value) => (name === '@odata.type' ? undefined : value)),
    ResultIndex: index,
    ResultCount: count,
    Identity: id,
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}
