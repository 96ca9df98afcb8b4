import type { OpenState, RecordView, ViewState } from '~/engine/record-set';
import { waitFor } from '~/lib/store';

/** The state of a view once all its rows are found; rejects with what it failed with, or with the reason of `signal`. */
export async function allFound(view: RecordView, signal?: AbortSignal): Promise<OpenState> {
  const state = await waitFor(view.state, isFinal, signal);
  if (state.status === 'failed') throw state.error;
  return state;
}

type FinalState = Exclude<ViewState, { readonly status: 'opening' }>;

function isFinal(state: ViewState): state is FinalState {
  return state.status === 'failed' || (state.status === 'open' && state.searched === state.outOf);
}
