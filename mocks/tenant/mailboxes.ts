// Every mailbox of the tenant: one for each member of staff, some that are shared, and those of rooms, which auditing leaves out.

import { addressName, type Cast, domain } from './people';
import { guidOfText } from './random';

export interface Mailbox {
  readonly name: string;
  readonly upn: string;
  readonly guid: string;
  readonly type: 'UserMailbox' | 'SharedMailbox' | 'RoomMailbox';
}

const shared = ['Accounts Payable', 'Info', 'Legal Intake', 'Service Desk'];
const rooms = ['Berlin Lindenhof', 'Redmond Cascade'];

export function mailboxesOf(cast: Cast): Mailbox[] {
  const people = [cast.administrator, ...cast.pools.people];
  return [
    ...people.map(({ name, upn, mailboxGuid }) => ({ name, upn, guid: mailboxGuid, type: 'UserMailbox' as const })),
    ...shared.map((name) => withoutPerson(name, 'SharedMailbox')),
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
  return { name, upn: `${addressName(name)}@${domain}`, guid: guidOfText(`mailbox ${name}`), type };
}
