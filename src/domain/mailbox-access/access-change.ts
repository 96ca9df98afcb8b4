// What a change of who may open, act for or watch a mailbox is, as audit records tell it.

import type { RecordKey } from '~/domain/record/record-key';
import type { EpochMs } from '~/lib/time';

export const accessKinds = [
  'fullAccess',
  'sendAs',
  'sendOnBehalf',
  'folder',
  'calendarDelegation',
  'bypass',
  'auditing',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/**
 * `replaced`: these people have it and nobody else has. `changed`: the rights of these people are now those, or, where people or
 * rights are missing, something the record does not say. `denied` takes away what was granted in another way.
 */
export type AccessEffect = 'granted' | 'removed' | 'replaced' | 'changed' | 'denied';

/** What a record says was done. Names are as it writes them: addresses, aliases, GUIDs, paths of the directory. */
export interface ToldChange {
  readonly kind: AccessKind;
  readonly effect: AccessEffect;
  /** Empty where it is about all of them. */
  readonly mailbox: string;
  readonly people: readonly string[];
  /** Rights, or settings of auditing as `AuditEnabled = False`. */
  readonly rights: readonly string[];
  /** `\Calendar`; empty where it is about the whole mailbox. */
  readonly folder: string;
  /** Names the record uses for one and the same mailbox. */
  readonly sameMailbox: readonly string[];
}

interface Told {
  /** The one that tells of it. */
  readonly record: RecordKey;
  readonly time: EpochMs;
  readonly operation: string;
  readonly by: string;
  readonly isFailed: boolean;
  /** By the service itself, as part of its maintenance. */
  readonly isByService: boolean;
}

export interface WrittenChange extends ToldChange, Told {}

/** Somebody, or a mailbox. */
export interface Party {
  readonly written: string;
  /** The address where it is known, else the telling part of what is written. */
  readonly name: string;
  /** The same for all ways to write the same one, as far as the records tell. */
  readonly key: string;
  /** The name is that of several addresses: nobody can tell whom it means. */
  readonly isAmbiguous?: boolean;
}

/** With the names known as well as all records together know them. */
export interface AccessChange extends Omit<ToldChange, 'mailbox' | 'people' | 'sameMailbox'>, Told {
  /** Told apart from the other changes of the same record. */
  readonly key: string;
  /** `undefined` where it is about all of them. */
  readonly mailbox: Party | undefined;
  readonly people: readonly Party[];
}
