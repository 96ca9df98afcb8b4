// A set that is held, for tests of what is made of one: filled from Graph pages, in this thread.

import { ColumnRecordSet } from '~/engine/door/column-record-set';
import type { Coverage } from '~/engine/record-set';
import { createRecordSets, type HeldRecordSet } from './held-record-sets';

const sets = createRecordSets(() => new ColumnRecordSet());
let made = 0;

/** Another one each time. */
export async function heldWith(records: readonly object[], coverage: Coverage = 'complete'): Promise<HeldRecordSet> {
  const held = sets.hold(`set ${++made}`);
  await addTo(held, records);
  held.intake.cover(coverage);
  return held;
}

export async function addTo({ intake }: HeldRecordSet, records: readonly object[]): Promise<void> {
  await intake.page(new TextEncoder().encode(JSON.stringify({ value: records })));
}
