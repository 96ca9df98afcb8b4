// Old and new values, as directory changes, site administration and others list them in ModifiedProperties.

import { textAt, unwrapped } from './audit-data';
import type { Fact, RecordReader } from './explanation';

/** Most that a summary has room for; all are under All properties. */
const most = 8;
const longest = 120;

/** One fact for each of the first properties, `before → after`; those that `isLeftOut` names are not among them. */
export function changedProperties(record: RecordReader, isLeftOut: (name: string) => boolean = () => false): readonly Fact[] {
  return record
    .list('ModifiedProperties')
    .flatMap((each) => {
      const name = textAt(each, 'Name');
      if (name === '' || isLeftOut(name)) return [];
      const before = shortened(unwrapped(textAt(each, 'OldValue')));
      const after = shortened(unwrapped(textAt(each, 'NewValue')));
      return [{ label: name, value: `${before || '(empty)'} → ${after || '(empty)'}` }];
    })
    .slice(0, most);
}

/** What a property became; what it was where it became nothing. */
export function changedValue(record: RecordReader, name: string): string {
  const entry = record.list('ModifiedProperties').find((each) => textAt(each, 'Name') === name);
  return unwrapped(textAt(entry, 'NewValue')) || unwrapped(textAt(entry, 'OldValue'));
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > longest ? `${flat.slice(0, longest)}…` : flat;
}
