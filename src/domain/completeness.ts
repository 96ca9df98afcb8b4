/** Of a set of records. `incomplete`: nothing more is coming although the source had more. */
export type Completeness = 'filling' | 'complete' | 'incomplete';

export const completenessWords: Record<Completeness, string> = {
  filling: 'more are coming',
  complete: 'complete',
  incomplete: 'incomplete',
};
