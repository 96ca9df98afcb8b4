// Where a record stood when it was read, and how that is said.

/** What records were read from: a search through Microsoft Graph, an opened file, the log that a mailbox keeps itself. */
export interface RecordSource {
  readonly kind: 'search' | 'file' | 'mailboxLog';
  readonly name: string;
}

export interface RecordPlace {
  readonly source: RecordSource;
  /** What is counted in the source, from 1. */
  readonly part: 'page' | 'line' | 'entry';
  readonly number: number;
}

/** `audit.csv, line 7`: the number as editors show it. */
export function placeWords({ source, part, number }: RecordPlace): string {
  return `${source.name}, ${part} ${number}`;
}
