import { useSyncExternalStore } from 'react';
import type { RecordSet, SetState } from '~/engine/record-set';

/** How much is in a set and whether more is coming, followed. */
export function useSetState({ state }: RecordSet): SetState {
  return useSyncExternalStore(state.subscribe, state.get);
}
