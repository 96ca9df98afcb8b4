// What React Query asks a held set. Answers never grow stale: a set whose records changed is asked under another key.

import type { RecordKey } from '~/domain/record/record-key';
import type { Group, Grouping } from '~/domain/view/grouping';
import type { RawRecord } from '~/engine/record-set';
import { growthStage } from '~/lib/growth';
import type { HeldRecordSet } from './held-record-sets';
import { inThisBrowser } from './in-this-browser';
import { readGroups } from './read-whole';

export interface GroupsAsked<Name extends string, Line> {
  readonly grouping: Grouping<Name>;
  read(group: Group<Name>): Line;
}

/** The groups of a set, each as `read` makes it. While records arrive they are worked out anew whenever these have doubled. */
export function groupsQuery<Name extends string, Line>(
  { id, set }: HeldRecordSet,
  { grouping, read }: GroupsAsked<Name, Line>,
  { records, coverage }: { readonly records: number; readonly coverage: string },
) {
  return {
    ...inThisBrowser,
    queryKey: ['groups', id, set.state.get().addresses.edition, grouping, growthStage(records, coverage === 'filling')],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) => (await readGroups(set, grouping, signal)).map(read),
    structuralSharing: false,
  } as const;
}

/** Not asked for without a key. Where it stood, too, and its fullest copy can change when copies come. */
export function recordQuery({ id, set }: HeldRecordSet, key: RecordKey | undefined) {
  const { duplicates, namesakes } = set.state.get();
  return {
    ...inThisBrowser,
    queryKey: ['record', id, key, duplicates + namesakes],
    enabled: key !== undefined,
    placeholderData: (previous: RawRecord | undefined) => (previous?.key === key ? previous : undefined),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
      if (key === undefined) throw new Error('A query that is not enabled was asked.');
      return set.record(key, signal);
    },
  } as const;
}

/** What AuditData has in these records. While records arrive it is worked out anew whenever these have doubled. */
export function propertiesQuery({ id, set }: HeldRecordSet) {
  const { records, coverage } = set.state.get();
  return {
    ...inThisBrowser,
    queryKey: ['properties', id, growthStage(records, coverage === 'filling')],
    queryFn: () => set.properties(),
    structuralSharing: false,
  } as const;
}
