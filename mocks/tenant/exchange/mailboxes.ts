// Every mailbox of the tenant: one for each member of staff, some that are shared, and those of rooms, which auditing leaves out.

import type { Cast, Mailbox } from '~mocks/tenant/model';
import { addressOf } from '~mocks/tenant/people';
import { Dice, guidOfText, hashText } from '~mocks/tenant/random';

/** Opened by several people, by none of them as its owner. */
export const sharedMailboxes: readonly string[] = ['Accounts Payable', 'Info', 'Legal Intake', 'Service Desk'];
/** Nobody's: a program copies the other mailboxes with it, and is not audited when it does. */
export const serviceAccount = 'Backup Service';
const rooms = ['Berlin Lindenhof', 'Redmond Cascade'];

export function mailboxesOf(cast: Cast): Mailbox[] {
  const people = [cast.administrator, ...cast.pools.people];
  return [
    ...people.map(({ name, upn, mailboxGuid, sid }) => ({ name, upn, guid: mailboxGuid, sid, type: 'UserMailbox' as const })),
    ...[...sharedMailboxes, serviceAccount].map((name) => withoutPerson(name, 'SharedMailbox')),
    ...rooms.map((name) => withoutPerson(name, 'RoomMailbox')),
  ];
}

/** By name, address, the part before the @, or GUID. */
export function findMailbox(mailboxes: readonly Mailbox[], identity: string): Mailbox | undefined {
  const wanted = identity.trim().toLowerCase();
  return mailboxes.find(({ name, upn, guid }) =>
    [name.toLowerCase(), upn, upn.slice(0, upn.indexOf('@')), guid].includes(wanted),
  );
}

function withoutPerson(name: string, type: Mailbox['type']): Mailbox {
  const dice = new Dice(hashText(`sid ${name}`));
  const sid = `S-1-5-21-${dice.between(1e9, 3e9)}-${dice.between(1e9, 3e9)}-${dice.between(1e9, 3e9)}-${dice.between(1e5, 9e7)}`;
  return { name, upn: addressOf(name), guid: guidOfText(`mailbox ${name}`), sid, type };
}
