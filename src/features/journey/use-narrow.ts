import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 640px)');

function subscribe(notify: () => void) {
  narrow.addEventListener('change', notify);
  return () => narrow.removeEventListener('change', notify);
}

/** Whether the page is as narrow as a phone, where a wide table is no use. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
