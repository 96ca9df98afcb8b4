import { useEffect, useState } from 'react';
import type { EpochMs } from '~/lib/time';

/** The current time, renewed every second while `isTicking`. */
export function useNow(isTicking: boolean): EpochMs {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
