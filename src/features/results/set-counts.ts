/** What went into a result set, from pages or from files. */
export interface SetCounts {
  readonly records: number;
  readonly duplicates: number;
  /** Could not be read; listed by `ResultSet.rejected()`. */
  readonly rejected: number;
}

export const noCounts: SetCounts = { records: 0, duplicates: 0, rejected: 0 };
