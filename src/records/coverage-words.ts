import type { Coverage } from '~/engine/record-set';

export const coverageWords: Record<Coverage, string> = {
  filling: 'more are coming',
  complete: 'complete',
  incomplete: 'incomplete',
};
