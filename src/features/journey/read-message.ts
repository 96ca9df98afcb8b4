// Everything a result set holds about one message, as events.

import { parseJson } from '~/domain/audit-data';
import { messageIdField } from '~/domain/encrypted-messages';
import { type JourneyEvent, journeyFields, readEvent, recipientsOfSend } from '~/domain/journey-event';
import type { ResultView } from '~/domain/result-view';
import { readView } from '~/engine/read-view';
import type { ResultSet } from '~/engine/result-set';

export interface MessageRecords {
  /** In time order. */
  readonly events: readonly JourneyEvent[];
  /** To whom the send records say it went. */
  readonly sentTo: readonly string[];
}

const rowsAtOnce = 1000;
/** A message is sent once; more records than this are not about sending it. */
const sendsRead = 20;

export function readMessage(resultSet: ResultSet, messageId: string): Promise<MessageRecords> {
  const view: ResultView = {
    text: '',
    filters: [{ field: messageIdField, op: 'is', values: [messageId] }],
    sort: [{ field: 'time', descending: false }],
  };
  return readView(resultSet, view, async ({ viewId, rowCount }) => {
    const events: JourneyEvent[] = [];
    for (let from = 0; from < rowCount; from += rowsAtOnce) {
      events.push(...(await resultSet.rows(viewId, from, rowsAtOnce, journeyFields)).map(readEvent));
    }
    const sends = events.filter(({ kind }) => kind === 'send').slice(0, sendsRead);
    const records = await Promise.all(sends.map(({ index }) => resultSet.record(index)));
    return { events, sentTo: records.flatMap(({ auditData }) => recipientsOfSend(parseJson(auditData))) };
  });
}
