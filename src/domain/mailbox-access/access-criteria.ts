// Which of the changes of access to show.

import { anyAddressIs } from '~/domain/messages/meets-criteria';
import type { AccessChange, AccessKind } from './access-change';
import { isAbout } from './access-state';

export interface AccessCriteria {
  /** As an administrator or a link names it; empty for all. */
  readonly mailbox: string;
  /** Part of a name, or the beginning of an address: who got or lost something, or who did it. */
  readonly person: string;
  /** Empty for all. */
  readonly kinds: readonly AccessKind[];
  /** With what the service does by itself. */
  readonly service: boolean;
}

export interface ChosenChanges {
  readonly shown: readonly AccessChange[];
  /** Of each kind, whatever kinds are asked for. */
  readonly counts: ReadonlyMap<AccessKind, number>;
  /** How many are by the service itself. */
  readonly byService: number;
}

/** In the same order. */
export function chooseChanges(changes: readonly AccessChange[], criteria: AccessCriteria): ChosenChanges {
  const { mailbox, person, kinds, service } = criteria;
  const concerning = mailbox === '' ? changes : changesConcerning(changes, mailbox);
  const matching = person === '' ? concerning : concerning.filter((change) => anyAddressIs(namesIn(change), person));
  const byService = matching.filter(({ isByService }) => isByService).length;
  const visible = service ? matching : matching.filter(({ isByService }) => !isByService);
  const counts = new Map<AccessKind, number>();
  for (const { kind } of visible) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { shown: kinds.length === 0 ? visible : visible.filter(({ kind }) => kinds.includes(kind)), counts, byService };
}

/** Those about the mailbox and about all of them, and bypasses of its owner and of people it was ever about. */
function changesConcerning(changes: readonly AccessChange[], mailbox: string): readonly AccessChange[] {
  const own = changes.filter((change) => isAbout(change, mailbox));
  const concerned = new Set(own.flatMap((change) => [change.mailbox?.key, ...change.people.map(({ key }) => key)]));
  concerned.add(mailbox.trim().toLowerCase());
  return changes.filter(
    (change) =>
      isAbout(change, mailbox) ||
      (!change.mailbox && (change.kind === 'auditing' || change.people.some(({ key }) => concerned.has(key)))),
  );
}

function namesIn({ people, by }: AccessChange): readonly string[] {
  return [by, ...people.flatMap(({ name, written }) => [name, written])];
}
