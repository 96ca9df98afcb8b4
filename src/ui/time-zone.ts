import type { TimeZone } from '~/lib/time';
import { useStored } from './use-stored';

const parse = (value: unknown): TimeZone | undefined => (value === 'utc' || value === 'local' ? value : undefined);

/** The zone every time of the product is shown in. UTC until the administrator chooses otherwise, as the service records. */
export function useTimeZone(): [TimeZone, (zone: TimeZone) => void] {
  const [chosen, choose] = useStored('time-zone', parse, 'utc');
  return [chosen, choose];
}
