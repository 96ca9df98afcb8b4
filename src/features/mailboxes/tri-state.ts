// Settings that many mailboxes share or differ in: on, off, or kept as each has it.

export type TriState = boolean | 'mixed';

/** What they have in common; of none nothing is known. */
export function shared<Row>(rows: readonly Row[], read: (row: Row) => boolean): TriState {
  const first = rows[0];
  if (first === undefined) return 'mixed';
  const state = read(first);
  return rows.every((row) => read(row) === state) ? state : 'mixed';
}

/** On and off; where mailboxes differ, a third press leaves each as it is. */
export function afterPress(state: TriState, before: TriState): TriState {
  if (before !== 'mixed') return state !== true;
  return state === 'mixed' ? true : state ? false : 'mixed';
}
