import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ResultView } from '~/domain/view/result-view';
import type { RecordSet, RecordView, ViewState } from '~/engine/record-set';
import { useSetState } from './use-set-state';

const opening: ViewState = { status: 'opening' };

/** A view of one's own, of the records that are there now, open as long as something is asked and whoever asks is on the page. */
export function useOpenView(
  set: RecordSet,
  asked: ResultView | undefined,
): { readonly view: RecordView | undefined; readonly state: ViewState } {
  const [view, setView] = useState<RecordView>();
  const { edition } = useSetState(set).addresses;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view does not change when other address books are open
  useEffect(() => {
    if (!asked) return undefined;
    const opened = set.open(asked);
    setView(opened);
    return () => {
      opened.close();
      setView(undefined);
    };
  }, [set, asked, edition]);
  const state = useSyncExternalStore(view?.state.subscribe ?? never, () => view?.state.get() ?? opening);
  return { view, state };
}

const never = () => () => {};
