// Everything a record set holds about one message, as events.

import { messageIdField } from '~/domain/messages/encrypted-messages';
import { type JourneyEvent, journeyFields, readEvent, recipientsOfSend } from '~/domain/messages/journey-event';
import { readAuditData } from '~/domain/record/audit-data';
import { keepOnly } from '~/domain/view/filter';
import type { ResultView } from '~/domain/view/result-view';
import type { RecordSet } from '~/engine/record-set';
import { readWhole } from '~/records/read-whole';

export interface MessageRecords {
  /** In time order. */
  readonly events: readonly JourneyEvent[];
  /** To whom the send records say it went. */
  readonly sentTo: readonly string[];
}

const rowsAtOnce = 1000;
/** A message is sent once; more records than this are not about sending it. */
const sendsRead = 20;

export function readMessage(set: RecordSet, messageId: string, signal?: AbortSignal): Promise<MessageRecords> {
  const asked: ResultView = {
    text: '',
    filters: [keepOnly(messageIdField, messageId)],
    sort: [{ field: 'time', descending: false }],
  };
  return readWhole(set, asked, signal, async (view, rowCount) => {
    const events: JourneyEvent[] = [];
    for (let from = 0; from < rowCount; from += rowsAtOnce) {
      events.push(...(await view.rows(from, rowsAtOnce, journeyFields, signal)).map(readEvent));
    }
    const sends = events.filter(({ kind }) => kind === 'send').slice(0, sendsRead);
    const records = await Promise.all(sends.map(({ key }) => set.record(key, signal)));
    return { events, sentTo: records.flatMap(({ auditData }) => recipientsOfSend(readAuditData(auditData))) };
  });
}
