import type { Filter } from '~/domain/view/filter';
import type { TimeZone } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ShownView } from '~/records/view-follower';

/** What is looked at, and how it is narrowed down. */
export interface Narrowing {
  readonly held: HeldRecordSet;
  /** `undefined` before there is a view. */
  readonly shown: ShownView | undefined;
  readonly zone: TimeZone;
  readonly text: string;
  readonly filters: readonly Filter[];
  onFilters(filters: Filter[]): void;
}
