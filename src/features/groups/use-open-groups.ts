import { useState } from 'react';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ShownView } from '~/records/view-follower';
import type { ViewGrouping } from './group-columns';
import { groupOf, lineCount, type OpenGroups, settled, toggled } from './group-lines';
import { useGroups } from './use-groups';

const nothing: OpenGroups = [];

/** Groups, and their records below those that are open. `lines` are the lines in sight, the end excluded. */
export function useOpenGroups(
  held: HeldRecordSet,
  shown: ShownView | undefined,
  grouping: ViewGrouping,
  lines: { readonly first: number; readonly end: number },
) {
  const of = String(grouping.by);
  const [state, setState] = useState({ of, open: nothing });
  // Groups of something else are others.
  const kept = state.of === of ? state.open : nothing;
  const groups = useGroups(held, shown, grouping, { first: groupOf(kept, lines.first), end: groupOf(kept, lines.end) });
  const { groupCount, groupAt, known } = groups;
  const open = groupCount === undefined ? kept : settled(kept, groupCount, groupAt, known);
  if (open !== state.open) setState({ of, open });
  return {
    ...groups,
    open,
    lineCount: groupCount === undefined ? undefined : lineCount(open, groupCount),
    toggle(index: number) {
      const group = groupAt(index);
      if (group) setState({ of, open: toggled(open, group, index) });
    },
  };
}
