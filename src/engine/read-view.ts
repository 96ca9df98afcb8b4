// Reading a view of one's own, whole. Of several views that are asked for at the same time the engine answers the newest only:
// whoever needs all of one begins again, after a little longer each time, until the others leave it in peace.

import { EngineError } from '~/domain/errors';
import type { ResultView } from '~/domain/result-view';
import type { ResultSet, ViewState } from './result-set';

const attempts = 20;
const pauseMs = 50;
/** The engine tells of growth several times a second; after this long a newer view has taken its place. */
const silenceMs = 5000;

/** What `read` makes of the view once all of it is found. Other errors than `superseded` come through at once. */
export async function readView<T>(resultSet: ResultSet, view: ResultView, read: (state: ViewState) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read(await wholeView(resultSet, view));
    } catch (error) {
      if (!(error instanceof EngineError && error.kind === 'superseded') || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  }
}

/** The first answer can be a part of a view that is still growing. */
function wholeView(resultSet: ResultSet, view: ResultView): Promise<ViewState> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (state: ViewState) => {
      clearTimeout(timer);
      if (state.searched === state.outOf) resolve(state);
      else timer = setTimeout(() => reject(new EngineError('superseded', 'A newer view was asked for.')), silenceMs);
    };
    resultSet.view(view, settle).then(settle, reject);
  });
}
