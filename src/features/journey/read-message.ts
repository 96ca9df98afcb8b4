// Everything a result set holds about one message, as events. Other parts of the page ask for views of their own, and the
// engine answers the newest only: reading begins again then, until it is left in peace.

import { parseJson } from '~/domain/audit-data';
import { messageIdField } from '~/domain/encrypted-messages';
import { EngineError } from '~/domain/errors';
import { type JourneyEvent, journeyFields, readEvent, recipientsOfSend } from '~/domain/journey-event';
import type { ResultView } from '~/domain/result-view';
import type { ResultSet, ViewState } from '~/engine/result-set';

export interface MessageRecords {
  /** In time order. */
  readonly events: readonly JourneyEvent[];
  /** To whom the send records say it went. */
  readonly sentTo: readonly string[];
}

const rowsAtOnce = 1000;
/** A message is sent once; more records than this are not about sending it. */
const sendsRead = 20;
const attempts = 20;
const pauseMs = 50;
/** The engine tells of growth several times a second; after this long a newer view has taken its place. */
const silenceMs = 5000;

export async function readMessage(resultSet: ResultSet, messageId: string): Promise<MessageRecords> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read(resultSet, messageId);
    } catch (error) {
      if (!(error instanceof EngineError && error.kind === 'superseded') || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  }
}

async function read(resultSet: ResultSet, messageId: string): Promise<MessageRecords> {
  const { viewId, rowCount } = await wholeView(resultSet, {
    text: '',
    filters: [{ field: messageIdField, op: 'is', values: [messageId] }],
    sort: [{ field: 'time', descending: false }],
  });
  const events: JourneyEvent[] = [];
  for (let from = 0; from < rowCount; from += rowsAtOnce) {
    events.push(...(await resultSet.rows(viewId, from, rowsAtOnce, journeyFields)).map(readEvent));
  }
  const sends = events.filter(({ kind }) => kind === 'send').slice(0, sendsRead);
  const records = await Promise.all(sends.map(({ index }) => resultSet.record(index)));
  return { events, sentTo: records.flatMap(({ auditData }) => recipientsOfSend(parseJson(auditData))) };
}

/** The first answer can be a part of the view that is still growing. */
function wholeView(resultSet: ResultSet, view: ResultView): Promise<ViewState> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (state: ViewState) => {
      clearTimeout(timer);
      if (state.searched === state.outOf) return resolve(state);
      timer = setTimeout(() => reject(new EngineError('superseded', 'A newer view was asked for')), silenceMs);
    };
    resultSet.view(view, settle).then(settle, reject);
  });
}
