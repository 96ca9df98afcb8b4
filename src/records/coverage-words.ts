import type { Coverage, SetState } from '~/engine/record-set';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { counted } from '~/lib/words';

export const coverageWords: Record<Coverage, string> = {
  filling: 'more are coming',
  complete: 'complete',
  incomplete: 'incomplete',
};

/** Of what is looked for in a whole set: where, and how times are told. */
export function allRecordsWords({ records, coverage }: Pick<SetState, 'records' | 'coverage'>, zone: TimeZone): string {
  const soFar = coverage === 'filling' ? ' so far' : '';
  return `In all ${counted(records, 'record')}${soFar}, whatever the filters. Times are ${zoneIdentifier(zone)}.`;
}
