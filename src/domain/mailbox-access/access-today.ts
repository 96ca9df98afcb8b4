// What the log tells of who may open a mailbox, beside what Exchange says today. Where the two differ neither is wrong: the records
// begin and end somewhere, and permissions come in other ways, too.

import { isParty } from './access-names';
import type { Holding } from './access-state';

/** An entry of Get-MailboxPermission. */
export interface MailboxPermission {
  readonly user: string;
  readonly rights: readonly string[];
  readonly isDenied: boolean;
}

export interface TodayComparison {
  /** The holdings of a mailbox that are not there today. */
  readonly gone: ReadonlySet<Holding>;
  /** What is there today without a record of its granting. */
  readonly untold: readonly MailboxPermission[];
}

/** Only what Get-MailboxPermission tells of is compared: neither folders nor sending. */
export function compareWithToday(holdings: readonly Holding[], permissions: readonly MailboxPermission[]): TodayComparison {
  const told = holdings.filter(({ kind }) => kind === 'fullAccess');
  const allowed = permissions.filter(({ isDenied }) => !isDenied);
  const isSame = ({ who }: Holding, { user }: MailboxPermission) => isParty(who, user);
  return {
    gone: new Set(told.filter((holding) => !allowed.some((permission) => isSame(holding, permission)))),
    untold: allowed.filter((permission) => !told.some((holding) => isSame(holding, permission))),
  };
}
