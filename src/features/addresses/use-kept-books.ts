import { useEffect, useRef } from 'react';

/** Where that is allowed, opens the address books that were kept for an account, and keeps what is opened. */
export function useKeptBooks(owner: string, isAllowed: boolean): void {
  const wasAllowed = useRef(false);
  useEffect(() => {
    if (!isAllowed && !wasAllowed.current) return;
    wasAllowed.current = isAllowed;
    // Loaded late: no page waits for them.
    import('~/records/address-books').then(
      ({ addressBooks }) => addressBooks.keepFor(owner, isAllowed),
      () => undefined,
    );
  }, [owner, isAllowed]);
}
