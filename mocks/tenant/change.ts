// Something an administrator did through the Exchange endpoint. Changes are all that is kept: settings are folded from them, and
// what they leave in the audit log is computed from them.

import type { EpochMs } from '~/lib/time';

/** Values under the names Exchange has for them. */
export type Properties = Readonly<Record<string, unknown>>;

export interface Change {
  readonly id: string;
  readonly at: EpochMs;
  /** The end of the time line then: the history is told from there. */
  readonly historyEnd: EpochMs;
  /** User principal name. */
  readonly by: string;
  readonly cmdlet: string;
  /** What it was done to, as the audit log names it: a Message-ID, a template, a rule, a mailbox. */
  readonly target: string;
  /** As the cmdlet understood them. */
  readonly parameters: Properties;
}

/** Whether it revokes a message; `-Revoke $false` does nothing at all. */
export function takesBack({ cmdlet, parameters }: Change): boolean {
  return cmdlet === 'Set-OMEMessageRevocation' && parameters['Revoke'] === true;
}
