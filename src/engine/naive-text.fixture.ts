import type { FilterOf } from '~/domain/view/filter';
import { wholenessOf } from '~/domain/view/whole-text';

/** Whether a text is in another, case aside. One that has to be whole is looked at with all that stands before and behind it. */
export function naiveHolds(text: string, { text: wanted, whole }: Omit<FilterOf<'text'>, 'op'>): boolean {
  const [lower, wantedLower] = [text.toLowerCase(), wanted.toLowerCase()];
  if (!whole) return lower.includes(wantedLower);
  const { bindsBefore, bindsAfter } = wholenessOf(wantedLower);
  for (let at = lower.indexOf(wantedLower); at >= 0; at = lower.indexOf(wantedLower, at + 1))
    if (!bindsBefore(lower.slice(0, at)) && !bindsAfter(lower.slice(at + wantedLower.length))) return true;
  return false;
}
