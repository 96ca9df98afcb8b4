// Columns that are there only once somebody asks: those by path, those that follow from what another one says, and those that
// follow from all records together.

import { auditDataPath, type FieldRef, isDerivedKey, isSeenKey, type SeenKey } from '~/domain/catalogue/fields';
import { seenOf } from '~/domain/catalogue/seen-fields';
import { columnOf, fillDerivedColumns } from './derived-column';
import { fillPathColumns } from './path-column';
import type { Records } from './records';
import { seenColumn } from './seen-column';

/**
 * As `fillPathColumns`: afterwards all these columns are as long as there are rows. What follows from another field is known of none
 * before others are filled. What follows from all records is known of none before all is done, and then is worked out for rows that
 * arrive later only when somebody asks again.
 */
export async function fillColumns(
  records: Records,
  refs: Iterable<FieldRef>,
  end: number,
  pause: (filled: number) => Promise<void>,
): Promise<void> {
  const asked = [...new Set(refs)];
  const seen = asked.filter(isSeenKey);
  const fields = [...asked, ...seen.map((key) => seenOf[key])];
  await fillDerivedColumns(records, fields, () => pause(0));
  if (seen.length === 0) return fillPathColumns(records, fields, end, pause);
  await fillPathColumns(records, fields, end, () => pause(0));
  // All in one go at last, so that none lacks records that arrived while another was worked out.
  while (!seen.every((key) => step(records, key))) await pause(0);
}

/** Whether the values of all rows below `end` stand in a column, where the field has one. */
export function isFilled(records: Records, ref: FieldRef, end: number): boolean {
  const isFilledWhenAsked = auditDataPath(ref) !== undefined || isFollowing(ref);
  return !isFilledWhenAsked || (columnOf(records, ref)?.length ?? 0) >= end;
}

/** Whether a field follows from others: reading some records does not tell its values. */
export function isFollowing(ref: FieldRef): boolean {
  return isSeenKey(ref) || isDerivedKey(ref);
}

function step(records: Records, key: SeenKey): boolean {
  const users = columnOf(records, 'user');
  const values = columnOf(records, seenOf[key]);
  return !users || !values || seenColumn(records, key).step(records, users, values);
}
