import { useCallback, useSyncExternalStore } from 'react';

/** A phone: lists are cards and panels cover the whole screen. */
export const narrowScreen = '(max-width: 639.98px)';

/** Whether the screen is as the media query says, now and whenever that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
