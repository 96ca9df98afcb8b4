// Something an administrator did through the Exchange endpoint. Changes are all that is kept: settings are folded from them, and
// what they leave in the audit log is computed from them.

import type { EpochMs } from '~/lib/time';

export interface Change {
  readonly id: string;
  readonly at: EpochMs;
  /** User principal name. */
  readonly by: string;
  readonly cmdlet: string;
  /** What it was done to, as the audit log names it: a Message-ID, a template, a rule, a mailbox. */
  readonly target: string;
  /** As they were sent, under the names Exchange has for them. */
  readonly parameters: Readonly<Record<string, unknown>>;
}
