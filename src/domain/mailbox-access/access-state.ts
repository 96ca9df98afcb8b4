// Who may see a mailbox at a moment, and whose actions went unlogged, as far as changes tell. What was set before the first of
// them is not known, and a change that failed changed nothing.

import type { EpochMs } from '~/lib/time';
import type { AccessChange, AccessKind, Party } from './access-change';
import { isParty } from './access-names';

/** Something somebody may. */
export interface Holding {
  readonly kind: AccessKind;
  readonly who: Party;
  /** Empty for the whole mailbox. */
  readonly folder: string;
  readonly rights: readonly string[];
  /** The change it began with, as far back as the changes go. */
  readonly since: AccessChange;
}

export interface AccessState {
  /** In the order they began. */
  readonly holdings: readonly Holding[];
  /** Changes that do not say who may what now, oldest first. */
  readonly unclear: readonly AccessChange[];
}

/** `changes` newest first, of any mailbox; `at` itself has happened. */
export function accessAt(changes: readonly AccessChange[], mailbox: string, at: EpochMs): AccessState {
  const held = new Map<string, Holding>();
  const unclear: AccessChange[] = [];
  for (const change of changes.toReversed()) {
    if (change.time > at || change.isFailed || !isPermission(change) || !isAbout(change, mailbox)) continue;
    if (isUnclear(change)) unclear.push(change);
    else apply(held, change);
  }
  return { holdings: [...held.values()], unclear };
}

/** Whether it is about this mailbox, not about all of them. */
export function isAbout({ mailbox }: AccessChange, wanted: string): boolean {
  return mailbox !== undefined && isParty(mailbox, wanted);
}

function isPermission({ kind }: AccessChange): boolean {
  return kind !== 'bypass' && kind !== 'auditing';
}

/** Exchange Online writes into some records that rights changed, but not whose or to what; and an alias can be that of several. */
function isUnclear({ kind, effect, mailbox, people, rights }: AccessChange): boolean {
  if (mailbox?.isAmbiguous) return true;
  if (effect === 'replaced') return false;
  if (people.length === 0) return true;
  return effect === 'changed' && (kind !== 'folder' || rights.length === 0);
}

function apply(held: Map<string, Holding>, change: AccessChange): void {
  const { kind, effect, folder, people } = change;
  const keyOf = (who: Party) => [kind, folder.toLowerCase(), who.key].join('\n');
  if (effect === 'replaced') {
    const kept = new Set(people.map(keyOf));
    for (const [key, holding] of held) if (holding.kind === kind && !kept.has(key)) held.delete(key);
  }
  for (const who of people) {
    const key = keyOf(who);
    const before = held.get(key);
    const rights = rightsAfter(change, before?.rights ?? []);
    if (rights.length === 0) held.delete(key);
    else held.set(key, before ? { ...before, rights } : { kind, who, folder, rights, since: change });
  }
}

/** Somebody has one entry at a folder, which is set as a whole; elsewhere rights add up. */
function rightsAfter({ kind, effect, rights }: AccessChange, before: readonly string[]): readonly string[] {
  const takes = effect === 'removed' || effect === 'denied';
  if (kind === 'folder') return takes ? [] : rights.filter((right) => right.toLowerCase() !== 'none');
  const named = new Set(rights.map((right) => right.toLowerCase()));
  const others = before.filter((right) => !named.has(right.toLowerCase()));
  return takes ? others : [...others, ...rights];
}

/** A time in which something left no record, by whoever it was or by one account. */
export interface Unlogged {
  /** `undefined`: nothing was logged in any mailbox. */
  readonly who: Party | undefined;
  readonly began: AccessChange;
  /** `undefined` where it still goes on, as far as the changes tell. */
  readonly ended: AccessChange | undefined;
}

/**
 * Bypasses, and times in which auditing was off for the organization, oldest first; `changes` newest first. An end without a
 * beginning is none: scripts switch off what was never on.
 */
export function unloggedTimes(changes: readonly AccessChange[]): readonly Unlogged[] {
  const times: { who: Party | undefined; began: AccessChange; ended: AccessChange | undefined }[] = [];
  for (const change of changes.toReversed()) {
    const begins = beginsUnlogged(change);
    if (begins === undefined || change.isFailed) continue;
    const [who] = change.people;
    const open = times.find((time) => time.who?.key === who?.key && time.ended === undefined);
    if (begins && !open) times.push({ who, began: change, ended: undefined });
    if (!begins && open) open.ended = change;
  }
  return times;
}

function beginsUnlogged({ kind, effect, rights, mailbox }: AccessChange): boolean | undefined {
  if (kind === 'bypass') return effect === 'granted';
  if (kind !== 'auditing' || mailbox) return undefined;
  return rights.some((right) => /= \$?true$/i.test(right));
}
