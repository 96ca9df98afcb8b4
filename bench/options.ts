// What a run of the bench was asked for.

import type { LaunchOptions } from 'playwright';

export interface BenchOptions {
  readonly launch: LaunchOptions;
  readonly records: readonly number[];
  readonly csvMb: number;
  /** Also write CPU profiles to bench/out. */
  readonly isProfiled: boolean;
}
