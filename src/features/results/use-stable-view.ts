import { useMemo } from 'react';
import type { ResultView } from '~/domain/view/result-view';

/** The same object as long as it says the same. */
export function useStableView({ text, filters, sort }: ResultView): ResultView {
  const key = JSON.stringify({ text, filters, sort });
  // The key is the JSON of such a view, so that nothing else can come out of it.
  return useMemo(() => JSON.parse(key) as ResultView, [key]);
}
