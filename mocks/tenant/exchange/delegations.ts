// Who else may use a mailbox, from before anyone changed anything: a few fixed people for most mailboxes, more for the shared ones,
// so that the same few come back. Follows from the addresses alone and is the same whatever the seed.

import { addressOf, adminNames, executiveUpn, staffNames } from '~mocks/tenant/people';
import { Dice, hashText } from '~mocks/tenant/random';
import { sharedMailboxes } from './mailboxes';

/** `Calendar` is a permission to that folder, the others are for the mailbox as a whole. */
export type Right = 'FullAccess' | 'SendAs' | 'SendOnBehalf' | 'Calendar';

export interface Delegation {
  /** Address. */
  readonly mailbox: string;
  /** Address. */
  readonly user: string;
  readonly rights: readonly Right[];
  readonly isShared: boolean;
  /** Taken away before the history ends. */
  readonly isFormer: boolean;
}

/** Administrators open mailboxes as administrators. */
const colleagues = staffNames.filter((name) => !adminNames.includes(name)).map(addressOf);

export const delegations: readonly Delegation[] = [
  ...sharedMailboxes.flatMap((name) => delegatesOf(addressOf(name), true)),
  ...staffNames.flatMap((name) => delegatesOf(addressOf(name), false)),
];

function delegatesOf(mailbox: string, isShared: boolean): Delegation[] {
  const dice = new Dice(hashText(`delegates ${mailbox}`));
  if (mailbox === executiveUpn) return [];
  const count = isShared ? dice.between(5, 8) : dice.pick([0, 0, 1, 1, 1, 1, 2, 2, 3]);
  const users = new Set<string>();
  while (users.size < count) users.add(dice.pick(colleagues));
  users.delete(mailbox);
  const present = [...users].map((user) => ({ mailbox, user, rights: rightsOf(dice, isShared), isShared, isFormer: false }));
  const former = dice.pick(colleagues);
  if (former === mailbox || users.has(former) || !dice.chance(0.07)) return present;
  return [...present, { mailbox, user: former, rights: ['FullAccess'], isShared, isFormer: true }];
}

function rightsOf(dice: Dice, isShared: boolean): Right[] {
  if (!isShared && dice.chance(0.2)) return ['Calendar'];
  return [
    'FullAccess',
    ...(dice.chance(0.5) ? (['SendAs'] as const) : []),
    ...(dice.chance(0.35) ? (['SendOnBehalf'] as const) : []),
  ];
}
