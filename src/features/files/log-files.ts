/** The files that may be opened, as a file chooser has them. */
export const logFiles = '.csv,.txt,.json,.jsonl,.ndjson,.xml,text/csv,application/json,text/xml,application/xml';
