/** What services write for a result that is a failure, in whole or in part; without case. */
export const failureWords: ReadonlySet<string> = new Set(['failed', 'failure', 'false', 'partiallysucceeded']);
